// npm run --silent inspect -- URL|FILE.html [--browser chromium|firefox] [--screenshot PNG]
// Opens the page in a real browser with the built extension, waits until it is read, and prints one JSON object.
import { parseArgs } from 'node:util';
import { findBrowser } from './lib/find-browser.ts';
import { inspect } from './lib/inspection.ts';
import { fromCaller } from './lib/paths.ts';
import { Trouble } from './lib/trouble.ts';

const USAGE = 'npm run --silent inspect -- URL|FILE.html [--browser chromium|firefox] [--screenshot PNG]';

function readArguments() {
  try {
    return parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: { browser: { type: 'string' }, screenshot: { type: 'string' } },
    });
  } catch (error) {
    throw new Trouble(`${(error as Error).message.split('. ')[0]}. Usage: ${USAGE}`);
  }
}

const { values, positionals } = readArguments();
const [target, ...more] = positionals;
if (!target || more.length > 0) throw new Trouble(`Which page? One at a time: ${USAGE}`);
const browser = values.browser ?? (findBrowser('chromium') || !findBrowser('firefox') ? 'chromium' : 'firefox');
if (browser !== 'chromium' && browser !== 'firefox') {
  throw new Trouble(`--browser is chromium or firefox, not "${browser}".`);
}
const inspection = await inspect({
  target,
  browser,
  screenshot: values.screenshot === undefined ? null : fromCaller(values.screenshot),
});
process.stdout.write(`${JSON.stringify(inspection)}\n`);

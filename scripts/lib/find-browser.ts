// Finds a browser on this machine: on the PATH first, then where each system usually puts it. On Debian and Ubuntu, as
// root, a missing one is installed from the distribution's packages.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { withProgress } from './progress.ts';
import { Trouble } from './trouble.ts';

/** Two engines; Chrome and Edge are of the first kind. */
export type BrowserKind = 'chromium' | 'firefox';

export interface FoundBrowser {
  kind: BrowserKind;
  /** As people call it. */
  name: string;
  path: string;
}

interface Product {
  kind: BrowserKind;
  name: string;
  /** Names on the PATH. */
  commands: string[];
  mac: string;
  /** Below one of the program folders. */
  windows: string;
  debian?: string;
}

const PRODUCTS: Product[] = [
  {
    kind: 'chromium',
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    mac: 'Chromium.app/Contents/MacOS/Chromium',
    windows: 'Chromium\\Application\\chrome.exe',
    debian: 'chromium',
  },
  {
    kind: 'chromium',
    name: 'Google Chrome',
    commands: ['google-chrome', 'google-chrome-stable', 'chrome'],
    mac: 'Google Chrome.app/Contents/MacOS/Google Chrome',
    windows: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    kind: 'chromium',
    name: 'Microsoft Edge',
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    mac: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
  {
    kind: 'firefox',
    name: 'Firefox',
    commands: ['firefox', 'firefox-esr'],
    mac: 'Firefox.app/Contents/MacOS/firefox',
    windows: 'Mozilla Firefox\\firefox.exe',
    debian: 'firefox-esr',
  },
];

export function findBrowser(kind: BrowserKind): FoundBrowser | null {
  for (const product of PRODUCTS.filter((product) => product.kind === kind)) {
    const path = placesOf(product).find(isRunnable);
    if (path) return { kind, name: product.name, path };
  }
  return null;
}

function placesOf(product: Product): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].map((folder) => join(folder, product.mac));
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? [join(folder, product.windows)] : []));
  }
  const path = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const folders = [...path, '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
  return product.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // Ubuntu puts a shell script there that only says to install the snap.
  return !(path.endsWith('-browser') && existsSync(path) && isSnapNotice(path));
}

function isSnapNotice(path: string): boolean {
  const start = readFileSync(path).subarray(0, 2048).toString('latin1');
  return start.startsWith('#!') && /snap install/.test(start);
}

/** Finds the browser or installs it. Throws a {@link Trouble} that says what to install when neither is possible. */
export async function needBrowser(kind: BrowserKind): Promise<FoundBrowser> {
  const found = findBrowser(kind);
  if (found) return found;
  const name = kind === 'firefox' ? 'Firefox' : 'Chromium';
  const advice = kind === 'firefox' ? 'Firefox 140 or newer' : 'Chromium, Chrome or Edge 121 or newer';
  const product = PRODUCTS.find((product) => product.kind === kind && product.debian);
  if (!product?.debian || !isDebianAsRoot())
    throw new Trouble(`${name} was not found: install ${advice} and try again.`);
  await withProgress('Reading the lists of packages', () => apt(['update']));
  await withProgress(`Installing ${product.debian}`, () =>
    apt(['install', '-y', '--no-install-recommends', product.debian!]),
  );
  const installed = findBrowser(kind);
  if (!installed) throw new Trouble(`${product.debian} was installed but brought no ${name}: install ${advice}.`);
  return installed;
}

function isDebianAsRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}

function apt(args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn('apt-get', ['-q', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.on('error', failed);
    child.on('close', (status) => {
      const why = said.trim().split('\n').at(-1) ?? '';
      if (status === 0) done();
      else failed(new Trouble(`apt-get ${args[0]} ended with ${status}: ${why}`));
    });
  });
}

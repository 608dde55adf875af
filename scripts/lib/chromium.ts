// A session in Chromium, Chrome or Edge. The extension goes in over the debugging pipe, since branded builds no longer
// heed --load-extension. An extension page (the style sheet, which runs nothing) in a tab of its own speaks for us.
import puppeteer, { type Browser, type CDPSession, type Page, type Target } from 'puppeteer-core';
import type { FoundBrowser } from './find-browser.ts';
import { type Extension, nextPage, once, type Popup, type Session, type SessionOptions } from './session.ts';

/** Milliseconds to wait for the browser's own machinery: a target, a popup. */
const PATIENCE = 15_000;

export async function openChromium(found: FoundBrowser, options: SessionOptions): Promise<Session> {
  const { width = 1280, height = 900 } = options;
  const browser = await puppeteer.launch({
    executablePath: found.path,
    headless: options.headless,
    pipe: true,
    // A window that a person looks at is closed by whoever opened it.
    handleSIGINT: options.headless,
    handleSIGTERM: options.headless,
    enableExtensions: true,
    defaultViewport: options.headless ? { width, height } : null,
    args: [
      // Chromium's sandbox does not start for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--disable-sync',
      '--no-default-browser-check',
      '--no-first-run',
      `--proxy-server=127.0.0.1:${options.proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      `--window-size=${width},${height}`,
    ],
  });
  const scheme = options.colorScheme;
  const dress = async (page: Page) => {
    if (scheme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    return page;
  };
  return {
    kind: 'chromium',
    browser,
    newPage: async () => {
      const page = await dress(await nextPage(browser, options));
      await page.bringToFront();
      return page;
    },
    install: (folder) => install(browser, folder, dress),
    close: () => browser.close(),
  };
}

async function install(browser: Browser, folder: string, dress: (page: Page) => Promise<Page>): Promise<Extension> {
  const id = await browser.installExtension(folder);
  const origin = `chrome-extension://${id}/`;
  /** Of backgrounds that are no more. */
  const past: string[] = [];
  const errors = async () => {
    const ours = browser.targets().filter((target) => target.url().startsWith(origin));
    return (await Promise.all(ours.map(errorsOf))).flat();
  };

  // Only when it is needed: a person who looks at the window would wonder about the tab.
  const speaker = once(async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}page.css`);
    return page;
  });
  const stopWorker = once(async () => workerStopper(await (await speaker()).createCDPSession(), origin));

  // The extension may not read addresses, so a tab is known by being in front.
  const tabs = new WeakMap<Page, number>();
  const tabOf = async (page: Page) => {
    const inside = await speaker();
    await page.bringToFront();
    return inside.evaluate(
      async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? -1,
    );
  };

  return {
    id,
    origin,
    evaluate: async (work, ...args) => (await speaker()).evaluate(work as never, ...(args as never)) as never,
    ask: async (page, request) => {
      const tab = tabs.get(page) ?? (await tabOf(page));
      tabs.set(page, tab);
      return (await speaker()).evaluate(
        (tab, message) => chrome.tabs.sendMessage(tab, message, { frameId: 0 }),
        tab,
        request as never,
      );
    },
    openPopup: async (page) => {
      await page.bringToFront();
      const ours = (await browser.extensions()).get(id);
      if (!ours) throw new Error('The extension is gone.');
      const isPopup = (target: Target) => target.url().startsWith(`${origin}popup.html`);
      const [target] = await Promise.all([
        browser.waitForTarget(isPopup, { timeout: PATIENCE }),
        page.triggerExtensionAction(ours),
      ]);
      return popupOf(await dress(await target.asPage()));
    },
    stopBackground: async () => {
      past.push(...(await errors()));
      await (await stopWorker())();
    },
    errors: async () => [...new Set([...past, ...(await errors())])],
  };
}

function popupOf(page: Page): Popup {
  return {
    // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees is asked for, hidden parts left out.
    text: () => page.evaluate(() => document.body.innerText),
    evaluate: (work, ...args) => page.evaluate(work as never, ...(args as never)) as never,
    screenshot: () => page.screenshot(),
    close: () => page.close().catch(() => undefined),
  };
}

/**
 * What a target has thrown or logged as an error so far: the browser tells it again to whoever comes later. We do not stay
 * and listen, since a worker that is listened to does not start again once it was stopped.
 */
async function errorsOf(target: Target): Promise<string[]> {
  const errors: string[] = [];
  const devtools = await target.createCDPSession();
  devtools.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  devtools.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') errors.push(args.map((arg) => arg.description ?? String(arg.value)).join(' '));
  });
  await devtools.send('Runtime.enable');
  await devtools.detach();
  return errors;
}

/** A way to stop the worker. One that is only about to start would escape a single order, so it is repeated. */
async function workerStopper(devtools: CDPSession, origin: string): Promise<() => Promise<void>> {
  let running = true;
  devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const ours = versions.filter((version) => version.scriptURL.startsWith(origin));
    if (ours.length > 0) running = ours.some((version) => version.runningStatus !== 'stopped');
  });
  await devtools.send('ServiceWorker.enable');
  return async () => {
    for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
      await devtools.send('ServiceWorker.stopAllWorkers');
      await new Promise((done) => setTimeout(done, 50));
      if (!running) return;
    }
    throw new Error('The background did not stop.');
  };
}

/** The few calls made in the extension page; functions passed to `evaluate` run there, not here. */
declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id?: number }[]>;
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<never>;
  };
};

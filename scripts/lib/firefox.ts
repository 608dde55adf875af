// A session in Firefox, over WebDriver BiDi. Puppeteer knows nothing of extension pages there, so what concerns them is
// said in BiDi itself, in two scopes: an extension page (the style sheet, which runs nothing) in a tab of its own, and
// the browser's own window, which --remote-allow-system-access opens to us and which alone reaches popup and background.
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { Bidi } from './bidi.ts';
import type { FoundBrowser } from './find-browser.ts';
import { closePanel, drawPanel, openPanel, readErrors, runInPanel, terminate } from './firefox-window.ts';
import { type Extension, nextPage, once, type Popup, type Session, type SessionOptions } from './session.ts';

export async function openFirefox(found: FoundBrowser, options: SessionOptions): Promise<Session> {
  const { width = 1280, height = 900, proxyPort } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: found.path,
    headless: options.headless,
    handleSIGINT: options.headless,
    handleSIGTERM: options.headless,
    defaultViewport: options.headless ? { width, height } : null,
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.allow_hijacking_localhost': true,
      'network.proxy.failover_direct': false,
      'dom.security.https_first': false,
      // Firefox's own questions whether there is a network would stand in the log of requests.
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      // 0 dark, 1 light, 2 what the system says.
      'layout.css.prefers-color-scheme.content-override': { dark: 0, light: 1, system: 2 }[
        options.colorScheme ?? 'system'
      ],
      'ui.systemUsesDarkTheme': options.colorScheme === 'dark' ? 1 : 0,
    },
  });
  return {
    kind: 'firefox',
    browser,
    newPage: async () => {
      const page = await nextPage(browser, options);
      await page.bringToFront();
      return page;
    },
    install: (folder) => install(browser, folder),
    close: () => browser.close(),
  };
}

async function install(browser: Browser, folder: string): Promise<Extension> {
  const bidi = new Bidi(browser);
  const id = await browser.installExtension(folder);
  const chrome = await bidi.chromeWindow();
  const origin = await bidi.evaluate(
    chrome,
    (id) => `moz-extension://${WebExtensionPolicy.getByID(id).mozExtensionHostname}/`,
    id,
  );
  // Only when it is needed: a person who looks at the window would wonder about the tab.
  const speaker = once(() => bidi.openTab(`${origin}page.css`));

  // The extension may not read addresses, so a tab is known by being in front.
  const tabs = new WeakMap<Page, number>();
  const tabOf = async (page: Page) => {
    const inside = await speaker();
    await page.bringToFront();
    const inFront = async () => (await extension.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? -1;
    return bidi.evaluate(inside, inFront);
  };

  return {
    id,
    origin,
    evaluate: async (work, ...args) => bidi.evaluate(await speaker(), work, ...args),
    ask: async (page, request) => {
      const tab = tabs.get(page) ?? (await tabOf(page));
      tabs.set(page, tab);
      const send = (tab: number, message: unknown) => extension.tabs.sendMessage(tab, message, { frameId: 0 });
      return bidi.evaluate(await speaker(), send, tab, request);
    },
    openPopup: async (page) => {
      await page.bringToFront();
      await bidi.evaluate(chrome, openPanel, id);
      return popupOf(bidi, chrome);
    },
    stopBackground: () => bidi.evaluate(chrome, terminate, id),
    errors: () => bidi.evaluate(chrome, readErrors, id, origin),
  };
}

function popupOf(bidi: Bidi, chrome: string): Popup {
  const inPopup = (source: string) => bidi.evaluate(chrome, runInPanel, source);
  return {
    text: async () => JSON.parse(await inPopup('() => content.document.body.innerText')) as string,
    evaluate: async (work, ...args) => {
      // The work runs in a frame script, where the page's own globals hang on `content`.
      const source = `() => ((document, window) => (${work})(...${JSON.stringify(args)}))(content.document, content)`;
      return JSON.parse(await inPopup(source));
    },
    screenshot: async () => Buffer.from(await bidi.evaluate(chrome, drawPanel), 'base64'),
    close: () => bidi.evaluate(chrome, closePanel),
  };
}

/** The few calls made in the extension page; functions passed to `evaluate` run there, not here. */
declare const extension: {
  tabs: {
    query(filter: object): Promise<{ id?: number }[]>;
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<never>;
  };
};
declare const WebExtensionPolicy: { getByID(id: string): { mozExtensionHostname: string } };

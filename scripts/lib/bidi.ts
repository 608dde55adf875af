// WebDriver BiDi commands to Firefox that puppeteer does not offer: the browser's own window, tabs of the extension, and
// code in either.
import type { Browser } from 'puppeteer-core';

type Work<A extends unknown[], R> = (...args: A) => R | Promise<R>;

/** Sends over the connection that puppeteer holds, which it does not declare. */
export class Bidi {
  readonly #send: (method: string, params: object) => Promise<{ result: never }>;

  constructor(browser: Browser) {
    const { connection } = browser as unknown as { connection: { send: Bidi['send'] } };
    this.#send = connection.send.bind(connection) as never;
  }

  async send<R>(method: string, params: object): Promise<R> {
    return (await this.#send(method, params)).result;
  }

  async chromeWindow(): Promise<string> {
    const tree = await this.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    const context = tree.contexts[0]?.context;
    if (!context) throw new Error('Firefox shows no window.');
    return context;
  }

  /** In the background. The tab never reports that it has loaded, so a look tells. */
  async openTab(url: string): Promise<string> {
    const { context } = await this.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
      background: true,
    });
    await this.send('browsingContext.navigate', { context, url, wait: 'none' });
    for (const until = Date.now() + 10_000; Date.now() < until; ) {
      const there = await this.evaluate(context, () => location.href).catch(() => '');
      if (there === url) return context;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`Firefox did not open ${url}.`);
  }

  async evaluate<A extends unknown[], R>(context: string, work: Work<A, R>, ...args: A): Promise<R> {
    // Both scopes have `browser` where Chromium has `chrome`; code of ours calls it `extension`.
    const expression = `(async () => {
      const extension = globalThis.browser;
      return JSON.stringify((await (${work})(...${JSON.stringify(args)})) ?? null);
    })()`;
    const answer = await this.send<{ type: string; result: { value: string }; exceptionDetails?: { text: string } }>(
      'script.evaluate',
      { expression, target: { context }, awaitPromise: true },
    );
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'Firefox refused.');
    return JSON.parse(answer.result.value);
  }
}

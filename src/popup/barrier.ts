// Where the browser keeps extensions out, and whether the content script comes to a page by itself.

/** Why a page cannot be read; `unknown` where its address tells nothing, or is not told. */
export type Barrier = 'browser' | 'store' | 'pdf' | 'file' | 'unknown';

const STORES = /^(chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)$/;
const LEGACY_CHROME_STORE = /^chrome\.google\.com\/webstore/;

/** What stands between the extension and the page at `url`, after an attempt to read it has failed. */
export function barrierOf(url: string | null): Barrier {
  const address = url === null ? null : parse(url);
  if (!address) return 'unknown';
  if (/\.pdf$/i.test(address.pathname) || address.href.startsWith('resource://pdf.js')) return 'pdf';
  if (address.protocol === 'file:') return 'file';
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return 'browser';
  if (STORES.test(address.host) || LEGACY_CHROME_STORE.test(address.host + address.pathname)) return 'store';
  return 'unknown';
}

/** Whether one of the manifest's match patterns (scheme, host and `/*`) holds for `url`. */
export function isListed(url: string | null, patterns: string[]): boolean {
  const address = url === null ? null : parse(url);
  if (!address) return false;
  const scheme = address.protocol.slice(0, -1);
  return patterns.some((pattern) => {
    const [, patternScheme, host] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? [];
    if (!patternScheme || !host) return false;
    const schemeFits = patternScheme === '*' ? /^https?$/.test(scheme) : patternScheme === scheme;
    const hostFits = host.startsWith('*.')
      ? address.hostname === host.slice(2) || address.hostname.endsWith(host.slice(1))
      : address.hostname === host;
    return schemeFits && hostFits;
  });
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

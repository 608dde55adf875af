// What a page says about itself to machines: JSON-LD, Open Graph, meta elements. Read straight from the live document,
// where only querySelector and attributes are used.
import { dateInPath, dateOf } from './dates.ts';

export interface Metadata {
  /** Whether the page calls itself an article, calls itself something else, or says nothing to rely on. */
  says: 'article' | 'other' | 'nothing';
  title: string | null;
  description: string | null;
  /** ISO 8601. */
  published: string | null;
  source: string | null;
  /** BCP 47. */
  language: string | null;
}

type Thing = Record<string, unknown>;

const ARTICLE =
  /^(?:https?:\/\/schema\.org\/|schema:)?(?:\w*NewsArticle|Article|Report|\w*BlogPosting|PressRelease|NewsStory)$/;
const OTHER =
  /^(?:https?:\/\/schema\.org\/)?(?:Product\w*|Offer|Recipe|SearchResultsPage|CollectionPage|ItemList|QAPage|DiscussionForumPosting|JobPosting|Course|SoftwareApplication|VideoGallery|ProfilePage|ContactPage|CheckoutPage|Hotel|Restaurant|Event)$/;
const DATE_NAMES =
  'article:published_time og:article:published_time article:published og:published_time datepublished date pubdate ' +
  'publishdate publish_date publish-date publication_date publicationdate published_at published-date date.created ' +
  'dc.date.issued dc.date dcterms.date dcterms.created dcterms.issued dc.date.created parsely-pub-date sailthru.date ' +
  'cxenseparse:recs:publishtime cxenseparse:publishtime article.published article_date_original originalpublicationdate ' +
  'publish-time pub_date lastpubdate weibo:article:create_at rnews:datepublished citation_publication_date';

/** Scripts of structured data are small; a megabyte of it is no news. */
const MAX_JSON = 300_000;

export function readMetadata(document: Document): Metadata {
  const meta = metaElements(document);
  const { article, other } = structuredData(document);
  const type = meta.get('og:type')?.toLowerCase() ?? '';
  const saysArticle = article !== null || type === 'article' || type === 'news' || meta.has('article:published_time');
  const saysOther = other || /^(product|profile|video\.|music\.|book|place)/.test(type);
  const published =
    dateOf(text(article?.datePublished) ?? '') ?? dateFromMeta(meta) ?? dateOf(text(article?.dateCreated) ?? '');
  return {
    says: saysArticle ? 'article' : saysOther ? 'other' : 'nothing',
    title: text(article?.headline) ?? meta.get('og:title') ?? meta.get('twitter:title') ?? text(article?.name),
    description: meta.get('og:description') ?? meta.get('description') ?? text(article?.description),
    published: published ?? dateInPath(document.location?.pathname ?? ''),
    source: sourceOf(document, meta, article),
    language: languageOf(document, meta, article),
  };
}

/** By name in lower case; the first of each that has content. */
function metaElements(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  let seen = 0;
  for (const element of document.querySelectorAll('meta[content]')) {
    if (seen++ > 400) break;
    const content = squeeze(element.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (element.getAttribute(key) ?? '').toLowerCase().split(/\s+/)) {
        if (name && !found.has(name)) found.set(name, content);
      }
    }
  }
  return found;
}

function dateFromMeta(meta: Map<string, string>): string | null {
  for (const name of DATE_NAMES.split(' ')) {
    const date = dateOf(meta.get(name) ?? '');
    if (date) return date;
  }
  return null;
}

function structuredData(document: Document): { article: Thing | null; other: boolean } {
  const articles: Thing[] = [];
  let other = false;
  let seen = 0;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? '';
    if (seen++ > 20 || source.length > MAX_JSON) continue;
    for (const thing of things(parse(source))) {
      const types = [thing['@type']].flat().filter((type) => typeof type === 'string');
      if (types.some((type) => ARTICLE.test(type))) articles.push(thing);
      else if (types.some((type) => OTHER.test(type))) other = true;
    }
  }
  // A list page may describe each of its teasers as an article: then the page itself is none.
  const own = articles.find((thing) => isAbout(thing, document)) ?? (articles.length === 1 ? articles[0]! : null);
  return { article: own, other: other || (own === null && articles.length > 1) };
}

function isAbout(thing: Thing, document: Document): boolean {
  const page = document.location?.pathname;
  const main = thing.mainEntityOfPage as Thing | string | undefined;
  const named = [thing.url, thing['@id'], typeof main === 'string' ? main : (main?.['@id'] ?? main?.url)];
  if (page && page !== '/' && named.some((url) => typeof url === 'string' && pathOf(url) === page)) return true;
  const headline = text(thing.headline) ?? text(thing.name);
  return headline !== null && fold(document.title).includes(fold(headline));
}

function pathOf(url: string): string | null {
  try {
    return new URL(url, 'https://example.org/').pathname;
  } catch {
    return null;
  }
}

/** Sites break their JSON with comments, markers and raw line breaks; what cannot be mended is passed over. */
function parse(source: string): unknown {
  const trimmed = source.replace(/^\s*(?:<!\[CDATA\[|<!--|\/\/<!\[CDATA\[)|(?:\]\]>|-->|\/\/\]\]>)\s*$/g, '').trim();
  try {
    return JSON.parse(trimmed);
  } catch {
    try {
      return JSON.parse(trimmed.replace(/[\n\r\t]+/g, ' ').replace(/;\s*$/, ''));
    } catch {
      return null;
    }
  }
}

/** The objects of a JSON-LD document, out of lists, graphs and `mainEntity`. */
function things(data: unknown): Thing[] {
  const found: Thing[] = [];
  const queue: unknown[] = [data];
  while (queue.length > 0 && found.length < 200) {
    const next = queue.shift();
    if (Array.isArray(next)) queue.push(...next.slice(0, 100));
    else if (typeof next === 'object' && next !== null) {
      const thing = next as Thing;
      found.push(thing);
      if (thing['@graph']) queue.push(thing['@graph']);
      if (thing.mainEntity) queue.push(thing.mainEntity);
    }
  }
  return found;
}

function sourceOf(document: Document, meta: Map<string, string>, article: Thing | null): string | null {
  const named = (value: unknown): string | null =>
    text(value) ?? text(([value].flat()[0] as Thing | undefined)?.name ?? null);
  const declared =
    meta.get('og:site_name') ?? named(article?.publisher) ?? named(article?.isPartOf) ?? meta.get('application-name');
  if (declared && !/^(https?:|www\.)/.test(declared)) return declared;
  // "Headline | The Outlet": what follows the last separator, if it is short enough for a name.
  const suffix = /.(?:\s[|–—•·-]\s|｜)([^|–—•·｜]{2,50})$/.exec(squeeze(document.title))?.[1];
  return suffix && suffix.split(' ').length <= 6 ? suffix.trim() : null;
}

function languageOf(document: Document, meta: Map<string, string>, article: Thing | null): string | null {
  const root = document.documentElement;
  const inLanguage = article?.inLanguage as Thing | string | undefined;
  const candidates = [
    root?.getAttribute('lang') ?? root?.getAttribute('xml:lang'),
    text(typeof inLanguage === 'object' ? (inLanguage?.alternateName ?? inLanguage?.name) : inLanguage),
    meta.get('og:locale'),
    meta.get('content-language'),
    meta.get('language'),
  ];
  for (const candidate of candidates) {
    const tag = candidate?.trim().replaceAll('_', '-') ?? '';
    if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return tag;
  }
  return null;
}

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return squeeze(entities(value)) || null;
}

/** Headlines in JSON-LD are often escaped for HTML once more. */
function entities(value: string): string {
  const named: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };
  return value
    .replace(/&(amp|quot|apos|lt|gt|nbsp);/g, (_, name: string) => named[name] ?? '')
    .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
      const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}

export function squeeze(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** For comparing headlines: letters and figures only, in lower case. */
export function fold(value: string): string {
  return squeeze(value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
}

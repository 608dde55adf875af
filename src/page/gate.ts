// The cheap question in front of everything: may this page be an article at all? Most pages are none, and are left here
// within a few milliseconds: no clone, no computed style, no Readability.

export type Gate = 'maybe' | 'no-article' | 'empty' | 'not-html';

/** Text nodes looked at, at most. */
const MAX_NODES = 8_000;
/** A text node as long as this (code units) is prose, not a label, a headline or a link. */
const LONG = 70;
const LONG_DENSE = 30;
/** So much prose outside of links and teasers may be an article. */
const ENOUGH = 220;
/** On a front page (by its address), and on what calls itself a shop or a forum, it takes more. */
const MUCH = 2500;

const SAYS_ARTICLE = 'meta[property="og:type"][content="article"],meta[property="article:published_time"]';
const SKIPPED = new Set('script style noscript template textarea title option svg iframe'.split(' '));
const AROUND =
  'a[href],nav,footer,aside,form,dialog,[role="dialog"],[aria-modal="true"],[contenteditable]:not([contenteditable="false"])';
const CARD_HEADLINE = 'h2 a[href],h3 a[href],h4 a[href],a[href] h2,a[href] h3,a[href] h4';
const DENSE_SCRIPT = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;

/** @param doubtful asks for much more prose, of a page that calls itself something else than an article. */
export function gate(document: Document, doubtful = false): Gate {
  const type = document.contentType;
  if (type !== 'text/html' && type !== 'application/xhtml+xml') return 'not-html';
  const { body } = document;
  if (!body) return 'empty';
  if (body.localName !== 'body') return 'not-html'; // frames
  const enough = doubtful || (isFront(document) && !document.querySelector(SAYS_ARTICLE)) ? MUCH : ENOUGH;
  const walker = document.createTreeWalker(body, 4 /* SHOW_TEXT */);
  let prose = 0;
  let letters = 0;
  for (let i = 0; i < MAX_NODES; i++) {
    const node = walker.nextNode();
    if (!node) break;
    const data = (node as Text).data;
    if (data.length < LONG_DENSE) {
      letters += data.length > 1 ? data.trim().length : 0;
      continue;
    }
    const parent = node.parentElement;
    if (!parent || SKIPPED.has(parent.localName)) continue;
    const length = data.trim().length;
    letters += length;
    if (length < LONG && !(length >= LONG_DENSE && DENSE_SCRIPT.test(data))) continue;
    if (parent.closest(AROUND) || isTeaser(parent)) continue;
    // A Chinese character says about as much as three Latin letters.
    prose += DENSE_SCRIPT.test(data) ? length * 3 : length;
    if (prose >= enough) return 'maybe';
  }
  if (letters > enough && prose + proseOfPieces(body) >= enough) return 'maybe';
  // Text in shadow trees is not seen from here; a page whose own tree has next to none may keep it there.
  if (prose < enough && letters < 2000 && hasShadowText(body)) return 'maybe';
  return letters < 2 ? 'empty' : 'no-article';
}

/** By its address: "/", "/en/", "/index.html", without a query that may name an article. */
export function isFront(document: Document): boolean {
  const { protocol, pathname, search } = document.location ?? {};
  if (!/^https?:$/.test(protocol ?? '') || search) return false;
  return /^\/([a-z]{2}(-[a-z]{2})?\/?)?(index\.\w+)?$/i.test(pathname ?? '');
}

/** Paragraphs whose text stands in many short nodes: a word each, as read-aloud players and annotators leave it. */
function proseOfPieces(body: Element): number {
  let prose = 0;
  let seen = 0;
  for (const paragraph of body.querySelectorAll('p')) {
    if (++seen > 60) break;
    if (paragraph.childNodes.length < 6) continue;
    const length = (paragraph.textContent ?? '').trim().length;
    if (length < LONG * 2 || paragraph.closest(AROUND) || isTeaser(paragraph)) continue;
    let linked = 0;
    for (const link of paragraph.querySelectorAll('a[href]')) linked += (link.textContent ?? '').length;
    if (linked < length / 2) prose += length - linked;
  }
  return prose;
}

/** Whether the text stands in a card of a list: a box close by has a linked headline and little else. */
function isTeaser(parent: Element): boolean {
  let box: Element | null = parent;
  for (let level = 0; box && level < 4; level++, box = box.parentElement) {
    if (box.localName === 'body' || box.localName === 'main') return false;
    if (!box.querySelector(CARD_HEADLINE)) continue;
    return (box.textContent ?? '').length < 900 && box.querySelectorAll('p').length <= 2;
  }
  return false;
}

function hasShadowText(body: Element): boolean {
  let seen = 0;
  for (const element of body.querySelectorAll('*')) {
    if (++seen > 3000) return false;
    if (element.shadowRoot && (element.shadowRoot.textContent ?? '').length > ENOUGH) return true;
  }
  return false;
}

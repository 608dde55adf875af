// From a document to the article in it: gate, boxes, Readability, selection, and the judgement whether it is an article.
// Works in any document, rendered or not (the command line gives it one of jsdom).
import type { Article, Block } from '../engine/analysis.ts';
import { type Run, readBoxes } from './boxes.ts';
import { dateInWords, dateOf } from './dates.ts';
import { gate, isFront } from './gate.ts';
import type { Looks } from './looks.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { headingOf, type Selected, Selection } from './selection.ts';
import { chooseRuns } from './skeleton.ts';
import type { Slices } from './slices.ts';
import type { BlockText } from './textmap.ts';

/** A block's text in the page, beside the `Block` of the same index. */
export interface Source {
  /** The element whose own line it is. */
  element: Element;
  text: BlockText;
  /** Its place among the runs of that element, and how many those are: an element may hold several (`<br><br>`). */
  nth: number;
  of: number;
}

export type Reading =
  | {
      ok: true;
      article: Article;
      sources: Source[];
      root: Element /** Those that hold some of it. */;
      shadowRoots: ShadowRoot[];
    }
  | { ok: false; reason: 'no-article' | 'empty' | 'not-html' | 'too-long' };

/** Throws `Stopped` when its slices are stopped. Everything else that can go wrong with a page is a reason. */
export async function readArticle(document: Document, looks: Looks, slices: Slices): Promise<Reading> {
  const first = gate(document);
  if (first !== 'maybe') return { ok: false, reason: first };
  const metadata = readMetadata(document);
  // A shop's or a forum's page has to have much prose to be looked at more closely.
  if (metadata.says === 'other' && gate(document, true) !== 'maybe') return { ok: false, reason: 'no-article' };
  if (slices.due()) await slices.pause();
  const boxes = await readBoxes(document.body, looks, slices);
  if (!boxes) return { ok: false, reason: 'too-long' };
  if (boxes.runs.length === 0) return { ok: false, reason: 'empty' };
  const chosen = await chooseRuns(boxes, metadata.title ?? document.title, document.implementation, slices);
  await slices.pause();
  const selected = await new Selection(boxes, chosen, metadata).select(slices);
  if (!isArticle(selected, metadata, document)) return { ok: false, reason: 'no-article' };
  if (slices.due()) await slices.pause();
  const counts = new Map<Element, number>();
  const nths = boxes.runs.map(({ box }) => {
    const nth = counts.get(box.element) ?? 0;
    counts.set(box.element, nth + 1);
    return nth;
  });
  if (slices.due()) await slices.pause();
  const sources = selected.map(({ run }) => ({
    element: run.box.element,
    text: run.text,
    nth: nths[run.order]!,
    of: counts.get(run.box.element)!,
  }));
  if (slices.due()) await slices.pause();
  const shadowRoots = boxes.shadowRoots.filter((root) => sources.some(({ element }) => root.contains(element)));
  const blocks = selected.map(({ run, kind }, id): Block => ({ id, kind, text: run.text.text }));
  if (slices.due()) await slices.pause();
  const title = blocks.find((block) => block.kind === 'title')?.text.replaceAll('\n', ' ');
  const article: Article = {
    url: document.URL && document.URL !== 'about:blank' ? document.URL : null,
    title: title ?? metadata.title ?? withoutSite(document.title),
    source: metadata.source,
    language: metadata.language,
    published: metadata.published ?? dateOnPage(document, selected, boxes.runs),
    blocks,
  };
  return { ok: true, article, sources, root: commonAncestor(sources) ?? document.body, shadowRoots };
}

/** Prose enough, in paragraphs, not in links; a page that calls itself an article needs less of it. */
function isArticle(selected: Selected[], metadata: Metadata, document: Document): boolean {
  let prose = 0;
  let linked = 0;
  let paragraphs = 0;
  let short = 0;
  let heads = 0;
  for (const { run, kind } of selected) {
    // By now it is clear, and megabytes need not be counted.
    if (prose > 20_000) break;
    if (kind === 'title') continue;
    if (headingOf(run)) heads += run.linked > run.text.text.length / 2 ? 1 : 0;
    // A character of Chinese, Japanese or Korean says about as much as three Latin letters.
    const dense = (run.text.text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0) * 2;
    prose += run.text.text.length + dense - run.linked;
    linked += run.linked;
    if (run.text.text.length + dense > 100) paragraphs++;
    else if (run.text.text.length > 60) short++;
  }
  // Sentences a paragraph each, as sports and news in brief are written.
  paragraphs += Math.floor(short / 3);
  if (paragraphs === 0 || linked > prose) return false;
  // Teasers: as many linked headlines as texts under them.
  if (heads >= 4 && heads >= paragraphs / 2) return false;
  if (metadata.says === 'article') return prose >= 160;
  const hasTitle = selected.some(({ kind }) => kind === 'title');
  if (metadata.says === 'other' || isFront(document)) return prose >= 2500 && hasTitle && paragraphs >= 6;
  return prose >= (hasTitle ? 250 : 600) && (paragraphs > 1 || prose >= 300);
}

/** A date beside the headline: a `<time>`, else one in words in a short line close to it. */
function dateOnPage(document: Document, selected: Selected[], runs: Run[]): string | null {
  const times = document.querySelectorAll(
    'time[pubdate],time[itemprop="datePublished"],article time,main time,header time,time',
  );
  for (const time of [...times].slice(0, 12)) {
    const date = dateOf(time.getAttribute('datetime') ?? '') ?? dateInWords(time.textContent ?? '');
    if (date && !/updat|modif/i.test(`${time.className} ${time.parentElement?.textContent?.slice(0, 40)}`)) return date;
  }
  const named = document.querySelector(
    '[itemprop="datePublished"],[class*="publish" i][class*="date" i],[class*="date" i]',
  );
  const title = selected.find(({ kind }) => kind === 'title')?.run.order ?? selected[0]!.run.order;
  const from = Math.max(0, title - 4);
  const last = selected.at(-1)!.run.order;
  const near = [...runs.slice(from, title + 12), ...runs.slice(last + 1, last + 6), ...runs.slice(last, last + 1)];
  const taken = new Set(selected.map(({ run }) => run));
  // A date in the article's own sentences is what it tells of; only a line that is little else dates the article.
  const lines = near.map((run) => run.text.text).filter((text, i) => text.length <= (taken.has(near[i]!) ? 50 : 100));
  for (const line of [...lines, named?.textContent?.slice(0, 100) ?? '']) {
    const date = /^\s*(?:last )?(?:updated|modified)/i.test(line) ? null : dateInWords(line);
    if (date) return date;
  }
  return null;
}

const withoutSite = (title: string): string => title.replace(/(?:\s+[|–—•·]\s+|｜)[^|–—•·｜]{2,50}$/, '').trim();

/** The lowest element that holds all the blocks; across shadow roots, that of their hosts. */
function commonAncestor(sources: Source[]): Element | null {
  let common: Element[] | null = null;
  let parent: Node | null = null;
  for (const { element } of sources) {
    // Paragraph after paragraph of one box has the ancestors that the first had.
    if (element.parentNode === parent && common?.at(-1)?.parentNode !== parent) continue;
    parent = element.parentNode;
    const path: Element[] = [];
    for (let at: Node | null = element; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
      if (at.nodeType === 1) path.push(at as Element);
    }
    path.reverse();
    if (!common) common = path;
    else {
      let i = 0;
      while (i < common.length && common[i] === path[i]) i++;
      common.length = i;
    }
  }
  return common?.at(-1) ?? null;
}

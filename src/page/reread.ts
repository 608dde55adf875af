// Reads single blocks of a known article again, after their text changed.
import type { Source } from './article.ts';
import { readBox } from './boxes.ts';
import type { Looks } from './looks.ts';
import type { Slices } from './slices.ts';

/** An element with more text (code units) is read with the whole page, in slices. */
const MAX_TEXT = 50_000;

/**
 * The sources with those of `elements` read anew; null when the article's structure is not what it was: an element is
 * gone, holds another number of texts, or new boxes with text of their own.
 */
export async function reread(
  sources: readonly Source[],
  elements: ReadonlySet<Element>,
  looks: Looks,
  slices: Slices,
): Promise<Source[] | null> {
  const known = new Set(sources.map((source) => source.element));
  const fresh = [...sources];
  for (const element of elements) {
    if (!element.isConnected || (element.textContent ?? '').length > MAX_TEXT) return null;
    const boxes = readBox(element, looks);
    if (!boxes) return null;
    if (boxes.runs.some(({ box, text }) => !known.has(box.element) && text.text.length >= 25)) return null;
    const own = boxes.runs.filter(({ box }) => box.element === element);
    for (const [id, source] of fresh.entries()) {
      if (source.element !== element) continue;
      const run = own.length === source.of ? own[source.nth] : undefined;
      if (!run) return null;
      // Text nodes that a framework replaced without another word still are other nodes.
      fresh[id] = { ...source, text: run.text };
    }
    if (slices.due()) await slices.pause();
  }
  return fresh;
}

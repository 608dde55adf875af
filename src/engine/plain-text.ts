// Plain text → Article: what the command line, tests and benchmarks feed the engine with.
import type { Article, Block } from './analysis.ts';

export interface PlainArticle {
  article: Article;
  /** Where each block's text begins in the whole text, in UTF-16 code units. */
  offsets: number[];
}

/**
 * Paragraphs are parted by line breaks. The first is the title when it is written like one: short, without a closing
 * full stop, with something behind it. `titleFirst` says that it is the title whatever it looks like.
 */
export function articleFromText(text: string, published: string | null = null, titleFirst = false): PlainArticle {
  const blocks: Block[] = [];
  const offsets: number[] = [];
  const line = /[^\r\n]+/g;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const raw = match[0];
    const trimmed = raw.trim();
    if (trimmed === '') continue;
    offsets.push(match.index + raw.indexOf(trimmed));
    blocks.push({ id: blocks.length, kind: kindOf(trimmed), text: trimmed });
  }
  const first = blocks[0];
  const titled = first !== undefined && blocks.length > 1 && (titleFirst || looksLikeTitle(first.text));
  if (first && titled) first.kind = 'title';
  return {
    article: { url: null, title: titled && first ? first.text : '', source: null, language: null, published, blocks },
    offsets,
  };
}

function kindOf(text: string): Block['kind'] {
  if (/^([-*•·–—]|\d{1,2}[.)])\s/.test(text)) return 'list';
  return text.length < 80 && /^\p{Lu}/u.test(text) && !/[.!?:;,"”’)]$/.test(text) ? 'heading' : 'paragraph';
}

const looksLikeTitle = (text: string): boolean => text.length < 200 && !/[.:;,]["”’)]?$/.test(text);

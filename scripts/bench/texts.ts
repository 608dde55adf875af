// What is measured on: the demonstration articles or the texts a person names, stretched to any length, and the worst inputs.
import { readFile } from 'node:fs/promises';
import type { Article } from '../../src/engine/analysis.ts';
import { articleFromText } from '../../src/engine/plain-text.ts';
import { DEMO_ARTICLES } from '../demo/articles.ts';
import { fromCaller } from '../lib/paths.ts';
import { Trouble } from '../lib/trouble.ts';

export function demoTexts(): string[] {
  return DEMO_ARTICLES.map(({ headline, standfirst, dateline, body }) =>
    [
      headline,
      standfirst,
      ...body.map((part, i) => (typeof part === 'string' ? (i === 0 ? `${dateline} — ${part}` : part) : part.heading)),
    ].join('\n\n'),
  );
}

/** Plain texts, and every "text" of `.jsonl` files. @throws Trouble when one cannot be read. */
export async function readTexts(paths: string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const path of paths) {
    const content = await readFile(fromCaller(path), 'utf8').catch(() => {
      throw new Trouble(`${path} cannot be read.`);
    });
    if (!path.endsWith('.jsonl')) texts.push(content);
    else
      for (const line of content.split('\n')) {
        if (line.trim() === '') continue;
        const { text } = JSON.parse(line) as { text?: unknown };
        if (typeof text === 'string') texts.push(text);
      }
  }
  if (texts.length === 0) throw new Trouble('There is no text in these files.');
  return texts;
}

/** Paragraphs of the texts in turn, until there are `length` characters. */
export function stretched(texts: string[], length: number, between = '\n\n'): string {
  const paragraphs = texts.flatMap((text) => text.split(/\n+/)).filter((p) => p.trim() !== '');
  const parts: string[] = [];
  let total = 0;
  for (let i = 0; total < length; i++) {
    const part = paragraphs[i % paragraphs.length] as string;
    parts.push(part);
    total += part.length + between.length;
  }
  return parts.join(between).slice(0, length);
}

export const articleOf = (text: string): Article => articleFromText(text).article;

/** Inputs that a careless reader would choke on, each of about `length` characters. */
export function worstInputs(texts: string[], length: number): [string, string][] {
  const repeat = (unit: string): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  return [
    ['one paragraph of ordinary text', stretched(texts, length, ' ')],
    ['capitals: the text set in capitals', stretched(texts, length).toUpperCase()],
    ['capitals: unknown names only', repeat('Varno Kelisto Ambrel Oskin Tarevi ')],
    ['one known name', repeat('Putin ')],
    ['one word without an end', repeat('a')],
    ['one everyday word', repeat('the ')],
    ['opening brackets', repeat('(')],
    ['brackets around acronyms', repeat('Council of State (CS) ')],
    ['titles', repeat('Deputy Prime Minister President Foreign Minister ')],
    ['bodies', repeat('Ministry of Foreign Affairs and Trade Council Committee ')],
    ['capital cities', repeat('Moscow Beijing Washington ')],
    ['initials and full stops', repeat('J. K. U.S. ')],
    ['hyphens', repeat('China-')],
    ['line breaks', repeat('Putin\n')],
  ];
}

// The demonstration articles: three meetings that were made up, between people who held these offices in autumn 2026,
// told as a wire agency would tell them. `npm start`, `npm run screenshots` and the browser tests show them.
import { call } from './call.ts';
import { reception } from './reception.ts';
import { round } from './round.ts';

export interface DemoArticle {
  /** Last part of its address. */
  slug: string;
  section: string;
  headline: string;
  standfirst: string;
  /** ISO 8601 date and time with offset. */
  published: string;
  dateline: string;
  /** What the drawing above the text shows. */
  caption: string;
  /** A string is a paragraph, `{ heading }` a heading between paragraphs. */
  body: (string | { heading: string })[];
}

export const DEMO_ARTICLES: readonly [DemoArticle, ...DemoArticle[]] = [reception, call, round];

// Answers `analyze`: the article in, the analysis or one plain sentence out. It never rejects, so that the page has
// something to show whatever happened here.
import type { Analysis, Article } from '../engine/analysis.ts';
import type { AnalyzeReply } from '../messages.ts';
import { checkRequest } from './requests.ts';

/** Opens whatever is needed and reads the article. Rejects with an Error whose message a reader can be shown. */
export type Reader = (article: Article) => Promise<Analysis>;

export async function answerAnalyze(request: unknown, read: Reader): Promise<AnalyzeReply> {
  try {
    const { article } = checkRequest('analyze', request);
    return { ok: true, analysis: await read(article) };
  } catch (error) {
    return { ok: false, message: sentenceOf(error) };
  }
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message.trim() : '';
  // A TypeError of ours would tell a reader nothing; it goes to the console of the background for a bug report.
  if (message === '' || error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) {
    console.error(error);
    return `Attaché stumbled over this article${message === '' ? '' : ` (${message})`}.`;
  }
  return message;
}

// What the background accepts: the shape of each request that a page may send it. A page's text is other people's, and
// an old content script may outlive an update, so a request is believed only after this check.
import * as v from 'valibot';
import type { Request } from '../messages.ts';

const NullableText = v.nullable(v.string());

const Block = v.object({
  id: v.pipe(v.number(), v.integer(), v.minValue(0)),
  kind: v.picklist(['title', 'heading', 'paragraph', 'list', 'caption', 'quote']),
  text: v.string(),
});

const Article = v.object({
  url: NullableText,
  title: v.string(),
  source: NullableText,
  language: NullableText,
  published: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as YYYY-MM-DD'))),
  blocks: v.pipe(
    v.array(Block),
    v.check(
      (blocks) => new Set(blocks.map((block) => block.id)).size === blocks.length,
      'an id of its own for each block',
    ),
  ),
});

type Accepted = 'analyze' | 'stateChanged';

const SHAPES: { [T in Accepted]: v.GenericSchema<unknown, Request<T>> } = {
  analyze: v.object({ type: v.literal('analyze'), article: Article }),
  stateChanged: v.object({
    type: v.literal('stateChanged'),
    badge: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
};

/** A request of another shape than `messages.ts` promises. Its message names the first place that is wrong. */
export class RequestError extends Error {
  override name = 'RequestError';
}

/** Gives the request back, checked. Throws `RequestError`. */
export function checkRequest<T extends Accepted>(type: T, request: unknown): Request<T> {
  const result = v.safeParse(SHAPES[type], request);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const where = v.getDotPath(issue) ?? 'the whole of it';
  throw new RequestError(`Attaché got a "${type}" request that it does not understand (${where}: ${issue.message}).`);
}

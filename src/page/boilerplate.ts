// What stands among an article's paragraphs without being of it: related links, newsletter boxes, share bars, bylines,
// advertisements. Told by the names that sites give to boxes, by links, and by the few words of the text.
import { type Box, nameOf, type Run } from './boxes.ts';
import { dateInWords } from './dates.ts';

// Compared with the words of class and id, split at hyphens, underscores and capitals.
const WORDS = new Set(
  (
    'related recommended recommendation recommendations newsletter newsletters subscribe subscription subscriber signup ' +
    'promo promotion promobox advert advertisement advertising ads sponsor sponsored sponsors share sharing sharebar social ' +
    'comment comments disqus cookie cookies consent gdpr trending outbrain taboola readmore seealso breadcrumb breadcrumbs ' +
    'pagination pager bio byline timestamp toolbar copyright paywall donate donation teaser teasers widget poll quiz ticker ' +
    'pullquote toc sidebar hashtags keywords upsell crosspromo inread dfp adslot interstitial mostread mostpopular ' +
    'readnext morestories contributors sociallinks relatedlinks relatednews infolist verwandte relacionadas relacionados ' +
    'correlati powiazane lire-aussi lireaussi'
  ).split(' '),
);
const PHRASES =
  /(?:^|[\s_-])(?:most[-_ ]?(?:read|popular|viewed|shared)|(?:read|see|watch|view)[-_]?(?:more|next|also)|more[-_]?(?:on|from|stories|news|articles)|(?:author|writer)[-_]?(?:bio|box|info|card|profile)|(?:sign|log)[-_]?(?:up|in)|follow[-_]?us|pull[-_]?quote|app[-_]?(?:promo|banner)|screen[-_]?reader|visually[-_]?hidden|sr[-_]only|table[-_]of[-_]contents|article[-_]?(?:tags|topics|links|tools|meta|info|date)|post[-_]?(?:tags|meta|navigation|nav)|entry[-_]?(?:meta|utility|footer)|tag[-_]?(?:list|cloud|links)|(?:meta|date|time)[-_]?(?:line|info|data|bar)|reading[-_]?time|audio[-_]?player|live[-_]?updates?[-_]?nav|story[-_]?(?:package|links|tags)|link[-_]?(?:box|list)|ad[-_](?:unit|container|wrapper|label|slot|text|box|holder|banner|placeholder)|advert\w*)/i;

// The whole of a short text, or its beginning, in the languages of the larger international press.
const WHOLE =
  /^(?:advertisement|advertising|ad|sponsored|loading\.*|share|share this.*|print|email|e-mail|copy link|comments?|facebook|twitter|x|whatsapp|telegram|linkedin|play|pause|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklama|реклама|إعلان|广告|広告|read more|more|top stories|latest news|editor'?s picks|recommended|related(?: (?:articles?|stories|news|links|topics|content|coverage|posts?))?|more on this(?: story)?|in this article|trending|tags?|topics?|what to read next|recommended stories|end of list|list of \d+ items.*|story continues below.*|continue reading.*|skip .*|keep reading.*|\d+ of \d+|\d+ (?:min|minutes?) read|click to .*|view all.*|see all.*|report (?:a )?(?:typo|error).*|back to top)[\s:.…>»→]*$/i;
const START =
  /^(?:read (?:more|also|next)|also read|see also|related(?: (?:article|story|news|coverage))?|more (?:on|from)|watch(?: now| live)?|listen(?: to)?|sign up|subscribe|follow (?:us|@)|join (?:us|our)|download (?:our|the)|click here|get (?:the|our) .{0,40}(?:newsletter|app|inbox)|share (?:on|via)|tags?|topics?|filed under|keywords|recommended|don'?t miss|(?:copyright|©)|all rights reserved|(?:[àa] )?lire aussi|videos?|photos?|gallery|in pictures|lesen sie auch|mehr zum thema|lea también|te puede interesar|más información|leia (?:também|mais)|leggi anche|читайте также|читать также|اقرأ أيضا|相关阅读|关联阅读|延伸阅读|İlgili haber)\s*(?:[:：|>»–—-]|$)/i;
const NEWSLETTER =
  /\b(?:newsletter|your inbox|sign up (?:for|to)|subscribe to (?:our|the)|privacy policy|terms of (?:use|service)|follow us on|download our app)\b/i;
const BYLINE =
  /^(?:by|written by|from our|von|par|por|di|автор:?)\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:and|und|et|y|e|и|&|,|\p{Lu}|[\p{L}.'’,-]+)){0,12}$/u;

function words(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

/** Whether the box's class or id calls it something that is not the article. */
export function namedJunk(box: Box): boolean {
  const name = nameOf(box);
  if (name === ' ') return false;
  return PHRASES.test(name) || words(name).some((word) => WORDS.has(word));
}

/** Whether the run's own text says that it is not the article: "Read more: …", "Advertisement", all of it one link. */
export function saysJunk(run: Run): boolean {
  const { text } = run.text;
  if (!/[\p{L}\p{N}]{2}|[\u3400-\u9fff]/u.test(text)) return true;
  if (text.length < 200 && run.linked >= text.length * 0.85) return true;
  if (text.length < 90 && WHOLE.test(text)) return true;
  if (text.length < 240 && START.test(text) && (run.linked > 0 || text.length < 40)) return true;
  return text.length < 320 && NEWSLETTER.test(text) && (run.linked > 0 || text.length < 140);
}

/** Between headline and first paragraph: who wrote it, when, how long it takes to read. */
export function isByline(run: Run): boolean {
  const { text } = run.text;
  if (text.length > 140) return false;
  if (BYLINE.test(text)) return true;
  if (isStamp(run)) return true;
  if (/^\d+ (?:min|minutes?)\b/.test(text)) return true;
  const rest = text.length - 28;
  return dateInWords(text) !== null && rest < 32 && !/[.!?。]\s*$/.test(text.replace(/\d\.|[ap]\.m\.$/gi, ''));
}

/** When the page was published or changed, said in a line of its own. */
export function isStamp({ text: { text } }: Run): boolean {
  const named = /^(?:(?:first |last )?(?:published|updated|posted|modified)|issued|publication date|last updated?)\b/i;
  return text.length < 100 && named.test(text) && !/[a-z]{3,}[.!?]$/.test(text);
}

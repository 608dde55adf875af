// Countries: names, adjectives and nationals, prefixes before a hyphen, and capitals and seats that stand for a government.
import { FORM, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import type { Doc } from '../document.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { meaningOf } from './ambiguity.ts';
import { adjacent, before, behind, isNameToken, longest, type Reading } from './cover.ts';

/** Reads the tokens from `start` up to `end` that nobody has claimed. */
export function readCountries(reading: Reading, start = 0, end = reading.doc.count): void {
  const { doc, cover } = reading;
  for (let i = start; i < end; i++) {
    if (cover.at(i)) continue;
    const match = longest(reading, i, KIND.country);
    if (!match || !cover.isFree(match.from, match.to)) continue;
    const meant = meaningOf(reading, match.from, match.to);
    if (meant === null) {
      cover.claim({ from: match.from, to: match.to, type: 'other', form: 'name', senses: [], source: 'dictionary' });
      continue;
    }
    if (meant !== undefined)
      match.senses = match.senses.filter((s) => doc.dictionary.countries.at(senseRef(s)).id === meant);
    const forms = new Set(match.senses.map(senseForm));
    const of = (form: number): number[] => match.senses.filter((s) => senseForm(s) === form);
    const claim = (form: 'name' | 'adjective' | 'metonym', code: number): void => {
      cover.claim({ from: match.from, to: match.to, type: 'country', form, senses: of(code), source: 'dictionary' });
    };
    if (partOfPersonName(reading, match.from, match.to)) continue;
    if (forms.has(FORM.name)) {
      // "Saudi", "UAE", "Soviet" may be both: before a word that takes an adjective it is one only if it is no acronym.
      claim('name', FORM.name);
    } else if (forms.has(FORM.adjective)) {
      if (!isLanguage(doc, match.from, match.to)) claim('adjective', FORM.adjective);
    } else if (forms.has(FORM.prefix)) {
      if (doc.flag(match.to, F.Joiner)) claim('adjective', FORM.prefix);
    } else if (forms.has(FORM.metonym) || forms.has(FORM.seat)) {
      const form = forms.has(FORM.seat) ? FORM.seat : FORM.metonym;
      if (actsAsGovernment(reading, match.from, match.to)) claim('metonym', form);
      else
        cover.claim({
          from: match.from,
          to: match.to,
          type: 'other',
          form: 'name',
          senses: of(form),
          source: 'dictionary',
        });
    }
    i = match.to - 1;
  }
}

/** "Israel Katz", "Jordan Henderson", "Michael Jordan": a given name or surname that a country has too. */
function partOfPersonName(reading: Reading, from: number, to: number): boolean {
  const { doc } = reading;
  if (to - from > 1) return false;
  const person = longest(reading, from, KIND.person);
  if (person && person.to > to && person.senses.some((s) => senseForm(s) === FORM.name)) return true;
  // A given name before a capital that is no everyday word: "Sofia Ostrogan", "Jordan Henderson".
  const surname =
    doc.flag(to, F.Capital) &&
    !doc.flag(to, F.Caps) &&
    !doc.is(to, C.common) &&
    longest(reading, to, KIND.country) === null;
  if (doc.is(from, C['given-name']) && surname && adjacent(doc, to - 1) && doc.styleAt(from) === 'running') return true;
  const left = from - 1;
  return (
    left >= 0 &&
    doc.is(from, C['family-name']) &&
    adjacent(doc, left) &&
    doc.flag(left, F.Capital) &&
    doc.is(left, C['given-name'] | C.honorific) &&
    !doc.is(left, C['given-and-word'])
  );
}

/** "speaks Turkish", "in Arabic": the language, which is no mention. */
function isLanguage(doc: Doc, from: number, to: number): boolean {
  if (doc.is(to, C['language-cue'])) return true;
  const p = before(doc, from);
  if (doc.is(p, C['language-cue'])) return true;
  const inWord = doc.key(p) === doc.dictionary.idOf('in');
  const next = behind(doc, to - 1);
  return (
    inWord &&
    (next < 0 || doc.flag(next, F.Mark) || doc.is(next, C.conjunction | C.preposition)) &&
    !doc.text(from, to).endsWith('s')
  );
}

const TOWARDS = [
  'on',
  'with',
  'between',
  'against',
  'toward',
  'towards',
  'by',
  'for',
  'about',
  'than',
  'of',
  'over',
  'including',
  'among',
];
/** Prepositions that begin clauses as well: "after Ottawa accused", "as Beijing vies". */
const CLAUSE_OPENERS = [
  'after',
  'before',
  'since',
  'as',
  'until',
  'that',
  'while',
  'if',
  'because',
  'when',
  'but',
  'and',
  'although',
  'though',
  'unless',
  'whether',
  'where',
  'how',
  'why',
  'what',
  'which',
];
const BACKING = [
  'backed',
  'led',
  'aligned',
  'friendly',
  'controlled',
  'sponsored',
  'brokered',
  'imposed',
  'appointed',
  'supported',
  'proposed',
  'drafted',
  'funded',
  'allied',
  'run',
  'style',
  'mediated',
  'ordered',
  'approved',
];
const SIDES = ['pro', 'anti'];
const GOVERNMENT_BEFORE_TO = [
  'support',
  'aid',
  'message',
  'assistance',
  'threat',
  'pressure',
  'concessions',
  'weapons',
  'arms',
  'warning',
  'proposal',
  'letter',
  'response',
  'loyal',
  'close',
  'ties',
  'sales',
  'signal',
  'back',
  'allegiance',
  'claims',
  'claim',
  'unacceptable',
  'acceptable',
  'important',
  'ambassador',
  'envoy',
  'concession',
  'demand',
  'demands',
  'offer',
  'belongs',
  'belong',
  'hostile',
  'subservient',
  'gift',
  'rebuke',
  'appeal',
  'according',
  'thanks',
  'sympathetic',
  'accountable',
  'handed',
];
const GOVERNMENT_BEFORE_FROM = [
  'support',
  'pressure',
  'message',
  'permission',
  'response',
  'aid',
  'statement',
  'order',
  'orders',
  'demand',
  'demands',
  'signal',
  'signals',
  'backing',
  'approval',
  'criticism',
  'concessions',
  'guarantees',
  'word',
  'directive',
  'independence',
  'instructions',
  'answer',
  'accusations',
  'assurances',
  'objections',
  'reaction',
  'threats',
  'threat',
  'spokesperson',
  'spokesman',
  'spokeswoman',
  'invitation',
  'condemnation',
  'recognition',
  'commitment',
  'protection',
];
const WHOLE_OF_A_PLACE = [
  'city',
  'capital',
  'streets',
  'outskirts',
  'suburb',
  'suburbs',
  'north',
  'south',
  'east',
  'west',
  'port',
  'district',
  'centre',
  'center',
  'university',
  'mayor',
  'residents',
  'battle',
];
const AT_A_PLACE = [
  'visited',
  'visiting',
  'visit',
  'left',
  'leaving',
  'reached',
  'reaching',
  'entered',
  'entering',
  'central',
  'downtown',
  'near',
  'outside',
  'inside',
  'capital',
];

/** Whether a capital or seat stands for its government in this sentence, or is only a place. */
export function actsAsGovernment(reading: Reading, from: number, to: number): boolean {
  const { doc, cover } = reading;
  const word = (i: number): string => (i >= 0 && i < doc.count && doc.flag(i, F.Word) ? doc.fold(i) : '');
  const seat = isSeat(reading, from);
  // "Beijing, China": a place named with its country; "PARIS — ": a dateline.
  if (
    doc.isMark(to, 44) &&
    longest(reading, to + 1, KIND.country)?.senses.some((s) => senseForm(s) === FORM.name) &&
    !seat &&
    !subjectVerb(reading, to)
  ) {
    if (
      doc.isMark((longest(reading, to + 1, KIND.country) as { to: number }).to, 44) ||
      !doc.is(before(doc, from), C.conjunction)
    )
      return false;
  }
  const p = before(doc, from);
  const joinedLeft = doc.flag(from - 1, F.Joiner);
  const joinedRight = doc.flag(to, F.Joiner);
  if (joinedLeft && SIDES.includes(word(p))) return true;
  if (joinedRight) {
    const next = word(to + 1);
    if (BACKING.includes(next)) return true;
    if (next === 'based' || next === 'born') return false;
    const other = longest(reading, to + 1, KIND.country);
    if (other) return true;
    return false;
  }
  if (joinedLeft && longest(reading, p, KIND.country)) return true;
  if (joinedLeft) return false;
  // Part of a longer capitalised name: "Paris Saint-Germain", "Washington Post", "Vienna Convention".
  const possessive = doc.flag(to, F.Possessive);
  if (
    !possessive &&
    doc.styleAt(from) === 'running' &&
    isNameToken(doc, to) &&
    adjacent(doc, to - 1) &&
    !doc.is(to, C.common)
  )
    return false;
  if (
    p >= 0 &&
    doc.flag(p, F.Capital) &&
    doc.flag(p, F.Word) &&
    !doc.flag(p, F.SentenceStart) &&
    !cover.at(p) &&
    doc.styleAt(from) === 'running' &&
    adjacent(doc, p) &&
    isNameToken(doc, p)
  )
    return false;

  const previous = word(p);
  const beforeThat = p >= 0 ? word(before(doc, p)) : '';
  const q = doc.is(p, C.determiner) ? before(doc, p) : p;
  const prep = word(q);
  if (CLAUSE_OPENERS.includes(prep) && looksLikeVerb(reading, to)) return true;
  if (possessive && !['in', 'at', 'near', 'outside', 'inside', 'around'].includes(prep))
    return !doc.is(to + 1, C['place-head']);
  if (doc.is(q, C.preposition)) {
    const noun = word(before(doc, q));
    if (seat && ['from', 'of', 'by', 'on', 'with', 'for', 'according'].includes(prep)) return true;
    if (prep === 'to') return GOVERNMENT_BEFORE_TO.includes(noun);
    if (prep === 'from') return GOVERNMENT_BEFORE_FROM.includes(noun);
    if (prep === 'of') return !WHOLE_OF_A_PLACE.includes(noun) && (seat || doc.is(before(doc, q), C.say | C.act));
    return TOWARDS.includes(prep);
  }
  if (AT_A_PLACE.includes(previous)) return false;
  if (subjectVerb(reading, to)) return true;
  // "Senior White House officials", "the White House said": a seat is a government unless a preposition makes it a place.
  if (seat) return !doc.is(to, C['place-head']);
  if (p < 0 && looksLikeVerb(reading, to)) return true;
  // "granting Belgrade", "accusing Kyiv": the object of a verb that is not one of travel.
  if (/ing$/.test(previous) && !doc.is(p, C.preposition) && previous.length > 5) return true;
  if (doc.is(p, C.say | C.act) && previous !== 'in') return true;
  // "Moscow and Kyiv": what is said of one is said of the other.
  const and = doc.dictionary.idOf('and');
  if (doc.key(to) === and || doc.isMark(to, 44)) {
    const other = longest(reading, to + 1, KIND.country);
    if (other && looksLikeVerb(reading, other.to)) return true;
  }
  if ((doc.key(p) === and || doc.isMark(p, 44)) && p > 0) {
    const left = cover.at(p - 1);
    if (left?.type === 'country') return left.form === 'metonym' || subjectVerb(reading, to);
  }
  if (beforeThat === 'capital') return false;
  if (doc.styleAt(from) === 'title' || doc.blockOf(from).kind === 'title')
    return doc.flag(from, F.SentenceStart) && doc.flag(to, F.Word);
  return (
    doc.is(to, C['government-noun']) ||
    (longest(reading, to, KIND.title) !== null && !doc.flag(to, F.Capital) && word(to) !== 'mayor')
  );
}

/** A verb by its place and make: a small word in a finite form that is no preposition, right behind a subject. */
function looksLikeVerb(reading: Reading, to: number): boolean {
  const { doc } = reading;
  if (subjectVerb(reading, to)) return true;
  if (doc.isMark(to, 34) || doc.isMark(to, 0x201c))
    return /(ed|s)$/.test(doc.flag(to + 2, F.Word) ? doc.text(to + 2) : '') || looksLikeVerb(reading, to + 1);
  if (
    !doc.flag(to, F.Word) ||
    doc.flag(to, F.Capital) ||
    doc.is(to, C.preposition | C.conjunction | C['government-noun'])
  )
    return false;
  return /(ed|[^s]s)$/.test(doc.text(to)) && !/^(talks|officials|sources|streets|residents)$/.test(doc.text(to));
}

/** A verb of saying, deciding or doing, or an auxiliary, right behind: the name is its subject. */
function subjectVerb(reading: Reading, to: number): boolean {
  const { doc } = reading;
  if (doc.is(to, C.say | C.act | C.auxiliary)) return true;
  // "Moscow also said", "Beijing has repeatedly warned", "Tehran, which denies".
  if (
    doc.flag(to, F.Word) &&
    !doc.flag(to, F.Capital) &&
    doc.text(to).endsWith('ly') &&
    doc.is(to + 1, C.say | C.act | C.auxiliary)
  )
    return true;
  const also = ['also', 'itself', 'never', 'still', 'now', 'later', 'then', 'soon', 'long', 'instead', 'even', 'not'];
  if (doc.flag(to, F.Word) && also.includes(doc.fold(to)) && doc.is(to + 1, C.say | C.act | C.auxiliary)) return true;
  return doc.isMark(to, 44) && ['which', 'whose', 'who'].includes(doc.flag(to + 1, F.Word) ? doc.fold(to + 1) : '');
}

/** A palace or office rather than a city: "Kremlin", "White House". */
function isSeat(reading: Reading, from: number): boolean {
  return longest(reading, from, KIND.country)?.senses.some((s) => senseForm(s) === FORM.seat) ?? false;
}

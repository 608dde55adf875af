// Organizations: those of the dictionary, and those that their make tells — a head ("Ministry", "Council", "Bank") with what
// it takes on the left and on the right, companies by their endings, media by their titles, and bodies that introduce their
// acronym in brackets. Where a country's adjective belongs to the name and where it stands apart is TAGGING.md's rule.
import { FORM, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { adjacent, isNameToken, longest, type Reading } from './cover.ts';
import { extendRight } from './organization-tails.ts';

interface Candidate {
  from: number;
  to: number;
  senses: number[];
  form: 'name' | 'acronym';
  source: 'dictionary' | 'grammar';
}

export function readOrganizations(reading: Reading): void {
  const candidates = [...fromDictionary(reading), ...fromHeads(reading)];
  candidates.sort(
    (a, b) =>
      b.to - b.from - (a.to - a.from) ||
      (a.source === 'dictionary' ? -1 : 1) - (b.source === 'dictionary' ? -1 : 1) ||
      a.from - b.from,
  );
  for (const c of candidates)
    reading.cover.claim({
      from: c.from,
      to: c.to,
      type: 'organization',
      form: c.form,
      senses: c.senses,
      source: c.source,
    });
}

function fromDictionary(reading: Reading): Candidate[] {
  const { doc } = reading;
  const found: Candidate[] = [];
  for (let i = 0; i < doc.count; i++) {
    const match = longest(reading, i, KIND.organization);
    if (!match) continue;
    const senses = match.senses.filter((sense) => hasContext(reading, sense));
    if (senses.length === 0) continue;
    const acronym = senses.every((s) => senseForm(s) === FORM.acronym);
    let to = match.to;
    // "United Nations (UN) Security Council": the bracket inside a longer name of the dictionary.
    const whole = overBracket(reading, match.from, match.to);
    if (whole) {
      found.push(whole);
      continue;
    }
    // One word that is a name's part: "Hope", "Quad" beside another capital that is no organization's.
    if (to - match.from === 1 && !acronym && partOfLongerName(reading, i)) continue;
    while (doc.flag(to - 1, F.Mark) && !doc.isMark(to - 1, 41) && to - 1 > match.from) to--;
    found.push({ from: match.from, to, senses, form: acronym ? 'acronym' : 'name', source: 'dictionary' });
  }
  return found;
}

/** A name that its acronym in brackets interrupts, when what stands around the bracket is a longer name. */
function overBracket(reading: Reading, from: number, to: number): Candidate | null {
  const { doc } = reading;
  if (!doc.isMark(to, 40) || !doc.flag(to + 1, F.Caps) || !doc.isMark(to + 2, 41) || !isNameToken(doc, to + 3))
    return null;
  const words: number[] = [];
  for (let k = from; k < to; k++) words.push(doc.key(k));
  let node = doc.dictionary.trie.rootChild[words[0] ?? -1] ?? 0;
  for (const word of words.slice(1)) node = node && word >= 0 ? doc.dictionary.trie.step(node, word) : 0;
  let best: Candidate | null = null;
  for (let k = to + 3; node !== 0 && k < doc.count && doc.sentence[k] === doc.sentence[from] && doc.key(k) >= 0; k++) {
    node = doc.dictionary.trie.step(node, doc.key(k));
    if (node === 0) break;
    const senses: number[] = [];
    for (let s = doc.dictionary.trie.senseFrom(node); s < doc.dictionary.trie.senseTo(node); s++) {
      const sense = doc.dictionary.trie.senses[s] as number;
      if ((sense & 7) === KIND.organization) senses.push(sense);
    }
    if (senses.length > 0) best = { from, to: k + 1, senses, form: 'name', source: 'dictionary' };
  }
  return best;
}

/** For names that mean other things too: one of the words they need stands in the article. */
function hasContext(reading: Reading, sense: number): boolean {
  const { doc } = reading;
  const needs = doc.dictionary.organizations.at(senseRef(sense)).needs;
  if (!needs || needs.length === 0) return true;
  return needs.some((need) => reading.context.has(need));
}

function partOfLongerName(reading: Reading, i: number): boolean {
  const { doc } = reading;
  const left =
    i > 0 &&
    adjacent(doc, i - 1) &&
    !doc.flag(i - 1, F.Mark) &&
    doc.is(i - 1, C['given-name']) &&
    doc.flag(i - 1, F.Capital);
  const right =
    adjacent(doc, i) && doc.is(i + 1, C['family-name']) && doc.flag(i + 1, F.Capital) && doc.is(i, C['given-name']);
  return left || right;
}

function fromHeads(reading: Reading): Candidate[] {
  const { doc } = reading;
  const found: Candidate[] = [];
  for (let h = 0; h < doc.count; h++) {
    if (!doc.flag(h, F.Capital) || !doc.is(h, C['org-head'] | C['company-suffix'] | C['media-head'])) continue;
    const candidate = fromHead(reading, h);
    if (candidate) found.push(candidate);
  }
  return found;
}

function fromHead(reading: Reading, h: number): Candidate | null {
  const { doc } = reading;
  if (!isNameToken(doc, h) && !doc.is(h, C['org-head'])) return null;
  if (doc.styleAt(h) === 'caps') return null;
  const company = doc.is(h, C['company-suffix']) && !doc.is(h, C['org-head']);
  const media = doc.is(h, C['media-head']) && !doc.is(h, C['org-head']);
  let from = extendLeft(reading, h);
  const to = company || media ? h + 1 : extendRight(reading, h);
  if (media && from === h) return null;
  if (company && from === h) return null;
  if (doc.is(h, C['mission-head'])) return fieldMission(reading, from, h);
  from = settleCountry(reading, from, h, to);
  if (from > h) return null;
  // "Soviet Union", "West Bank", "Russian Federation": a country or place of that very name.
  const place = Math.max(longest(reading, from, KIND.country)?.to ?? 0, longest(reading, from, KIND.place)?.to ?? 0);
  if (place >= to) return null;
  // "the U.S.-ROK Alliance": a country alone makes a few heads a name ("Indian Army", "Kenya Airways"), not this one.
  if (doc.is(h, C['treaty-head'] | C['event-head']) && longest(reading, from, KIND.country)?.to === h) return null;
  // "Chef de Cabinet": a title whose last word heads bodies too.
  if (longest(reading, from, KIND.title)?.to === to) return null;
  // A head alone names nothing, unless it is spelt as a name inside a sentence.
  if (to - from === 1) return null;
  if (!solid(reading, from, to, h)) return null;
  return { from, to, senses: [], form: 'name', source: 'grammar' };
}

const MISSION_TO = ['in', 'to', 'for'];

/** "UN Verification Mission in Colombia": an organization's mission to a country; a state's own is no body of its own. */
function fieldMission(reading: Reading, from: number, h: number): Candidate | null {
  const { doc } = reading;
  const sender = longest(reading, from, KIND.organization);
  if (!sender || sender.to > h || !MISSION_TO.includes(doc.fold(h + 1)) || !adjacent(doc, h)) return null;
  const at = doc.is(h + 2, C.determiner) ? h + 3 : h + 2;
  const country = doc.sameSentence(h, at) ? longest(reading, at, KIND.country) : null;
  if (!country?.senses.some((sense) => senseForm(sense) === FORM.name)) return null;
  return { from, to: country.to, senses: [], form: 'name', source: 'grammar' };
}

/** Takes in capitals on the left as far as the name reaches. */
function extendLeft(reading: Reading, h: number): number {
  const { doc } = reading;
  let from = h;
  while (from > 0) {
    let p = from - 1;
    if (doc.sentence[p] !== doc.sentence[h] || doc.flag(from, F.NewlineBefore)) break;
    if (doc.flag(p, F.Joiner)) p--;
    else if (doc.flag(p, F.Possessive)) {
      // "Shippers' Council", "People's Party" hold their possessive; "PLO's Executive Committee" is divided by it.
      if (isNameToken(doc, p - 1) && ownsWithin(reading, p - 1)) p--;
      else break;
    } else if (doc.isMark(p, 38) && isNameToken(doc, p - 1)) p--;
    if (!isNameToken(doc, p)) {
      // "Ministry of Foreign Affairs and Trade Council": small words inside are taken from the right side only.
      if (
        doc.is(p, C.conjunction) &&
        doc.key(p) === doc.dictionary.idOf('and') &&
        isNameToken(doc, p - 1) &&
        joins(reading, p)
      ) {
        from = p - 1;
        continue;
      }
      break;
    }
    if (stopsName(reading, p, h)) break;
    from = p;
  }
  return from;
}

/** "Peace and Security Council": `and` between two plain words of one name, not between two names. */
function joins(reading: Reading, p: number): boolean {
  const { doc } = reading;
  return (
    doc.is(p - 1, C.common) &&
    doc.is(p + 1, C.common) &&
    !doc.is(p - 1, C['org-head']) &&
    !doc.flag(p - 1, F.Possessive)
  );
}

/** A plain plural that a name may hold with its possessive: "Workers' ", "Women's ", "People's ". */
function ownsWithin(reading: Reading, i: number): boolean {
  const { doc } = reading;
  if (!doc.is(i, C.common) || doc.is(i, C['org-head']) || longest(reading, i, KIND.country)) return false;
  return (
    /s$|^(people|women|men|children)$/i.test(doc.text(i)) &&
    !reading.matches[i - 1]?.some((m) => m.to > i && m.senses.some((sense) => (sense & 7) === KIND.organization))
  );
}

const STYLES = ['king', 'queen', 'prince', 'princess', 'sultan', 'sheikh', 'imam', 'saint'];

/** A title or a person's full name before the head is not part of it. */
function stopsName(reading: Reading, p: number, h: number): boolean {
  const { doc } = reading;
  if (doc.is(p, C.honorific | C.weekday | C.month)) return true;
  // "King Saud University", "Sultan Qaboos Foundation": named after somebody.
  if (STYLES.includes(doc.fold(p)) && !doc.is(h, C['org-head-apart'] | C['org-head-weak']) && h - p < 6) return false;
  if (doc.is(p, C['title-word']) && !doc.is(p, C['org-head'])) {
    const title = longest(reading, p, KIND.title);
    if (title && title.to <= h && !doc.is(h, C['org-head-weak'])) return !doc.is(p + 1, C['org-head']);
  }
  const person = longest(reading, p, KIND.person);
  return person !== null && person.to - person.from > 1 && person.to <= h && person.to !== h;
}

/** Moves the name's beginning behind a country that stands apart from it. */
function settleCountry(reading: Reading, from: number, h: number, to: number): number {
  const { doc } = reading;
  const country = longest(reading, from, KIND.country);
  if (!country || country.to > h) return from;
  // "Dhaka Chamber of Commerce", "London Assembly": a city's own.
  if (country.senses.every((s) => senseForm(s) === FORM.metonym)) return from;
  const rest = country.to + (doc.flag(country.to, F.Joiner) ? 1 : 0);
  // "Saudi-Greek Strategic Partnership Council": a pair stands apart.
  if (rest > country.to) {
    const other = longest(reading, rest, KIND.country);
    return other && other.to <= h ? other.to : settleCountry(reading, rest, h, to);
  }
  if (!doc.is(h, C['org-head-apart'])) return from;
  // "U.S. Department of State" is one name, "US State Department" two.
  if (to > h + 1 && doc.key(h) === doc.dictionary.idOf('department')) return from;
  const adjective = country.senses.some((s) => senseForm(s) === FORM.adjective);
  // "Norwegian Refugee Council", but "Russian Federation Security Council": a country's full name belongs to it.
  const formal = country.to - country.from > 1 && doc.is(country.to - 1, C['org-head']);
  if (!adjective && formal) return from;
  return rest;
}

/** Keeps sentences' first words and plain plurals from being bodies. */
function solid(reading: Reading, from: number, to: number, h: number): boolean {
  const { doc } = reading;
  if (doc.styleAt(h) !== 'running') {
    // In a headline every word has a capital: only a name with something that is no everyday word is sure.
    for (let i = from; i < to; i++) if (i !== h && !doc.is(i, C.common) && !doc.flag(i, F.Mark)) return true;
    return false;
  }
  if (!doc.is(h, C['org-head-weak']) || to - from > 2) return true;
  const other = from === h ? h + 1 : from;
  return !(doc.flag(from, F.SentenceStart) && doc.is(other, C.common));
}

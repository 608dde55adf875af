// The tagger beside the grammar: it reads what the grammar has claimed as a feature of each token, and what it says then
// stands, but for what the dictionary is sure of. Names keep the records that the dictionary has for them.
import { FORM, KIND, senseForm } from '../../dictionary/format.ts';
import { readCountries } from '../names/countries.ts';
import { longest, type NameSpan, type Reading } from '../names/cover.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { FEATURES, FeatureReader } from './features.ts';
import { type LabelledSpan, spansOf } from './labels.ts';
import type { Tagger } from './model.ts';
import { isLive, type Stretch, stretchesOf } from './stretches.ts';

/** What the tagger says of an article, in the order of the text. */
export function readTags(
  reading: Reading,
  tagger: Tagger,
  kinds: number = FEATURES.all,
): { stretch: Stretch; spans: LabelledSpan[] }[] {
  const features = new FeatureReader(reading, kinds);
  const open = stretchesOf(reading.doc, reading.cover).filter((stretch) => !isSettled(reading, stretch));
  return open.map((stretch) => {
    features.open(stretch);
    const length = stretch.to - stretch.from;
    tagger.begin(length);
    for (let k = 0; k < length; k++) tagger.add(k, features.out, features.at(k));
    tagger.decode(length);
    const spans = spansOf(tagger.labels, length).map((s) => ({
      ...s,
      from: s.from + stretch.from,
      to: s.to + stretch.from,
    }));
    return { stretch, spans };
  });
}

/** Whether all that could be a name in a stretch is a country, or somebody whom the dictionary has by full name. */
function isSettled({ doc, cover }: Reading, stretch: Stretch): boolean {
  for (let i = stretch.from; i < stretch.to; i++) {
    const span = cover.at(i);
    if (!span) {
      if (isLive(doc, cover, i)) return false;
    } else if (span.source !== 'dictionary') return false;
    else if (span.type === 'person' ? span.to - span.from < 2 : span.type !== 'country') return false;
  }
  return true;
}

export function retag(reading: Reading, tagger: Tagger): void {
  for (const { stretch, spans } of readTags(reading, tagger)) settle(reading, stretch, spans);
}

function settle(reading: Reading, stretch: Stretch, said: LabelledSpan[]): void {
  const { cover } = reading;
  const spans = said.map((span) => settleEdges(reading, span));
  let released = false;
  const release = (span: NameSpan): void => {
    cover.release(span);
    released = true;
  };
  const held = owners(reading, stretch.from, stretch.to);
  for (const old of held) {
    if (old.type !== 'person' && old.type !== 'organization') continue;
    const kept = spans.some((s) => s.from === old.from && s.to === old.to && s.type === old.type);
    if (!kept && !isSure(reading, old, spans) && old.from >= stretch.from && old.to <= stretch.to) release(old);
  }
  for (const span of spans) {
    const inWay = owners(reading, span.from, span.to);
    if (
      inWay.some(
        (o) =>
          (o.type === 'person' || o.type === 'organization') &&
          (isSure(reading, o, [span]) || (o.from === span.from && o.to === span.to && o.type === span.type)),
      )
    )
      continue;
    inWay.forEach(release);
    cover.claim(claimOf(reading, span));
  }
  if (released) readCountries(reading, stretch.from, stretch.to);
}

function owners(reading: Reading, from: number, to: number): NameSpan[] {
  const found: NameSpan[] = [];
  for (let i = from; i < to; i++) {
    const span = reading.cover.at(i);
    if (span && span !== found[found.length - 1]) found.push(span);
  }
  return found;
}

/**
 * What stands whatever the tagger says: a full name of the dictionary's people; and a body of the dictionary, or one that
 * every state has beside its country ("Kenyan Parliament"), unless it is part of a longer name.
 */
function isSure(reading: Reading, span: NameSpan, spans: LabelledSpan[]): boolean {
  const besideCountry =
    span.type === 'organization' &&
    longest(reading, span.from, KIND.body)?.to === span.to &&
    reading.cover.at(span.from - 1)?.form === 'adjective';
  if (span.source !== 'dictionary' && !besideCountry) return false;
  if (span.type === 'person') return span.to - span.from > 1 && span.senses.some((s) => senseForm(s) === FORM.name);
  return (
    span.type === 'organization' &&
    !spans.some((s) => s.from <= span.from && s.to >= span.to && s.to - s.from > span.to - span.from)
  );
}

/**
 * Whether a country belongs to a body's name is the grammar's to say: "Czech Senate", "Foreign Ministry of Estonia" are a
 * country and a body. So is whether a small particle belongs to a surname: "al-Sharaa".
 */
function settleEdges(reading: Reading, span: LabelledSpan): LabelledSpan {
  if (span.type !== 'organization') {
    const { doc } = reading;
    const at = span.from - 2;
    return doc.flag(at + 1, F.Joiner) && doc.is(at, C.particle) && !doc.flag(at, F.Capital)
      ? { ...span, from: at }
      : span;
  }
  const whole = reading.cover.at(span.from);
  const last = reading.cover.at(span.to - 1);
  if (whole?.type === 'organization' && whole.from === span.from && last?.type === 'country' && last.to === span.to)
    return longest(reading, whole.from, KIND.body)?.to === whole.to ? { ...span, to: whole.to } : span;
  const country = reading.cover.at(span.from);
  if (country?.type !== 'country' || country.from !== span.from || country.to >= span.to) return span;
  const start = country.to + (reading.doc.flag(country.to, F.Joiner | F.Possessive) ? 1 : 0);
  const body = reading.cover.at(start);
  return body?.type === 'organization' && body.from === start && body.to === span.to ? { ...span, from: start } : span;
}

function claimOf(reading: Reading, { from, to, type }: LabelledSpan): NameSpan {
  const { doc } = reading;
  const match = longest(reading, from, type === 'person' ? KIND.person : KIND.organization);
  const senses = match && match.to === to ? match.senses : [];
  const single = to - from === 1;
  const acronym = single && type === 'organization' && doc.flag(from, F.Caps) && doc.styleAt(from) === 'running';
  const form = acronym ? 'acronym' : single && type === 'person' ? 'surname' : 'name';
  return { from, to, type, form, senses, source: 'grammar' };
}

// The evaluation as text for a terminal or a log.
import { KINDS } from './corpus.ts';
import { FIELDS, type MeetingTally } from './meetings.ts';
import { scoresOf, type Tally, table } from './tally.ts';

/** `shown`: errors of each class. */
export function reportOf(tally: Tally, meetings: MeetingTally, shown: number): string {
  return [
    `${tally.rows} texts`,
    table(tally),
    forms(tally),
    confusion(tally),
    errors(tally, shown),
    ofMeetings(meetings, shown),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function forms(tally: Tally): string {
  const lines = [...tally.forms]
    .sort()
    .map(
      ([name, { right, marked }]) =>
        `${name.padEnd(30)} ${((100 * right) / marked).toFixed(1).padStart(6)} ${String(marked).padStart(7)}`,
    );
  return ['Found, by form (recall, marked)', ...lines].join('\n');
}

function confusion(tally: Tally): string {
  const names = [...KINDS, 'nothing'];
  const cells = (gold: string): string =>
    names.map((found) => String(tally.confusion.get(gold)?.get(found) ?? 0).padStart(13)).join('');
  return [
    'Marked (left) and found (top)',
    `${''.padEnd(14)}${names.map((n) => n.padStart(13)).join('')}`,
    ...names.map((gold) => `${gold.padEnd(14)}${cells(gold)}`),
  ].join('\n');
}

function errors(tally: Tally, shown: number): string {
  const groups = tally.classes().map(([name, list]) => {
    const lines = list
      .slice(0, shown)
      .map((e) => `  …${e.before}[${e.text}]${e.after}…${e.instead ? `  → ${e.instead}` : ''}  (${e.row})`);
    return [`${String(list.length).padStart(5)}  ${name}`, ...lines].join('\n');
  });
  return ['Errors by class', ...groups].join('\n');
}

function ofMeetings(meetings: MeetingTally, shown: number): string {
  if (meetings.marked === 0 && meetings.told === 0) return '';
  const { precision, recall, f1 } = scoresOf(meetings.people);
  const fields = FIELDS.map((field) => {
    const { right, of } = meetings.fields[field];
    return `  ${field.padEnd(14)}${of ? ((100 * right) / of).toFixed(1).padStart(6) : '     –'}${String(of).padStart(6)}`;
  });
  const wrong = (['missed', 'extra', ...FIELDS] as const).flatMap((what) => {
    const list = meetings.errors.filter((e) => e.what === what);
    if (list.length === 0) return [];
    const lines = list.slice(0, shown).map((e) => {
      const parts = [e.wanted && `wanted ${e.wanted}`, e.got && `got ${e.got}`].filter(Boolean).join('; ');
      return `  ${e.row}: ${parts}${e.evidence ? `\n      “${e.evidence}”` : ''}`;
    });
    return [`${String(list.length).padStart(5)}  ${what}`, ...lines];
  });
  return [
    `Meetings: ${meetings.matched} of ${meetings.marked} found, ${meetings.told} told; participants ${precision.toFixed(1)} / ${recall.toFixed(1)} / ${f1.toFixed(1)}`,
    'Right, of those found and given',
    ...fields,
    ...wrong,
  ].join('\n');
}

// The evaluation as one HTML page: scores, confusion, errors by class, and every article with its mentions marked over the
// annotation. It stands alone: no script, no font or style from elsewhere.
import { KINDS, type Marked, type Row, type Told } from './corpus.ts';
import type { MeetingTally } from './meetings.ts';
import { FIELDS } from './meetings.ts';
import { scoreRows, scoresOf, type Tally } from './tally.ts';

export interface Judged {
  row: Row;
  told: Told;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const percent = (n: number): string => n.toFixed(1);

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.6 system-ui, sans-serif; --right: #1a7f4b; --missed: #c2332b; --extra: #b26a00; }
@media (prefers-color-scheme: dark) { :root { --right: #58c08a; --missed: #ff8a80; --extra: #f0b25a; } }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; } h3 { font-size: 1rem; margin-bottom: .3rem; }
table { border-collapse: collapse; margin: .6rem 0; } th, td { padding: .15rem .7rem; text-align: right; border-bottom: 1px solid #8884; }
th:first-child, td:first-child { text-align: left; } td.zero { opacity: .35; } td.self { font-weight: 600; }
details { margin: .35rem 0; } summary { cursor: pointer; } ol { padding-left: 1.4rem; } li { margin: .2rem 0; }
.text { white-space: pre-wrap; border: 1px solid #8884; border-radius: .4rem; padding: .8rem 1rem; }
mark { background: none; color: inherit; border-bottom: 2px solid var(--right); padding: 0 1px; }
mark.missed { border-bottom: 2px dashed var(--missed); background: color-mix(in srgb, var(--missed) 16%, transparent); }
mark.extra { border-bottom: 2px dotted var(--extra); background: color-mix(in srgb, var(--extra) 18%, transparent); }
mark.wrong { border-bottom: 2px double var(--missed); background: color-mix(in srgb, var(--extra) 26%, transparent); }
mark.open { border-bottom: 2px dotted #8888; }
mark sup { font-size: .62em; opacity: .75; margin-left: .1em; line-height: 0; }
.dim { opacity: .65; } q { quotes: none; } b { font-weight: 600; }
`;

export function pageOf(name: string, tally: Tally, meetings: MeetingTally, judged: Judged[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Attaché against ${escaped(name)}</title><style>${STYLE}</style></head>
<body><h1>Attaché against ${escaped(name)}</h1><p class="dim">${tally.rows} texts. A mention is right when beginning, end and kind are.</p>
${scoreTable(tally)}${confusionTable(tally)}${errorLists(tally)}${meetingPart(meetings)}
<h2>Texts</h2><p><mark>right</mark> · <mark class="missed">missed</mark> · <mark class="extra">found, not marked</mark> · <mark class="wrong">both, but differently</mark> · <mark class="open">left open by the annotation</mark>. Small letters tell the kind: p person, o organization, c country, a adjective, m metonym; where two stand, the annotation's comes first.</p>
${judged.map(textOf).join('\n')}
</body></html>
`;
}

function scoreTable(tally: Tally): string {
  const lines = scoreRows(tally).map(([name, count]) => {
    const { precision, recall, f1 } = scoresOf(count);
    return `<tr><td>${name}</td><td>${percent(precision)}</td><td>${percent(recall)}</td><td><b>${percent(f1)}</b></td><td>${count.marked}</td><td>${count.found}</td></tr>`;
  });
  const forms = [...tally.forms]
    .sort()
    .map(
      ([name, { right, marked }]) =>
        `<tr><td>${escaped(name)}</td><td>${percent((100 * right) / marked)}</td><td>${marked}</td></tr>`,
    );
  return `<h2>Scores</h2><table><tr><th>Kind</th><th>Precision</th><th>Recall</th><th>F1</th><th>Marked</th><th>Found</th></tr>${lines.join('')}</table>
<details><summary>By form</summary><table><tr><th>Form</th><th>Recall</th><th>Marked</th></tr>${forms.join('')}</table></details>`;
}

function confusionTable(tally: Tally): string {
  const names = [...KINDS, 'nothing'];
  const lines = names.map((gold) => {
    const cells = names.map((found) => {
      const n = tally.confusion.get(gold)?.get(found) ?? 0;
      return `<td class="${n === 0 ? 'zero' : gold === found ? 'self' : ''}">${n}</td>`;
    });
    return `<tr><th>${gold}</th>${cells.join('')}</tr>`;
  });
  return `<h2>What was taken for what</h2><p class="dim">Marked on the left, found on top; a name of the right kind with other ends stands on the diagonal.</p>
<table><tr><th></th>${names.map((n) => `<th>${n}</th>`).join('')}</tr>${lines.join('')}</table>`;
}

function errorLists(tally: Tally): string {
  const groups = tally.classes().map(([name, errors]) => {
    const items = errors.map(
      (e) =>
        `<li><span class="dim">…${escaped(e.before)}</span><b>${escaped(e.text)}</b><span class="dim">${escaped(e.after)}…</span>${e.instead ? ` → ${escaped(e.instead)}` : ''} <a href="#${escaped(e.row)}">${escaped(e.row)}</a></li>`,
    );
    return `<details><summary>${escaped(name)} <b>${errors.length}</b></summary><ol>${items.join('')}</ol></details>`;
  });
  return `<h2>Errors by class</h2>${groups.join('')}`;
}

function meetingPart(meetings: MeetingTally): string {
  if (meetings.marked === 0 && meetings.told === 0) return '';
  const people = scoresOf(meetings.people);
  const lines = FIELDS.map((field) => {
    const { right, of } = meetings.fields[field];
    return `<tr><td>${field}</td><td>${of ? percent((100 * right) / of) : '–'}</td><td>${of}</td></tr>`;
  });
  const groups = (['missed', 'extra', ...FIELDS] as const).map((what) => {
    const errors = meetings.errors.filter((e) => e.what === what);
    if (errors.length === 0) return '';
    const items = errors.map(
      (e) =>
        `<li><a href="#${escaped(e.row)}">${escaped(e.row)}</a> ${e.wanted ? `wanted <b>${escaped(e.wanted)}</b>` : ''} ${e.got ? `got <b>${escaped(e.got)}</b>` : ''}${e.evidence ? `<br><q class="dim">${escaped(e.evidence)}</q>` : ''}</li>`,
    );
    return `<details><summary>${what} <b>${errors.length}</b></summary><ol>${items.join('')}</ol></details>`;
  });
  return `<h2>Meetings</h2><p>${meetings.matched} of ${meetings.marked} found, ${meetings.told} told. Participants: precision ${percent(people.precision)}, recall ${percent(people.recall)}, F1 <b>${percent(people.f1)}</b>.</p>
<table><tr><th>Of those found</th><th>Right</th><th>Given</th></tr>${lines.join('')}</table>${groups.join('')}`;
}

function textOf({ row, told }: Judged): string {
  const cuts = new Set([0, row.text.length]);
  const spans = [...row.marks, ...told.marks];
  for (const { start, end } of spans) cuts.add(start).add(end);
  const points = [...cuts].sort((a, b) => a - b);
  let html = '';
  for (let i = 0; i + 1 < points.length; i++) {
    const [from, to] = [points[i] as number, points[i + 1] as number];
    const gold = row.marks.find((m) => m.start <= from && m.end >= to);
    const found = told.marks.find((m) => m.start <= from && m.end >= to);
    html += piece(escaped(row.text.slice(from, to)), gold, found, to);
  }
  return `<h3 id="${escaped(row.id)}">${escaped(row.id)}</h3><div class="text">${html}</div>`;
}

function piece(text: string, gold: Marked | undefined, found: Marked | undefined, to: number): string {
  if (!gold && !found) return text;
  const ends = gold?.end === to || found?.end === to;
  const letters = [gold, found].filter((m) => m !== undefined).map((m) => m.kind[0]);
  const agree = gold && found && gold.kind === found.kind && gold.start === found.start && gold.end === found.end;
  const state = gold?.open ? 'open' : agree ? '' : gold && found ? 'wrong' : gold ? 'missed' : 'extra';
  const label = agree ? letters.slice(0, 1) : letters;
  return `<mark${state ? ` class="${state}"` : ''}>${text}${ends ? `<sup>${label.join('')}</sup>` : ''}</mark>`;
}

// Counts what was found against what is marked: by kind, by form, which kind was taken for which, and every error with its
// class and the words around it.
import { KINDS, type Kind, type Marked, type Row, type Told } from './corpus.ts';

export interface Count {
  right: number;
  found: number;
  marked: number;
}

export interface MentionError {
  /** "missed person", "extra organization", "person for organization", "organization cut short", … */
  class: string;
  row: string;
  start: number;
  end: number;
  text: string;
  before: string;
  after: string;
  /** What the engine said instead of what is marked, where both are there. */
  instead: string | null;
}

/** Characters shown on each side of an error. */
const CONTEXT = 48;
const zero = (): Count => ({ right: 0, found: 0, marked: 0 });

export class Tally {
  readonly kinds: Record<Kind, Count> = {
    person: zero(),
    organization: zero(),
    country: zero(),
    adjective: zero(),
    metonym: zero(),
  };
  /** How many marked mentions of each form are found, whatever the engine calls the form. */
  readonly forms = new Map<string, Count>();
  /** Marked kind, then found kind; "nothing" on either side. */
  readonly confusion = new Map<string, Map<string, number>>();
  readonly errors: MentionError[] = [];
  rows = 0;

  add(row: Row, told: Told): void {
    this.rows++;
    const open = row.marks.filter((mark) => mark.open);
    const gold = row.marks.filter((mark) => !mark.open);
    const found = told.marks.filter(
      (mark) => !open.some((o) => overlap(o, mark)) && (mark.kind !== 'metonym' || row.kinds.has('metonym')),
    );
    const free = new Set(found);
    for (const mark of gold) {
      const hit = found.find(
        (f) => free.has(f) && f.start === mark.start && f.end === mark.end && f.kind === mark.kind,
      );
      this.kinds[mark.kind].marked++;
      this.form(mark).marked++;
      if (hit) {
        free.delete(hit);
        this.kinds[mark.kind].right++;
        this.form(mark).right++;
        this.confuse(mark.kind, mark.kind);
      }
    }
    for (const f of found) this.kinds[f.kind].found++;
    this.explain(
      row,
      gold.filter((mark) => !found.some((f) => same(f, mark) && f.kind === mark.kind)),
      free,
    );
  }

  private form(mark: Marked): Count {
    const key = `${mark.kind} · ${mark.form ?? 'any'}`;
    const known = this.forms.get(key) ?? zero();
    this.forms.set(key, known);
    return known;
  }

  /** Pairs each miss with the false name that lies over it, if one does. */
  private explain(row: Row, missed: Marked[], extra: Set<Marked>): void {
    for (const mark of missed) {
      const rival =
        [...extra].find((f) => same(f, mark)) ??
        [...extra].find((f) => overlap(f, mark) && f.kind === mark.kind) ??
        [...extra].find((f) => overlap(f, mark));
      if (!rival) {
        this.confuse(mark.kind, 'nothing');
        this.note(`missed ${mark.kind}`, row, mark, null);
        continue;
      }
      extra.delete(rival);
      this.confuse(mark.kind, rival.kind);
      this.note(classOf(mark, rival), row, mark, `${rival.kind} «${row.text.slice(rival.start, rival.end)}»`);
    }
    for (const f of extra) {
      this.confuse('nothing', f.kind);
      this.note(`extra ${f.kind}`, row, f, null);
    }
  }

  private confuse(gold: string, found: string): void {
    const line = this.confusion.get(gold) ?? new Map<string, number>();
    line.set(found, (line.get(found) ?? 0) + 1);
    this.confusion.set(gold, line);
  }

  private note(name: string, row: Row, { start, end }: Marked, instead: string | null): void {
    const flat = (text: string): string => text.replace(/\s+/g, ' ');
    this.errors.push({
      class: name,
      row: row.id,
      start,
      end,
      text: flat(row.text.slice(start, end)),
      before: flat(row.text.slice(Math.max(0, start - CONTEXT), start)),
      after: flat(row.text.slice(end, end + CONTEXT)),
      instead,
    });
  }

  micro(kinds: readonly Kind[]): Count {
    return kinds.reduce((sum, kind) => {
      const { right, found, marked } = this.kinds[kind];
      return { right: sum.right + right, found: sum.found + found, marked: sum.marked + marked };
    }, zero());
  }

  /** Error classes, the largest first. */
  classes(): [string, MentionError[]][] {
    const groups = new Map<string, MentionError[]>();
    for (const error of this.errors) groups.set(error.class, [...(groups.get(error.class) ?? []), error]);
    return [...groups].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  }
}

const overlap = (a: Marked, b: Marked): boolean => a.start < b.end && b.start < a.end;
const same = (a: Marked, b: Marked): boolean => a.start === b.start && a.end === b.end;

function classOf(mark: Marked, rival: Marked): string {
  if (same(mark, rival)) return `${rival.kind} for ${mark.kind}`;
  if (mark.kind !== rival.kind) return `${rival.kind} over ${mark.kind}`;
  if (rival.start <= mark.start && rival.end >= mark.end) return `${mark.kind} reaches too far`;
  if (rival.start >= mark.start && rival.end <= mark.end) return `${mark.kind} cut short`;
  return `${mark.kind} shifted`;
}

export interface Scores {
  precision: number;
  recall: number;
  f1: number;
}

/** Percent. */
export function scoresOf({ right, found, marked }: Count): Scores {
  const precision = found ? (100 * right) / found : 0;
  const recall = marked ? (100 * right) / marked : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** The scores of a tally as lines of text. */
export function scoreRows(tally: Tally): [string, Count][] {
  return [
    ['person, organization, country', tally.micro(['person', 'organization', 'country'])],
    ['all kinds', tally.micro(KINDS)],
    ...KINDS.map((kind): [string, Count] => [kind, tally.kinds[kind]]),
  ];
}

export function table(tally: Tally): string {
  const line = ([name, count]: [string, Count]): string => {
    const { precision, recall, f1 } = scoresOf(count);
    const cells = [precision, recall, f1].map((n) => n.toFixed(1).padStart(6)).join(' ');
    return `${name.padEnd(30)} ${cells} ${String(count.marked).padStart(7)}`;
  };
  return [
    `${''.padEnd(30)} ${['P', 'R', 'F1'].map((h) => h.padStart(6)).join(' ')} ${'marked'.padStart(7)}`,
    ...scoreRows(tally).map(line),
  ].join('\n');
}

// @vitest-environment jsdom
// The painter against a registry like the browser's, in which nothing can be iterated (as in Firefox).
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readBox } from '../../src/page/boxes.ts';
import { declaredLooks } from '../../src/page/looks.ts';
import { Painter, unpaint } from '../../src/page/paint.ts';
import { Slices } from '../../src/page/slices.ts';

class FakeHighlight {
  readonly added = new Set<StaticRange>();
  priority = 0;
  constructor(...ranges: StaticRange[]) {
    for (const range of ranges) this.added.add(range);
  }
  add(range: StaticRange): void {
    this.added.add(range);
  }
  delete(range: StaticRange): boolean {
    return this.added.delete(range);
  }
}
class FakeRegistry {
  readonly names = new Map<string, FakeHighlight>();
  get = (name: string) => this.names.get(name);
  set = (name: string, highlight: FakeHighlight) => this.names.set(name, highlight);
  delete = (name: string) => this.names.delete(name);
  text = (name: string): string[] =>
    [...(this.names.get(name)?.added ?? [])].map((r) => r.startContainer.nodeValue!.slice(r.startOffset, r.endOffset));
}

const slices = () => new Slices();
let registry: FakeRegistry;
let painter: Painter;
const block = (html: string) => {
  document.body.innerHTML = html;
  return readBox(document.body, declaredLooks)!.runs.map((run) => run.text);
};

beforeEach(() => {
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(init: object) {
        Object.assign(this, init);
      }
    },
  );
  registry = new FakeRegistry();
  painter = new Painter(registry as unknown as HighlightRegistry);
});

describe('the painter', () => {
  it('marks each type under a name of its own, over as many text nodes as it takes', async () => {
    const [text] = block('<p>An<b>na</b> of Norway</p>');
    await painter.paint(
      [
        {
          text: text!,
          markings: [
            { start: 0, end: 4, type: 'person' },
            { start: 8, end: 14, type: 'country' },
          ],
        },
      ],
      slices(),
    );
    expect(registry.text('attache-person')).toEqual(['An', 'na']);
    expect(registry.text('attache-country')).toEqual(['Norway']);
    expect(painter.count).toBe(2);
  });

  it('touches only what changed', async () => {
    const [one, two] = block('<p>Norway</p><p>Chile</p>');
    const country = (end: number) => [{ start: 0, end, type: 'country' as const }];
    await painter.paint(
      [
        { text: one!, markings: country(6) },
        { text: two!, markings: country(5) },
      ],
      slices(),
    );
    const before = [...registry.get('attache-country')!.added];
    await painter.paint(
      [
        { text: one!, markings: country(6) },
        { text: two!, markings: country(3) },
      ],
      slices(),
    );
    const after = [...registry.get('attache-country')!.added];
    expect(after[0]).toBe(before[0]);
    expect(registry.text('attache-country')).toEqual(['Norway', 'Chi']);
    await painter.paint([{ text: one!, markings: [] }], slices());
    expect(painter.count).toBe(0);
    expect(registry.text('attache-country')).toEqual([]);
  });

  it('is there again when the page clears or overwrites the registry, but does not fight for ever', async () => {
    const [text] = block('<p>Norway</p>');
    await painter.paint([{ text: text!, markings: [{ start: 0, end: 6, type: 'country' }] }], slices());
    registry.names.clear();
    painter.restore();
    expect(registry.text('attache-country')).toEqual(['Norway']);
    registry.set('attache-country', new FakeHighlight());
    painter.restore();
    expect(registry.text('attache-country')).toEqual(['Norway']);
    for (let i = 0; i < 100; i++) {
      registry.names.clear();
      painter.restore();
    }
    expect(registry.names.size).toBe(0);
  });

  it('leaves the highlights of others alone', async () => {
    const theirs = new FakeHighlight();
    registry.set('search', theirs);
    const [text] = block('<p>Norway</p>');
    await painter.paint([{ text: text!, markings: [{ start: 0, end: 6, type: 'country' }] }], slices());
    painter.flash(text!.stretches(0, 3));
    expect(registry.text('attache-flash')).toEqual(['Nor']);
    painter.flash([]);
    expect(registry.get('attache-flash')).toBeUndefined();
    painter.clear();
    expect([...registry.names.keys()]).toEqual(['search']);
    registry.set('attache-person', new FakeHighlight());
    unpaint(registry as unknown as HighlightRegistry);
    expect([...registry.names.keys()]).toEqual(['search']);
  });

  it('does without a registry', async () => {
    const [text] = block('<p>Norway</p>');
    const without = new Painter(undefined);
    await without.paint([{ text: text!, markings: [{ start: 0, end: 6, type: 'country' }] }], slices());
    without.clear();
    unpaint(undefined);
  });
});

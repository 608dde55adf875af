// @vitest-environment jsdom
// The painter against a registry like the browser's, in which nothing can be iterated (as in Firefox).
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readBox } from '../../src/page/boxes.ts';
import { declaredLooks } from '../../src/page/looks.ts';
import { type Marking, Painter, unpaint } from '../../src/page/paint.ts';
import { Slices } from '../../src/page/slices.ts';
import type { BlockText } from '../../src/page/textmap.ts';

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

type Painted = { text: BlockText; markings: Marking[] };
const paint = (on: Painter, blocks: Painted[]) => on.paint(blocks.length, (id) => blocks[id]!, new Slices());
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
    await paint(painter, [
      {
        text: text!,
        markings: [
          { start: 0, end: 4, type: 'person' },
          { start: 8, end: 14, type: 'country' },
        ],
      },
    ]);
    expect(registry.text('attache-person')).toEqual(['An', 'na']);
    expect(registry.text('attache-country')).toEqual(['Norway']);
    expect(painter.count).toBe(2);
  });

  it('touches only what changed', async () => {
    const [one, two] = block('<p>Norway</p><p>Chile</p>');
    const country = (end: number) => [{ start: 0, end, type: 'country' as const }];
    await paint(painter, [
      { text: one!, markings: country(6) },
      { text: two!, markings: country(5) },
    ]);
    const before = [...registry.get('attache-country')!.added];
    await paint(painter, [
      { text: one!, markings: country(6) },
      { text: two!, markings: country(3) },
    ]);
    const after = [...registry.get('attache-country')!.added];
    expect(after[0]).toBe(before[0]);
    expect(registry.text('attache-country')).toEqual(['Norway', 'Chi']);
    await paint(painter, [{ text: one!, markings: [] }]);
    expect(painter.count).toBe(0);
    expect(registry.text('attache-country')).toEqual([]);
  });

  it('is there again when the page clears or overwrites the registry, but does not fight for ever', async () => {
    const [text] = block('<p>Norway</p>');
    await paint(painter, [{ text: text!, markings: [{ start: 0, end: 6, type: 'country' }] }]);
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
    await paint(painter, [{ text: text!, markings: [{ start: 0, end: 6, type: 'country' }] }]);
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
    await paint(without, [{ text: text!, markings: [{ start: 0, end: 6, type: 'country' }] }]);
    without.clear();
    unpaint(undefined);
  });
});

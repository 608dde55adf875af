// @vitest-environment jsdom
// What the terminal shows of the popup.
import { describe, expect, it, vi } from 'vitest';
import { layOut, readLines } from '../../scripts/lib/popup-in-words.ts';

describe('the popup in words', () => {
  it('keeps lines, headings and lists, and leaves controls out', () => {
    // jsdom lays nothing out; whatever has a class `sr` counts as one pixel large here.
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return new DOMRect(0, 0, this.matches('.sr') ? 1 : 90, this.matches('.sr') ? 1 : 20);
    });
    document.body.innerHTML = `<header><h1>Ministers
      meet</h1><button>Close</button></header><main><dl><div><dt>Where</dt><dd>Oslo</dd></div></dl>
      <h2><span>People</span><span class="total">2</span></h2>
      <ul><li><button><span>Ada Example<span class="office">minister</span></span><span class="count">×3<span class="sr"> times</span></span></button></li>
      <li>Bo Sample</li></ul><p>About <q>ships</q>, mostly.</p><fieldset><label>All</label></fieldset></main>`;
    expect(layOut(readLines(), 40, false).split('\n')).toEqual([
      'Ministers meet',
      'Where: Oslo',
      '',
      'People (2)',
      '  - Ada Example, minister (3)',
      '  - Bo Sample',
      'About “ships”, mostly.',
    ]);
    vi.restoreAllMocks();
  });

  it('wraps under the first letter', () => {
    expect(layOut([{ text: 'one two three four five six', kind: 'item', depth: 1 }], 20, false)).toBe(
      '  - one two three four\n    five six',
    );
  });
});

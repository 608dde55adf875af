// @vitest-environment jsdom
// Every character of a block's text belongs to a place in a text node: held against a reference that goes character by
// character, on structures made at random.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBox } from '../../src/page/boxes.ts';
import { declaredLooks } from '../../src/page/looks.ts';
import type { BlockText } from '../../src/page/textmap.ts';

function blocksOf(html: string): BlockText[] {
  document.body.innerHTML = html;
  return readBox(document.body, declaredLooks)?.runs.map((run) => run.text) ?? [];
}

const textsOf = (html: string): string[] => blocksOf(html).map((block) => block.text);

/** What stands in the page behind a stretch of a block's text. */
const behind = (block: BlockText, start: number, end: number): string[] =>
  block.stretches(start, end).map(({ node, from, to }) => node.data.slice(from, to));

describe('the text of a block', () => {
  it.each([
    ['inline tags', '<p>The <b>Uni</b>ted <i>Nations</i></p>', ['The United Nations']],
    ['white space', '<p>\n  one   two\t\n three  </p>', ['one two three']],
    ['white space over tags', '<p>one <b> two</b> <i> </i> three</p>', ['one two three']],
    ['a line break', '<p>one <br> two</p>', ['one\ntwo']],
    ['two line breaks', '<div>one<br><br>two<br> <br/>three</div>', ['one', 'two', 'three']],
    ['soft hyphens', '<p>Außen\u00admini\u00adsterin</p>', ['Außenministerin']],
    ['places to break', '<p>Bundes<wbr>regierung</p>', ['Bundesregierung']],
    ['zero-width spaces', '<p>one\u200btwo\ufeff</p>', ['onetwo']],
    ['joiners stay', '<p>می\u200cخواهم</p>', ['می\u200cخواهم']],
    ['no-break spaces stay', '<p>10\u00a0km</p>', ['10\u00a0km']],
    [
      'hidden parts',
      '<p>a<span hidden>b</span><span style="display: none">c</span><i aria-hidden="true">d</i>e</p>',
      ['ae'],
    ],
    ['scripts and templates', '<p>a<script>b</script><template>c</template><style>p{}</style>e</p>', ['ae']],
    ['controls', '<p>a <button>Share</button><input value="x"> b</p>', ['a b']],
    ['ruby', '<p><ruby>東<rt>とう</rt></ruby>京</p>', ['東京']],
    ['boxes in boxes', '<div>one<p>two</p>three</div>', ['one', 'two', 'three']],
    ['preformatted text', '<pre>one\n  two</pre>', ['one\n  two']],
    ['blank lines of preformatted text', '<pre>one\n\ntwo</pre>', ['one', 'two']],
    ['page translators', '<p><font><font>Der Minister</font></font><font> kam</font></p>', ['Der Minister kam']],
    ['nothing', '<p> \n </p><p>&nbsp;</p>', []],
  ])('%s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  it('is tied to several text nodes', () => {
    const [block] = blocksOf('<p>The <b>Uni</b>ted <i>Na</i>tions</p>');
    expect(behind(block!, 4, 18)).toEqual(['Uni', 'ted ', 'Na', 'tions']);
    expect(behind(block!, 4, 7)).toEqual(['Uni']);
    expect(behind(block!, 18, 18)).toEqual([]);
  });

  it('takes what is collapsed or unseen into the middle of a stretch, and never to its ends', () => {
    const [block] = blocksOf('<p>Minister   Hans\u00adpeter   Meier  </p>');
    expect(block!.text).toBe('Minister Hanspeter Meier');
    expect(behind(block!, 9, 24)).toEqual(['Hans\u00adpeter   Meier']);
    expect(behind(block!, 9, 13)).toEqual(['Hans']);
    expect(behind(block!, 13, 18)).toEqual(['peter']);
  });

  it('finds its way back from a place in the page', () => {
    const [block] = blocksOf('<p>one   <b>two</b> three</p>');
    const [, two] = block!.stretches(0, 20);
    expect(block!.offsetOf(two!.node, 0)).toBe(4);
    expect(block!.offsetOf(two!.node, 3)).toBe(7);
    expect(block!.offsetOf(document.createTextNode('x'), 0)).toBeNull();
  });

  it('knows when the page has changed under it', () => {
    const [block] = blocksOf('<p>one <b>two</b></p>');
    expect(block!.fits()).toBe(true);
    document.querySelector('b')!.firstChild!.nodeValue = 'three';
    expect(block!.fits()).toBe(false);
    const [again] = blocksOf('<p>one <b>two</b></p>');
    document.querySelector('b')!.remove();
    expect(again!.fits()).toBe(false);
  });

  it('reads only the beginning of a text node without end', () => {
    const [block] = blocksOf(`<p>${'word '.repeat(100_000)}</p>`);
    expect(block!.text.length).toBe(199_999);
    expect(behind(block!, 199_995, 199_999)).toEqual(['word']);
  });
});

interface Place {
  character: string;
  node: Text | null;
  offset: number;
}

/** Character by character, as CSS has it: white space collapses to the first of it, none at the ends of lines. */
function reference(root: Node): Place[][] {
  const places: Place[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      for (const [offset, character] of [...(node as Text).data].entries()) {
        if (/[\u00ad\u200b]/.test(character)) continue;
        const space = /[ \n\t]/.test(character);
        if (space && (places.length === 0 || /[ \n]/.test(places.at(-1)!.character))) continue;
        places.push({ character: space ? ' ' : character, node: node as Text, offset });
      }
    } else if ((node as Element).localName === 'br') {
      if (places.at(-1)?.character === ' ') places.pop();
      places.push({ character: '\n', node: null, offset: 0 });
    } else for (const child of node.childNodes) visit(child);
  };
  visit(root);
  const blocks: Place[][] = [];
  let lines: Place[][] = [[]];
  const close = (): void => {
    const block = lines.flatMap((line, i) => (i === 0 ? line : [{ character: '\n', node: null, offset: 0 }, ...line]));
    if (block.length > 0) blocks.push(block);
    lines = [];
  };
  const all: Place[][] = [[]];
  for (const place of places) place.character === '\n' ? all.push([]) : all.at(-1)!.push(place);
  lines = [];
  for (const line of all) {
    if (line.at(-1)?.character === ' ') line.pop();
    if (line.length === 0) close();
    else lines.push(line);
  }
  close();
  return blocks;
}

const piece: fc.Arbitrary<string> = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.stringMatching(/^[ab \n\t\u00adéЖ東\u200b]{1,8}$/),
    fc.constant('<br>'),
    fc
      .tuple(fc.constantFrom('b', 'i', 'a', 'span'), fc.array(tie('node') as fc.Arbitrary<string>, { maxLength: 4 }))
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
  ),
})).node as fc.Arbitrary<string>;

describe('the text map', () => {
  it('agrees with the reference, character by character and back', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        document.body.innerHTML = `<p>${pieces.join('')}</p>`;
        const blocks = readBox(document.body, declaredLooks)?.runs.map((run) => run.text) ?? [];
        const expected = reference(document.querySelector('p')!);
        expect(blocks.map((block) => block.text)).toEqual(
          expected.map((block) => block.map((p) => p.character).join('')),
        );
        for (const [b, block] of blocks.entries()) {
          for (const [i, { node, offset }] of expected[b]!.entries()) {
            const stretches = block.stretches(i, i + 1);
            expect(stretches).toEqual(node ? [{ node, from: offset, to: offset + 1 }] : []);
            if (node) expect(block.offsetOf(node, offset)).toBe(i);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives for any stretch just what is rendered of it', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        document.body.innerHTML = `<p>${pieces.join('')}</p>`;
        const block = readBox(document.body, declaredLooks)?.runs[0]?.text;
        if (!block) return;
        const start = a % block.text.length;
        const end = start + 1 + (b % (block.text.length - start));
        const shown = behind(block, start, end)
          .join('')
          .replace(/[\u00ad\u200b]/g, '')
          .replace(/\s+/g, ' ');
        expect(shown.replace(/\s/g, '')).toBe(block.text.slice(start, end).replace(/\s/g, ''));
      }),
      { numRuns: 200 },
    );
  });
});

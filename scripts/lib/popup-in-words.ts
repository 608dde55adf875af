// The popup for a terminal: what its document says, line by line, with headings and indents kept and controls left out.
import { styleText } from 'node:util';
import type { Popup } from './session.ts';

export interface Line {
  text: string;
  kind: 'title' | 'heading' | 'subheading' | 'item' | 'text';
  /** How many lists it stands in. */
  depth: number;
}

export async function popupInWords(popup: Popup, width: number): Promise<string> {
  return layOut(await popup.evaluate(readLines), Math.min(width, 100), process.stdout.isTTY === true);
}

/** Runs in the popup. A line is the text of an element that a reader would see as one. */
export function readLines(): Line[] {
  const UNITS = 'h1, h2, h3, h4, p, summary, dl > div, li';
  const CONTROLS =
    'input, select, label, fieldset, [role="radiogroup"], header button, footer button, .link, .copy, .legend';
  const lines: Line[] = [];

  const isHidden = (element: Element) => {
    if (window.getComputedStyle(element).display === 'contents') return false;
    const { width, height } = element.getBoundingClientRect();
    // What only a screen reader gets is one pixel large.
    return element.matches(CONTROLS) || (width <= 1 && height <= 1 && element.childNodes.length > 0);
  };
  const textOf = (node: Node): string => {
    if (node.nodeType === 3) return (node as Text).data;
    if (node.nodeType !== 1 || isHidden(node as Element)) return '';
    const inside = Array.from(node.childNodes, textOf).join(node.nodeName === 'BUTTON' ? ' ' : '');
    if (node.nodeName === 'Q') return `“${inside.trim()}”`;
    if ((node as Element).matches('.office')) return `, ${inside}`;
    if ((node as Element).matches('.count, .total')) return ` (${inside.replace('×', '').trim()})`;
    if (node.nodeName === 'DT') return `${inside}: `;
    return ['SPAN', 'BUTTON', 'DD', 'TIME', 'A'].includes(node.nodeName) ? ` ${inside} ` : inside;
  };
  const add = (element: Element, depth: number) => {
    const text = textOf(element)
      .replace(/\s+/g, ' ')
      .replace(/ +([,.;:”])/g, '$1')
      .replace(/^, /, '')
      .trim();
    if (!text) return;
    const kinds: Record<string, Line['kind']> = { H1: 'title', H2: 'heading', H3: 'subheading', LI: 'item' };
    lines.push({ text, kind: kinds[element.nodeName] ?? 'text', depth });
  };
  const walk = (element: Element, depth: number) => {
    if (isHidden(element)) return;
    if (element.matches(UNITS) && !element.querySelector(UNITS)) {
      add(element, depth);
      return;
    }
    const inside = element.matches('ul, ol') ? depth + 1 : depth;
    for (const child of Array.from(element.children)) walk(child, inside);
  };
  walk(document.body, 0);
  return lines;
}

/** `width` in columns. Bold for headings when `styled`. */
export function layOut(lines: Line[], width: number, styled: boolean): string {
  const out: string[] = [];
  for (const { text, kind, depth } of lines) {
    if ((kind === 'heading' || kind === 'title' || (kind === 'subheading' && depth === 0)) && out.length > 0)
      out.push('');
    const indent = '  '.repeat(depth);
    const lead = kind === 'item' ? `${indent}- ` : indent;
    const wrapped = wrap(text, width - lead.length).map((line, i) => (i === 0 ? lead : ' '.repeat(lead.length)) + line);
    const isBold = styled && (kind === 'title' || kind === 'heading');
    out.push(...(isBold ? wrapped.map((line) => styleText('bold', line)) : wrapped));
  }
  return out.join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > Math.max(width, 20)) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

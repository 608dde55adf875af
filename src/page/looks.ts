// How an element is shown, as far as reading its text needs to know: not at all, as a line of its own or within one,
// and what becomes of its white space.

export interface Look {
  /** `none`: nothing of the subtree is seen. `skip`: its own text is not, but an element inside it may be. */
  shown: 'yes' | 'skip' | 'none';
  block: boolean;
  /** Laid out as a flexible box within a line: what is in it counts as blocks for CSS, but is read as one line. */
  inlineBox: boolean;
  /** `collapse` as usual; `lines` keeps line breaks (pre-line); `keep` keeps all (pre, pre-wrap). */
  space: 'collapse' | 'lines' | 'keep';
}

export type Looks = (element: Element, parent: Look) => Look;

export const ROOT_LOOK: Look = { shown: 'yes', block: true, inlineBox: false, space: 'collapse' };

const NONE: Look = { shown: 'none', block: false, inlineBox: false, space: 'collapse' };

/** Elements whose text is no running text, whatever they look like. */
const NEVER = new Set(
  (
    'script style noscript template head title meta link iframe frame object embed applet svg math canvas audio video ' +
    'picture img select option datalist textarea input button meter progress map area rp rt rtc dialog nav footer menu'
  ).split(' '),
);

const BLOCKS = new Set(
  (
    'html body address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hgroup hr legend li main nav ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Landmarks and widgets around an article, never of it. */
const ROLES = new Set(
  'navigation contentinfo search dialog alertdialog menu menubar toolbar tablist tooltip status alert banner'.split(
    ' ',
  ),
);

/** True for what is never read: controls, pictures, navigation, what is marked as hidden, and text being edited. */
export function leftOut(element: Element): boolean {
  const tag = element.localName;
  if (NEVER.has(tag)) return true;
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  const role = element.getAttribute('role');
  // A role on <header> may be a banner inside an article's own header; there the headline stands.
  if (role !== null && ROLES.has(role.toLowerCase()) && !element.querySelector('h1')) return true;
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** For documents that no browser renders (the command line, tests): tags, attributes and inline styles alone. */
export const declaredLooks: Looks = (element, parent) => {
  if (leftOut(element)) return NONE;
  const style = (element.getAttribute('style') ?? '').toLowerCase().replace(/\s+/g, '');
  if (/(^|;)display:none/.test(style)) return NONE;
  const skip = /(^|;)visibility:hidden/.test(style);
  const tag = element.localName;
  return {
    shown: skip ? 'skip' : parent.shown,
    block: /(^|;)display:(block|flex|grid|list-item)/.test(style) || BLOCKS.has(tag),
    inlineBox: false,
    space: tag === 'pre' || tag === 'listing' ? 'keep' : parent.space,
  };
};

/** Looks as the browser computes them. Layout is asked for only where an element is taken out of the flow. */
export function computedLooks(view: Window): Looks {
  return (element, parent) => {
    if (leftOut(element)) return NONE;
    const style = view.getComputedStyle(element);
    const display = style.display;
    // A document that is not rendered (or a detached element) has no display at all.
    if (!display) return declaredLooks(element, parent);
    if (display === 'none' || style.getPropertyValue('content-visibility') === 'hidden') return NONE;
    const position = style.position;
    if ((position === 'absolute' || position === 'fixed') && offScreen(style)) return NONE;
    return {
      shown: style.visibility === 'visible' ? 'yes' : 'skip',
      block: isBlock(element, display, style, parent),
      inlineBox: display === 'inline-flex' || display === 'inline-grid',
      space: spaceOf(style.whiteSpace),
    };
  };
}

function isBlock(element: Element, display: string, style: CSSStyleDeclaration, parent: Look): boolean {
  if (parent.inlineBox && !BLOCKS.has(element.localName)) return false;
  if (display.startsWith('inline') || display === 'contents' || display.startsWith('ruby')) {
    // <tr> laid out as inline-block and the like still are lines of their own; <p style="display:inline"> is not.
    return display === 'contents' && BLOCKS.has(element.localName);
  }
  // A dropped capital floats, and floating makes any element a block, but its letter belongs to the word behind it.
  if (style.float !== 'none' && !BLOCKS.has(element.localName)) return (element.textContent ?? '').trim().length > 2;
  return true;
}

/** Texts for screen readers and search engines only: clipped to nothing, one pixel wide, or far off to the left. */
function offScreen(style: CSSStyleDeclaration): boolean {
  const clip = style.getPropertyValue('clip').replace(/\s/g, '');
  if (/^rect\((0|1)(px)?,?(0|1)(px)?,?(0|1)(px)?,?(0|1)(px)?\)$/.test(clip)) return true;
  if (/^inset\((50|100)%/.test(style.getPropertyValue('clip-path'))) return true;
  const far = (value: string): boolean => Number.parseFloat(value) <= -999;
  if (far(style.left) || far(style.top) || far(style.textIndent)) return true;
  return Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1;
}

function spaceOf(whiteSpace: string): Look['space'] {
  if (whiteSpace.startsWith('pre-line') || whiteSpace.startsWith('preserve-breaks')) return 'lines';
  return whiteSpace.startsWith('pre') || whiteSpace.startsWith('break-spaces') ? 'keep' : 'collapse';
}

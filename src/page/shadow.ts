// Firefox does not let ::highlight() rules of the page reach into shadow trees (Chrome does): each tree that holds text
// of the article is given the rules as an adopted sheet, which leaves its DOM as it is.

const STYLES: [type: string, line: string, color: string][] = [
  ['person', 'solid', '45 120 228'],
  ['country', 'dotted', '196 112 0'],
  ['organization', 'dashed', '18 140 110'],
];

/** The rules of page.css for the screen; a test holds the two together. */
export function sheetText(): string {
  const rules = STYLES.map(
    ([type, line, color]) =>
      `::highlight(attache-${type}) { background-color: rgb(${color} / 11%); ` +
      `text-decoration: underline ${line} rgb(${color}) 2px; text-underline-offset: 0.18em; }`,
  );
  const flash =
    '::highlight(attache-flash) { background-color: rgb(255 200 40); color: rgb(20 20 20); ' +
    'text-decoration: underline solid rgb(20 20 20) 2px; text-underline-offset: 0.18em; }';
  return `@media not print { ${[...rules, flash].join(' ')} }`;
}

export class ShadowStyles {
  readonly #needed: boolean;
  readonly #roots = new Map<ShadowRoot, CSSStyleSheet>();

  /** @param needed whether this browser needs it: one that calls its own properties `-moz-`. */
  constructor(needed: boolean) {
    this.#needed = needed;
  }

  /** These shadow trees have the rules, and no others. */
  set(roots: readonly ShadowRoot[]): void {
    if (!this.#needed) return;
    for (const [root, sheet] of this.#roots) if (!roots.includes(root)) this.#remove(root, sheet);
    for (const root of roots) {
      if (this.#roots.has(root)) continue;
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(sheetText());
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        this.#roots.set(root, sheet);
      } catch {
        // Another document's tree, or a page that froze the list: its text stays unpainted.
      }
    }
  }

  clear(): void {
    this.set([]);
  }

  #remove(root: ShadowRoot, sheet: CSSStyleSheet): void {
    this.#roots.delete(root);
    try {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
    } catch {
      // Gone with its page.
    }
  }
}

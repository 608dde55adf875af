// Notices what happens to the page after it was read: changed text, new paragraphs, another article in the same window,
// the way back from the back/forward cache. Decides when to look again, and how seldom that may be.
import type { Source } from './article.ts';
import { Pace } from './pace.ts';

export interface Noticed {
  /** Elements of known blocks whose text may have changed. */
  changed: Set<Element>;
  /** More than that happened: the page has to be read as a whole. */
  structure: boolean;
}

/** Without an article, looks get rarer (doubled each time) and end: what has not come by then will not. */
const MAX_LOOKS = 10;
const FIRST_LOOK_MS = 250;
const MAX_RECORDS = 3000;
/** Less text than this (code units) in a new element is a label, an advertisement's frame, a counter. */
const SOME_TEXT = 25;
const ATTRIBUTES = ['hidden', 'open', 'class', 'aria-hidden'];

export class Watcher {
  readonly #view: Window;
  readonly #document: Document;
  readonly #look: (noticed: Noticed) => void;
  readonly #observer: MutationObserver;
  #intersection: IntersectionObserver | null = null;
  #known = new Map<Element, Source[]>();
  #root: Element | null = null;
  #shadowRoots: ShadowRoot[] = [];
  #noticed: Noticed = { changed: new Set(), structure: false };
  #shown = new WeakMap<Element, boolean>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #pace = new Pace(performance.now());
  #looks = 0;
  #watching = false;
  #address: string;

  /** @param look is called when it is time to look at what was noticed. */
  constructor(view: Window, signal: AbortSignal, look: (noticed: Noticed) => void, returned: () => void) {
    this.#view = view;
    this.#document = view.document;
    this.#look = look;
    this.#address = this.#here();
    this.#observer = new MutationObserver((records) => this.#take(records));
    const on = (target: EventTarget | undefined, type: string, listener: (event: Event) => void): void =>
      target?.addEventListener(type, listener, { signal, passive: true });
    const navigated = (): void => {
      if (this.#here() === this.#address) return;
      this.#address = this.#here();
      this.again();
    };
    on((view as { navigation?: EventTarget }).navigation, 'navigatesuccess', navigated);
    on(view, 'popstate', navigated);
    on(view, 'pageshow', (event) => {
      if (!(event as PageTransitionEvent).persisted) return;
      returned();
      this.#wake();
    });
    on(this.#document, 'visibilitychange', () => (this.#document.hidden ? this.#rest() : this.#wake()));
    signal.addEventListener('abort', () => {
      this.#rest();
      this.#intersection?.disconnect();
      if (this.#timer !== null) clearTimeout(this.#timer);
    });
  }

  /** After a reading: what to watch. Without sources there is no article, and the whole page is watched for one. */
  watch(sources: readonly Source[], root: Element | null, shadowRoots: ShadowRoot[], costMs: number): void {
    this.#pace.spend(costMs, performance.now());
    this.#known = new Map();
    for (const source of sources) {
      const same = this.#known.get(source.element);
      if (same) same.push(source);
      else this.#known.set(source.element, [source]);
    }
    if (root) this.#looks = 0;
    this.#shadowRoots = shadowRoots;
    if (root !== this.#root) this.#watchSight(root);
    this.#root = root;
    this.#rest();
    if (!this.#document.hidden) this.#observe();
  }

  /** Another article may be here: looks at the page as a whole, and for as long as at the beginning. */
  again(): void {
    this.#looks = 0;
    this.#observe();
    this.#noticed.structure = true;
    this.#plan();
  }

  /** Work elsewhere that a look leads to, in milliseconds of this thread. */
  spend(costMs: number): void {
    this.#pace.spend(costMs, performance.now());
  }

  #here(): string {
    return this.#view.location.href.replace(/#.*$/, '');
  }

  #observe(): void {
    if (this.#watching || (!this.#root && this.#looks >= MAX_LOOKS)) return;
    this.#watching = true;
    const text = { childList: true, characterData: true, subtree: true };
    this.#observer.observe(this.#document, text);
    for (const shadowRoot of this.#shadowRoots) this.#observer.observe(shadowRoot, text);
    if (this.#root) this.#observer.observe(this.#root, { ...text, attributes: true, attributeFilter: ATTRIBUTES });
  }

  #rest(): void {
    this.#watching = false;
    this.#observer.disconnect();
  }

  /** Back in sight: what changed meanwhile was not noticed. */
  #wake(): void {
    if (!this.#watching) {
      if (!this.#root && this.#looks < MAX_LOOKS) this.#noticed.structure = true;
      for (const [element, sources] of this.#known) {
        if (!element.isConnected) this.#noticed.structure = true;
        else if (!sources.every((source) => source.text.fits())) this.#noticed.changed.add(element);
      }
      this.#observe();
    }
    this.#plan();
  }

  /** Nothing is watched while nothing of the article is in sight, unless it is gone from the page. */
  #watchSight(root: Element | null): void {
    this.#intersection?.disconnect();
    this.#intersection = null;
    if (!root || typeof IntersectionObserver !== 'function') return;
    this.#intersection = new IntersectionObserver(
      (entries) => {
        const seen = entries.at(-1)?.isIntersecting ?? true;
        if (seen) this.#wake();
        else if (root.isConnected) this.#rest();
        else this.again();
      },
      { rootMargin: '300px' },
    );
    this.#intersection.observe(root);
  }

  #take(records: MutationRecord[]): void {
    if (records.length > MAX_RECORDS) this.#noticed.structure = true;
    else for (const record of records) this.#judge(record);
    this.#plan();
  }

  #judge({ type, target, addedNodes, removedNodes, attributeName }: MutationRecord): void {
    if (this.#noticed.structure) return;
    if (type === 'attributes') {
      if (attributeName && this.#revealed(target as Element)) this.#noticed.structure = true;
      return;
    }
    const block = this.#blockAt(target);
    if (block) this.#noticed.changed.add(block);
    else if (type === 'childList') {
      const inside = !this.#root || this.#root.contains(target) || target.getRootNode() !== this.#document;
      // Around a known article, new text is no concern of ours: boxes beside it come late on most pages.
      if (inside && [...addedNodes].some(hasText)) this.#noticed.structure = true;
      else if (this.#root && !this.#root.isConnected) this.#noticed.structure = true;
      else if (inside && removedNodes.length > 0 && this.#lost()) this.#noticed.structure = true;
    }
  }

  /** "Read more": a box of the article comes into sight or goes, by its class or an attribute. */
  #revealed(element: Element): boolean {
    if ((element.textContent ?? '').length < 80) return false;
    const shown = this.#view.getComputedStyle(element).display !== 'none';
    const before = this.#shown.get(element) ?? [...this.#known.keys()].some((known) => element.contains(known));
    this.#shown.set(element, shown);
    return before !== shown;
  }

  #blockAt(node: Node): Element | null {
    let at: Node | null = node;
    for (let i = 0; at && i < 64; i++, at = at.parentNode) {
      if (at === this.#root) return this.#known.has(at as Element) ? (at as Element) : null;
      if (at.nodeType === 1 && this.#known.has(at as Element)) return at as Element;
    }
    return null;
  }

  #lost(): boolean {
    for (const element of this.#known.keys()) if (!element.isConnected) return true;
    return false;
  }

  #plan(): void {
    const { changed, structure } = this.#noticed;
    if (this.#timer !== null || (changed.size === 0 && !structure) || this.#document.hidden) return;
    const rarer = this.#root ? 0 : FIRST_LOOK_MS * 2 ** this.#looks;
    const wait = Math.max(this.#pace.wait(performance.now()), rarer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const noticed = this.#noticed;
      this.#noticed = { changed: new Set(), structure: false };
      if (!this.#root && ++this.#looks >= MAX_LOOKS) this.#rest();
      this.#look(noticed);
    }, wait);
  }
}

function hasText(node: Node): boolean {
  if (node.nodeType !== 1 && node.nodeType !== 3) return false;
  if (/^(?:script|style|iframe|noscript|link|meta|svg|img)$/.test((node as Element).localName ?? '')) return false;
  if ((node.textContent ?? '').trim().length >= SOME_TEXT) return true;
  return node.nodeType === 1 && (node as Element).shadowRoot !== null;
}

// The life of one page: reads the article, has it analyzed, paints it, answers the popup, and does again whatever a
// change of the page or of the settings asks for. Owns the page's analysis; there is no other copy.
import { browser, type Storage } from '../browser.ts';
import type { Analysis, Block } from '../engine/analysis.ts';
import { type JumpTarget, type PageState, receive, type Timings } from '../messages.ts';
import { type HighlightMode, readSettings, SETTINGS_KEY } from '../settings.ts';
import { type Reading, readArticle, type Source } from './article.ts';
import { alive, requestAnalysis, sendBadge } from './background.ts';
import { Jumper } from './jump.ts';
import { computedLooks, type Looks } from './looks.ts';
import { fitsBlocks, markingsOf } from './marking.ts';
import { Painter, unpaint } from './paint.ts';
import { reread } from './reread.ts';
import { ShadowStyles } from './shadow.ts';
import { Slices, Stopped } from './slices.ts';
import { type Noticed, Watcher } from './watcher.ts';

/** A page may clear our highlights at any time and tells nobody; looked for when the reader does something. */
const RESTORE_MS = 1000;

type Found = Extract<Reading, { ok: true }>;

/** Runs until `controller` is aborted, which takes everything of ours off the page, or until the extension is gone. */
export async function openSession(view: Window, controller: AbortController): Promise<void> {
  const { signal } = controller;
  const document = view.document as Document & { prerendering?: boolean };
  // A page that is only prepared in case the reader goes there costs nobody anything yet.
  if (document.prerendering) {
    await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true, signal }));
  }
  await new Session(view, controller).start();
}

class Session {
  readonly #view: Window;
  readonly #controller: AbortController;
  readonly #looks: Looks;
  readonly #painter: Painter;
  readonly #jumper: Jumper;
  readonly #shadowStyles = new ShadowStyles(CSS.supports('-moz-appearance', 'none'));
  readonly #watcher: Watcher;
  #state: PageState = { state: 'reading' };
  #mode: HighlightMode = 'all';
  #found: Found | null = null;
  #analysis: Analysis | null = null;
  #timings: Timings = { articleMs: 0, analyzeMs: 0, paintMs: 0, longestTaskMs: 0 };
  /** Of each entity, the mention that was jumped to last. */
  #jumped = new Map<string, number>();
  /** What is to be done next; a pass takes all of it. */
  #todo: { read: boolean; changed: Set<Element>; paint: boolean } = { read: false, changed: new Set(), paint: false };
  #busy = false;

  constructor(view: Window, controller: AbortController) {
    this.#view = view;
    this.#controller = controller;
    const { signal } = controller;
    this.#looks = computedLooks(view);
    const registry = (view as { CSS?: typeof CSS }).CSS?.highlights ?? CSS.highlights;
    unpaint(registry);
    this.#painter = new Painter(registry);
    this.#jumper = new Jumper(view, this.#painter);
    this.#watcher = new Watcher(
      view,
      signal,
      (noticed) => this.#noticed(noticed),
      () => this.#returned(),
    );
    signal.addEventListener('abort', () => {
      this.#jumper.stop();
      this.#painter.clear();
      this.#shadowStyles.clear();
    });
    let checked = performance.now();
    const check = (): void => {
      if (performance.now() - checked < RESTORE_MS || !this.#stillHere()) return;
      checked = performance.now();
      this.#painter.restore();
    };
    view.addEventListener('scroll', check, { signal, passive: true, capture: true });
    view.addEventListener('focus', check, { signal, passive: true });
  }

  async start(): Promise<void> {
    const { signal } = this.#controller;
    receive(
      {
        pageState: () => this.#state,
        jump: ({ target }) => this.#jump(target),
        reread: () => {
          this.#analysis = null;
          this.#watcher.again();
          this.#do({ read: true });
          return null;
        },
      },
      signal,
    );
    const changed = (changes: Record<string, Storage.StorageChange>, area: string): void => {
      if (area !== 'local' || !changes[SETTINGS_KEY] || !this.#stillHere()) return;
      this.#mode = readSettings(changes[SETTINGS_KEY].newValue).mode;
      this.#do({ paint: true });
    };
    browser.storage.onChanged.addListener(changed);
    signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed));
    try {
      this.#mode = readSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]).mode;
    } catch {
      // Settings that cannot be read are the default ones.
    }
    this.#do({ read: true });
  }

  /** Takes everything down when the extension went away (an update leaves its old scripts alive in Chrome). */
  #stillHere(): boolean {
    if (this.#controller.signal.aborted) return false;
    if (alive()) return true;
    this.#controller.abort();
    return false;
  }

  #noticed({ changed, structure }: Noticed): void {
    if (!this.#stillHere()) return;
    if (structure) this.#do({ read: true });
    else this.#do({ changed });
  }

  /** From the back/forward cache: the badge is another page's, and the registry may be empty. */
  #returned(): void {
    if (!this.#stillHere()) return;
    this.#painter.restore();
    this.#setState(this.#state);
  }

  #do({ read = false, changed, paint = false }: { read?: boolean; changed?: Set<Element>; paint?: boolean }): void {
    this.#todo.read ||= read;
    this.#todo.paint ||= paint;
    for (const element of changed ?? []) this.#todo.changed.add(element);
    if (!this.#busy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    try {
      for (;;) {
        const { read, changed, paint } = this.#todo;
        if (this.#controller.signal.aborted || (!read && !paint && changed.size === 0)) return;
        this.#todo = { read: false, changed: new Set(), paint: false };
        if (read) await this.#read();
        else if (changed.size > 0) await this.#update(changed);
        else await this.#paint();
      }
    } catch (error) {
      if (error instanceof Stopped || !this.#stillHere()) return;
      this.#setState({ state: 'error', message: 'Attaché could not read this page.' });
      console.debug('Attaché:', error);
    } finally {
      this.#busy = false;
    }
  }

  async #read(): Promise<void> {
    const started = performance.now();
    const slices = new Slices(this.#controller.signal);
    const reading = await readArticle(this.#view.document, this.#looks, slices);
    slices.end();
    if (!reading.ok) {
      this.#watcher.watch([], null, [], slices.busyMs);
      this.#found = null;
      this.#analysis = null;
      this.#painter.clear();
      this.#shadowStyles.clear();
      return this.#setState({ state: 'none', reason: reading.reason });
    }
    this.#watcher.watch(reading.sources, reading.root, reading.shadowRoots, slices.busyMs);
    await this.#take(reading, performance.now() - started, slices.longestMs);
  }

  /** Only the text of known blocks changed: reads those again and nothing else. */
  async #update(elements: Set<Element>): Promise<void> {
    const found = this.#found;
    if (!found) return;
    const started = performance.now();
    const slices = new Slices(this.#controller.signal);
    const sources = await reread(found.sources, elements, this.#looks, slices);
    slices.end();
    // A block is gone, or there are others than before.
    if (!sources) return this.#do({ read: true });
    const blocks = found.article.blocks.map((block, id): Block => ({ ...block, text: sources[id]!.text.text }));
    this.#watcher.watch(sources, found.root, found.shadowRoots, slices.busyMs);
    const next = { ...found, sources, article: { ...found.article, blocks } };
    await this.#take(next, performance.now() - started, slices.longestMs);
  }

  /** Analyzes what was read, unless it is word for word what has been analyzed, and paints it. */
  async #take(found: Found, articleMs: number, longestTaskMs: number): Promise<void> {
    const before = this.#found;
    this.#found = found;
    if (this.#analysis && before && sameText(before.article.blocks, found.article.blocks)) return this.#paint();
    if (!before) this.#setState({ state: 'reading' });
    const asked = performance.now();
    for (let attempt = 0; ; attempt++) {
      const reply = await requestAnalysis(found.article);
      if (this.#controller.signal.aborted) return;
      if (!reply.ok) {
        if (this.#stillHere()) this.#setState({ state: 'error', message: reply.message });
        return;
      }
      const texts = found.article.blocks.map((block) => block.text);
      if (fitsBlocks(reply.analysis, texts)) {
        this.#analysis = reply.analysis;
        break;
      }
      if (attempt === 1)
        return this.#setState({ state: 'error', message: 'Attaché got an answer about another text.' });
    }
    this.#jumped.clear();
    const analyzeMs = performance.now() - asked;
    // The background's work is not the page's, but a page that changes without end must not keep it at full steam.
    this.#watcher.spend(analyzeMs / 5);
    this.#timings = { articleMs, analyzeMs, paintMs: 0, longestTaskMs: this.#longest(longestTaskMs) };
    await this.#paint();
  }

  async #paint(): Promise<void> {
    const found = this.#found;
    const analysis = this.#analysis;
    if (!found || !analysis) return;
    const started = performance.now();
    const slices = new Slices(this.#controller.signal);
    const markings = markingsOf(analysis, this.#mode, found.sources.length);
    if (slices.due()) await slices.pause();
    this.#shadowStyles.set(found.shadowRoots);
    // Text that changed meanwhile is not painted by the offsets of what it was; the watcher has noticed.
    const blockOf = (id: number) => {
      const { text } = found.sources[id]!;
      return { text, markings: text.fits() ? markings[id]! : [] };
    };
    await this.#painter.paint(found.sources.length, blockOf, slices);
    slices.end();
    this.#timings.paintMs = performance.now() - started;
    this.#timings.longestTaskMs = this.#longest(slices.longestMs);
    const { article } = found;
    this.#setState({
      state: 'ready',
      analysis,
      blocks: article.blocks,
      painted: this.#painter.count,
      timings: this.#timings,
    });
  }

  #longest(taskMs: number): number {
    return Math.max(this.#timings.longestTaskMs, taskMs);
  }

  #setState(state: PageState): void {
    this.#state = state;
    const ready = state.state === 'ready' ? state.analysis : null;
    sendBadge(ready && (ready.participants.length || ready.entities.length));
  }

  #jump(target: JumpTarget): { at: number; of: number } | null {
    const found = this.#found;
    const analysis = this.#analysis;
    if (!found || !analysis) return null;
    const stretches = ({ block, start, end }: { block: number; start: number; end: number }) => {
      const source: Source | undefined = found.sources[block];
      return source?.text.fits() ? source.text.stretches(start, end) : [];
    };
    if ('span' in target) return this.#jumper.show(stretches(target.span)) ? { at: 1, of: 1 } : null;
    const mentions = analysis.mentions.filter((mention) => mention.entity === target.entity);
    let at = this.#jumped.get(target.entity) ?? -1;
    // Mentions in closed boxes are passed over.
    for (let tried = 0; tried < mentions.length; tried++) {
      at = (at + 1) % mentions.length;
      if (!this.#jumper.show(stretches(mentions[at]!))) continue;
      this.#jumped.set(target.entity, at);
      return { at: at + 1, of: mentions.length };
    }
    return null;
  }
}

function sameText(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, i) => block.text === b[i]!.text && block.kind === b[i]!.kind);
}

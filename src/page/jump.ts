// Scrolls to a mention and flashes it.
import type { Painter } from './paint.ts';
import type { Stretch } from './textmap.ts';

const SHOWN_MS = 1800;
const BLINK_MS = 180;

/** Where a stretch of text is shown; null when it is not (in a closed box, or the text is gone). */
function rectangleOf(stretches: readonly Stretch[]): DOMRect | null {
  const first = stretches[0];
  const document = first?.node.ownerDocument;
  if (!first || !document || !first.node.isConnected || first.to > first.node.length) return null;
  const range = document.createRange();
  range.setStart(first.node, first.from);
  range.setEnd(first.node, first.to);
  const rectangle = range.getBoundingClientRect();
  return rectangle.width === 0 && rectangle.height === 0 ? null : rectangle;
}

export class Jumper {
  readonly #view: Window;
  readonly #painter: Painter;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(view: Window, painter: Painter) {
    this.#view = view;
    this.#painter = painter;
  }

  /** False when there is nothing to be seen of it; the page then stays as it is. */
  show(stretches: readonly Stretch[]): boolean {
    const rectangle = rectangleOf(stretches);
    if (!rectangle) return false;
    const calm = this.#view.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#scroll(stretches[0]!, rectangle, calm ? 'instant' : 'smooth');
    this.#flash(stretches, calm);
    return true;
  }

  /** Ends the flash. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.#painter.flash([]);
  }

  #scroll({ node }: Stretch, rectangle: DOMRect, behavior: ScrollBehavior): void {
    const height = this.#view.innerHeight;
    // What is in sight, and not under a bar at the top or the bottom, needs no scrolling.
    if (rectangle.top > height * 0.15 && rectangle.bottom < height * 0.85) return;
    const parent = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
    // A long paragraph's middle may be far from the mention. Only the window can be scrolled to a stretch of text;
    // other scrolling boxes (an article in a pane) follow their element.
    const box = parent.getBoundingClientRect();
    if (box.height > height / 2 && scrollsWithWindow(parent, this.#view)) {
      this.#view.scrollBy({ top: rectangle.top - (height - rectangle.height) / 2, behavior });
    } else parent.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
  }

  #flash(stretches: readonly Stretch[], calm: boolean): void {
    this.stop();
    this.#painter.flash(stretches);
    const later = (ms: number, shown: boolean): void => {
      this.#timers.push(setTimeout(() => this.#painter.flash(shown ? stretches : []), ms));
    };
    if (!calm) {
      later(450, false);
      later(450 + BLINK_MS, true);
    }
    later(SHOWN_MS, false);
  }
}

function scrollsWithWindow(element: Element, view: Window): boolean {
  for (let at: Element | null = element.parentElement; at; at = at.parentElement) {
    if (at === at.ownerDocument.documentElement || at === at.ownerDocument.body) return true;
    if (/auto|scroll/.test(view.getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return false;
  }
  return true;
}

// How soon the next look at a changing page may be: at once for the odd change, ever more seldom on a page that changes
// without end. Looking costs at most 1.5 % of the main thread's time in the long run, after a first allowance.

/** A change is waited out for so many milliseconds: most come in bursts. */
const SETTLE_MS = 90;
/** At most one look in so many milliseconds. */
const PACE_MS = 250;
const SHARE = 0.015;
/** So many milliseconds of work may be spent at once. */
const ALLOWANCE_MS = 150;

export class Pace {
  #creditMs = ALLOWANCE_MS;
  #at: number;
  #last = Number.NEGATIVE_INFINITY;

  constructor(now: number) {
    this.#at = now;
  }

  /** Milliseconds from `now` until the next look. */
  wait(now: number): number {
    this.#refill(now);
    return Math.max(SETTLE_MS, this.#last + PACE_MS - now, this.#creditMs > 0 ? 0 : -this.#creditMs / SHARE);
  }

  /** A look ended at `now` and took so many milliseconds of work. */
  spend(costMs: number, now: number): void {
    this.#refill(now);
    this.#creditMs -= costMs;
    this.#last = now;
  }

  #refill(now: number): void {
    this.#creditMs = Math.min(ALLOWANCE_MS, this.#creditMs + Math.max(0, now - this.#at) * SHARE);
    this.#at = now;
  }
}

// Cuts our work on the page's main thread into slices, so that the reader never waits for us, and keeps the length of
// the longest one, which the popup and `inspect` report.

interface Scheduler {
  yield?: () => Promise<void>;
}

/** Lets the page run: its input, its timers, its frames. */
function yieldToPage(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Work that was asked to stop, because the page or the script is going away or newer work took its place. */
export class Stopped extends Error {
  override name = 'Stopped';
}

export class Slices {
  /** Milliseconds. */
  longestMs = 0;
  /** All slices together, milliseconds. */
  busyMs = 0;
  #began: number;
  readonly #budgetMs: number;
  readonly #signal: AbortSignal | undefined;

  /**
   * The first slice begins now.
   * @param budgetMs after so many milliseconds a slice is due to end. Far below the 50 ms of a long task, since a
   *   slower machine than ours and the browser's own work (style, garbage) come on top.
   */
  constructor(signal?: AbortSignal, budgetMs = 10) {
    this.#signal = signal;
    this.#budgetMs = budgetMs;
    this.#began = performance.now();
  }

  /** Cheap enough to be asked in a loop of some hundred steps. */
  due(): boolean {
    return performance.now() - this.#began >= this.#budgetMs;
  }

  /** To be called before awaiting anything that is not our work. */
  end(): void {
    const took = performance.now() - this.#began;
    this.longestMs = Math.max(this.longestMs, took);
    this.busyMs += took;
    this.#began = performance.now();
  }

  begin(): void {
    this.#began = performance.now();
    if (this.#signal?.aborted) throw new Stopped();
  }

  /** Ends the slice, lets the page run, begins the next one. Throws `Stopped` when there is to be no next one. */
  async pause(): Promise<void> {
    this.end();
    await yieldToPage();
    this.begin();
  }
}

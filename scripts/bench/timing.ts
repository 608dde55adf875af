// Processor time taken, as the median of several runs after a warm-up. Not time by the clock: what else the machine does
// meanwhile would be measured too.

/**
 * Milliseconds of one run: the median of at least `least` runs that together take `enough` milliseconds, after `warm`
 * milliseconds of runs that do not count, in which the machine compiles what is hot.
 */
export function timeOf(work: () => unknown, { warm = 0, least = 3, enough = 400 } = {}): number {
  for (const began = now(); now() - began < warm; ) work();
  const times: number[] = [];
  let total = 0;
  while (times.length < least || total < enough) {
    const began = now();
    work();
    const took = now() - began;
    times.push(took);
    total += took;
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] as number;
}

/** Milliseconds of processor time that this process has taken, all its threads together. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** "2.41 M" characters a second. */
export function rate(characters: number, ms: number): string {
  const perSecond = (characters / ms) * 1000;
  return perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(2)} M` : `${Math.round(perSecond / 1000)} k`;
}

export const row = (...cells: string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(44) : cell.padStart(14))).join('');

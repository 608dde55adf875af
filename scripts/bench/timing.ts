// Time taken, as the median of several runs after a warm-up.

/** Milliseconds of one run: the median of at least `least` runs that together take `enough` milliseconds. */
export function timeOf(work: () => unknown, { warm = 2, least = 3, enough = 400 } = {}): number {
  for (let i = 0; i < warm; i++) work();
  const times: number[] = [];
  let total = 0;
  while (times.length < least || total < enough) {
    const began = performance.now();
    work();
    const took = performance.now() - began;
    times.push(took);
    total += took;
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] as number;
}

/** "2.41 M" characters a second. */
export function rate(characters: number, ms: number): string {
  const perSecond = (characters / ms) * 1000;
  return perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(2)} M` : `${Math.round(perSecond / 1000)} k`;
}

export const row = (...cells: string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(44) : cell.padStart(14))).join('');

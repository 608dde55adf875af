// Shows that something goes on, for whatever may take longer than a second. It speaks on standard error, so that
// standard output stays a command's own.

/** Milliseconds as people read them. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/**
 * Runs `work`. Nothing is shown for the first second; then, on a terminal, one line counts the seconds, elsewhere a line
 * says it at once and every ten seconds more.
 */
export async function withProgress<T>(label: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const terminal = process.stderr.isTTY === true;
  const show = () => {
    const text = `${label}… ${Math.round((Date.now() - began) / 1000)} s`;
    process.stderr.write(terminal ? `\r${text}\x1b[K` : `${text}\n`);
  };
  let ticker: NodeJS.Timeout | undefined;
  const starter = setTimeout(() => {
    show();
    ticker = setInterval(show, terminal ? 1000 : 10_000);
  }, 1000);
  try {
    return await work();
  } finally {
    clearTimeout(starter);
    clearInterval(ticker);
    if (terminal && ticker) process.stderr.write('\r\x1b[K');
  }
}

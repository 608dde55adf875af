// Pages for the browser tests of the page, made as they are needed.

export const TALKS = [
  'The foreign minister of Norway met her colleague from Chile on Monday, and both spoke at length about ships and the sea.',
  'Kenya and Uganda sent envoys to the talks, which went on until the evening and ended without a paper of any kind.',
  'A third round is planned for the spring, when Ireland takes the chair, an official said on condition of anonymity.',
];

export const RAILWAY = [
  'The president of Mongolia received the prime minister of Nepal on Friday and showed him the new railway to the border.',
  'Japan and Bhutan had asked for a seat at the table, which both hosts politely declined after a short talk by telephone.',
  'The next visit will be to Fiji, where the ministers of trade of nine islands wait for an answer to their letter.',
];

/** So many different paragraphs. */
export const many = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${[...TALKS, ...RAILWAY][i % 6]} That was paragraph ${i}.`);

/** So many paragraphs of which one in fifty names somebody. */
export const mostlyIdle = (count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    i % 50 === 0 ? TALKS[0]! : `nothing of note was said in part ${i} of the long day, which went by without a word.`,
  );

const HEAD = '<meta charset="utf-8"><meta property="og:type" content="article">';

export const body = (paragraphs: readonly string[]): string =>
  `<article><h1>What the ministers spoke about</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;

export const article = (paragraphs: readonly string[], head = ''): string =>
  `<!doctype html><html lang="en"><head><title>What the ministers spoke about</title>${HEAD}${head}</head>` +
  `<body><nav><a href="/">Home</a></nav><main>${body(paragraphs)}</main></body></html>`;

/** The text comes so many milliseconds after the page. */
export const late = (paragraphs: readonly string[], ms: number): string =>
  `<!doctype html><html lang="en"><head><title>Loading</title></head><body><div id="root"></div><script>setTimeout(() => {
    document.getElementById('root').innerHTML = ${JSON.stringify(body(paragraphs))};
  }, ${ms})</script></body></html>`;

/** Breaks everything that a script could lean on, in the page's own world. */
export const hostile = (paragraphs: readonly string[]): string =>
  article(
    paragraphs,
    `<script>
      const refuse = (name) => function () { throw new Error('patched ' + name); };
      for (const name of ['slice', 'map', 'push', 'at', 'filter', 'includes', 'entries']) Array.prototype[name] = refuse(name);
      Map.prototype.set = refuse('set');
      String.prototype.slice = refuse('slice');
      Node.prototype.cloneNode = refuse('cloneNode');
      Document.prototype.createTreeWalker = refuse('createTreeWalker');
      Object.defineProperty(Node.prototype, 'textContent', { get: refuse('textContent') });
      window.getComputedStyle = refuse('getComputedStyle');
      window.MutationObserver = refuse('MutationObserver');
      window.Highlight = refuse('Highlight');
      window.StaticRange = undefined;
      Object.defineProperty(window, 'CSS', { value: null });
      window.performance.now = () => NaN;
      window.setTimeout = refuse('setTimeout');
    </script>`,
  );

export const strict = (paragraphs: readonly string[]): string =>
  article(
    // So short that Readability tries again, for which it writes HTML into its own document.
    paragraphs.slice(0, 2),
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'">`,
  );

/** So many boxes, each in the one before; more than a parser would nest. */
export const deep = (depth: number): string =>
  `<!doctype html><html lang="en"><head><title>Deep</title>${HEAD}</head><body><script>
    let at = document.body;
    for (let i = 0; i < ${depth}; i++) at = at.appendChild(document.createElement('div'));
    at.innerHTML = ${JSON.stringify(body([...TALKS, ...RAILWAY]))};
  </script></body></html>`;

/** One paragraph of so many text nodes. */
export const pieces = (count: number): string =>
  `<!doctype html><html lang="en"><head><title>Pieces</title>${HEAD}</head><body><article><h1>What the ministers spoke about</h1><p></p></article><script>
    const paragraph = document.querySelector('p');
    for (let i = 0; i < ${count}; i++) paragraph.append(document.createTextNode(i % 500 ? 'a ' : 'Norway, '));
  </script></body></html>`;

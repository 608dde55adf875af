// The page on which a demonstration article is read: "The Meridian Courier", a paper that does not exist. It has what a
// news page has around its text (a masthead, links, a figure, other stories, a footer), so that finding the article is
// a fair task, and it says in plain sight that the story was made up.
import { DEMO_ARTICLES, type DemoArticle } from './articles.ts';
import { DEMO_STYLE } from './style.ts';

export const demoPath = (article: DemoArticle): string => `/meridian-courier/${article.slug}`;

const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const longDate = (iso: string) =>
  new Date(`${iso.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** A drawn landscape in place of a photograph: the demonstration loads nothing from anywhere. */
const DRAWING = `<svg viewBox="0 56 720 216" role="img" aria-label="A drawing of hills above water">
  <rect width="720" height="300" class="sky"/><circle cx="548" cy="104" r="42" class="sun"/>
  <path d="M0 178 Q120 96 240 168 T470 150 T720 172 V300 H0Z" class="far"/>
  <path d="M0 214 Q150 150 300 210 T560 200 T720 214 V300 H0Z" class="near"/>
  <rect y="232" width="720" height="68" class="water"/>
  <path d="M470 246h150M500 258h96M524 270h50M40 252h120M80 266h60" class="glint"/>
</svg>`;

export function demoPage(article: DemoArticle): string {
  const body = article.body.map((part, index) => {
    if (typeof part !== 'string') return `<h2>${html(part.heading)}</h2>`;
    const dateline = index === 0 ? `<span class="dateline">${html(article.dateline)} —</span> ` : '';
    return `<p>${dateline}${html(part)}</p>`;
  });
  const others = DEMO_ARTICLES.filter((other) => other !== article).map(
    (other) => `<li><span>${html(other.section)}</span><a href="${demoPath(other)}">${html(other.headline)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(article.headline)} | The Meridian Courier</title>
<meta name="description" content="${html(article.standfirst)}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="The Meridian Courier">
<meta property="og:title" content="${html(article.headline)}">
<meta property="article:published_time" content="${article.published}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<style>${DEMO_STYLE}</style>
</head>
<body>
<header class="masthead">
  <p class="paper"><a href="${demoPath(DEMO_ARTICLES[0])}">The Meridian Courier</a></p>
  <nav aria-label="Sections"><a href="#">World</a><a href="#">Diplomacy</a><a href="#">Trade</a><a href="#">Climate</a><a href="#">Opinion</a></nav>
</header>
<aside class="notice" role="note">
  <strong>Demonstration.</strong> This meeting was made up to show Attaché at work. The people held these offices in
  autumn 2026; what they do and say here is invented.
</aside>
<main>
<article>
  <header>
    <p class="section">${html(article.section)}</p>
    <h1>${html(article.headline)}</h1>
    <p class="standfirst">${html(article.standfirst)}</p>
    <p class="byline">By the foreign desk · <time datetime="${article.published}">${longDate(article.published)}</time></p>
  </header>
  <figure>${DRAWING}<figcaption>${html(article.caption)}</figcaption></figure>
  ${body.join('\n  ')}
</article>
<aside class="more" aria-label="Other stories">
  <h2>More from the desk</h2>
  <ul>${others.join('')}</ul>
</aside>
</main>
<footer>
  <p>The Meridian Courier is no newspaper. Its pages come with Attaché and are served by your own machine.</p>
</footer>
</body>
</html>
`;
}

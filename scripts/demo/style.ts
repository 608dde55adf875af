// How The Meridian Courier looks, by day and by night.
export const DEMO_STYLE = `
:root {
  --paper: #fbfaf7; --ink: #1d1c1a; --soft: #6a665e; --line: #dcd8cf; --accent: #8a2b1d; --tint: #f3eee2;
  --sky: #e9e2d2; --sun: #d9883f; --far: #a9b3a4; --near: #6f8276; --water: #b9cbd0; --glint: #f5f1e6;
  font-family: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "DejaVu Serif", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16171a; --ink: #e6e3dc; --soft: #a09b90; --line: #33353a; --accent: #e58a76; --tint: #212226;
    --sky: #23262e; --sun: #c9793a; --far: #39433f; --near: #2a3432; --water: #1f2d35; --glint: #56707c;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font-size: 19px; line-height: 1.6; }
a { color: inherit; }
.masthead { border-bottom: 1px solid var(--line); text-align: center; padding: 22px 20px 12px; }
.paper { margin: 0; font-size: 34px; font-weight: 700; letter-spacing: -0.01em; }
.paper a { text-decoration: none; }
nav, .section, .byline, .notice, .more span, figcaption, footer { font-family: system-ui, "DejaVu Sans", sans-serif; }
nav { display: flex; flex-wrap: wrap; justify-content: center; gap: 4px 26px; margin-top: 8px; font-size: 14px; }
nav a { color: var(--soft); text-decoration: none; }
.notice {
  background: var(--tint); border-bottom: 1px solid var(--line); padding: 9px 20px; font-size: 13.5px;
  line-height: 1.45; text-align: center; color: var(--soft);
}
.notice strong { color: var(--accent); }
main {
  display: grid; grid-template-columns: minmax(0, 680px) 250px; gap: 0 64px; justify-content: center;
  padding: 34px 20px 56px;
}
.section { margin: 0; color: var(--accent); font-size: 13px; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; }
h1 { margin: 8px 0 14px; font-size: 40px; line-height: 1.14; letter-spacing: -0.015em; text-wrap: balance; }
.standfirst { margin: 0 0 16px; font-size: 22px; line-height: 1.4; color: var(--soft); text-wrap: pretty; }
.byline { margin: 0 0 22px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 14px; color: var(--soft); }
figure { margin: 0 0 26px; }
figure svg { display: block; width: 100%; height: auto; border-radius: 3px; }
figcaption { margin-top: 8px; font-size: 13.5px; line-height: 1.45; color: var(--soft); }
.sky { fill: var(--sky); } .sun { fill: var(--sun); } .far { fill: var(--far); } .near { fill: var(--near); }
.water { fill: var(--water); } .glint { stroke: var(--glint); stroke-width: 2; stroke-linecap: round; fill: none; }
article p { margin: 0 0 20px; hanging-punctuation: first; text-wrap: pretty; }
article h2 { margin: 32px 0 8px; font-size: 23px; line-height: 1.3; }
.dateline { font-variant-caps: all-small-caps; letter-spacing: .04em; }
.more { padding-top: 46px; }
.more h2 { margin: 0 0 10px; padding-bottom: 8px; border-bottom: 2px solid var(--ink); font-size: 17px; }
.more ul { list-style: none; margin: 0; padding: 0; }
.more li { padding: 12px 0; border-bottom: 1px solid var(--line); line-height: 1.35; font-size: 17px; }
.more span { display: block; font-size: 12px; color: var(--soft); }
.more a { text-decoration: none; }
.more a:hover, nav a:hover { text-decoration: underline; }
footer { border-top: 1px solid var(--line); padding: 20px; text-align: center; font-size: 13px; color: var(--soft); }
@media (max-width: 940px) {
  main { grid-template-columns: minmax(0, 680px); }
  h1 { font-size: 32px; }
  .standfirst { font-size: 19px; }
}
`;

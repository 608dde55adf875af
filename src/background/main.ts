// Entry of the background: a service worker in Chromium, an event page in Firefox.
import { browser } from '../browser.ts';
import type { Reader } from './answer.ts';
import { dictionarySource, readExtensionFile } from './dictionary.ts';
import { startBackground } from './start.ts';

startBackground(articleReader());

/**
 * Reads articles with the extension's dictionary. The engine and the dictionary's reader are imported when the first
 * article arrives: inside the one bundle that only puts off running them, so a start for a badge or a menu is quick.
 */
function articleReader(): Reader {
  const dictionary = dictionarySource(async () => {
    const bytes = await readExtensionFile(browser.runtime.getURL('dictionary.bin'));
    const { loadDictionary } = await import('../dictionary/load.ts');
    return loadDictionary(bytes);
  });
  return async (article) => {
    const [{ analyze }, opened] = await Promise.all([import('../engine/analyze.ts'), dictionary()]);
    // compromise takes a third of a second to start: only an article that leaves something open for it pays for that.
    let asked = false;
    const first = analyze(article, opened, {
      secondOpinion: (runs) => {
        asked = true;
        return runs.map(() => false);
      },
    });
    if (!asked) return first;
    const { secondOpinion } = await import('../engine/second-opinion.ts');
    return analyze(article, opened, { secondOpinion: secondOpinion() });
  };
}

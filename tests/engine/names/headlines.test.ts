// Headlines in title case and in capitals, datelines and credit lines.
import { beforeAll, describe, it } from 'vitest';
import type { Dictionary } from '../../../src/dictionary/load.ts';
import { expectMarked } from '../marked.ts';
import { loadWorld } from '../world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

const CASES: Record<string, string[]> = {
  'title case': [
    '[Norway|NO] and [Chile|CL] Sign Fisheries Accord After Long Talks¶The accord was signed on Monday.',
    '[Danish|DK.a] Envoy Warns Against Rushed Deal in Arctic Talks¶The envoy spoke on Monday.',
    '[EU|o:eu] and [NATO|o:nato] Pledge Closer Work on Cyber Defence¶They met on Monday.',
    'Minister [Ostrogan|p] Meets Envoys in Capital¶Foreign Minister [Helena Ostrogan|p] met envoys on Monday.',
  ],
  capitals: [
    '[NORWAY|NO] AND [CHILE|CL] SIGN FISHERIES ACCORD¶The accord was signed on Monday.',
    '[RUSSIA|RU] WARNS [NATO|o:nato] OVER DRILLS NEAR BORDER¶The drills began on Monday.',
    'WHO WILL HELP US NOW THAT IT IS LATE¶Nobody answered on Monday.',
    'THEY TOLD US WHO DID IT AND WHY¶Nobody answered on Monday.',
  ],
  'us, who, it in small letters': ['They told us who did it, and it is over.', 'Help us, who can? The aid is ours.'],
  datelines: [
    'BEIJING, Feb. 1 (Xinhua) -- The talks went on.',
    'OSLO, [Norway|NO] (AP) — The talks went on.',
    'GENEVA (Reuters) - The talks went on.',
    'MOSCOW, March 4. /TASS/. The talks went on.',
    'ANKARA, [TÜRKIYE|TR] (AA) – The talks went on.',
  ],
  'credit lines': ['The talks went on.¶(Reporting by Tomasz Belisarov in Warsaw; editing by Helena Varkonda)'],
};

for (const [name, sentences] of Object.entries(CASES))
  describe(name, () => {
    for (const sentence of sentences) it(sentence, () => void expectMarked(dictionary, sentence));
  });

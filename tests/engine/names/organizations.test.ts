// Organizations: those of the dictionary and those that only their make tells; where a country stands apart from a body and
// where it belongs to its name; acronyms in brackets, before and behind.
import { beforeAll, describe, it } from 'vitest';
import type { Dictionary } from '../../../src/dictionary/load.ts';
import { expectMarked } from '../marked.ts';
import { loadWorld } from '../world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

const CASES: Record<string, string[]> = {
  'international bodies': [
    'The [EU|o:eu], [NATO|o:nato], [ASEAN|o:asean], [BRICS|o:brics] and the [G7|o:g7] were represented.',
    'The [United Nations Security Council|o:un-security-council] met on Friday.',
    'The [UN Security Council|o:un-security-council] and the [U.N. General Assembly|o:un-general-assembly] voted.',
    'An [EU|o:eu]-Africa summit and the [G20|o:g20] summit were held; the [C5+1|o:c5-plus-1] agreed.',
    'The [African Union|o] and the [Arab League|o] issued a statement.',
    'Ministers of the [Nato|o:nato] alliance met at [UN|o:un] headquarters.',
    'The [World Health Organization|o:who] sent a team; the [WHO|o:who] paid for it.',
  ],
  'names over brackets': [
    'The [United Nations (UN) Security Council|o:un-security-council] met twice.',
    'The [East African Community|o] ([EAC|o]) will expand.',
    'The [Communist Party of India (Marxist)|o] won the seat.',
  ],
  'a country beside a ministry stands apart': [
    'The [Russian|RU.a] [Foreign Ministry|o] and the [US|US] [State Department|o] commented.',
    'The [Ministry of Foreign Affairs|o] of [Estonia|EE] published it.',
    "[Japan|JP]'s [Defense Ministry|o] counted the aircraft.",
    'The [French|FR.a] [Senate|o] and the [National Assembly|o] of [Pakistan|PK] voted.',
    'The [Kenyan|KE.a] [Parliament|o] adopted the bill.',
    'The [Ukrainian|UA.a] [Supreme Court|o] ruled.',
  ],
  'a country within a name': [
    'The [Norwegian Refugee Council|o] opened an office.',
    'The [U.S. Department of State|o] confirmed it.',
    'The [Sudanese Armed Forces|o] and the [Indian Army|o] trained.',
    'The [Central Bank of Nigeria|o] cut its rate.',
    'The [Hungarian Academy of Sciences|o] elected a president.',
  ],
  'small letters beside a country': [
    'The [Iranian|IR.a] [foreign ministry|o] summoned him.',
    "[Egypt|EG]'s [interior ministry|o] denied it, and the ministry said no more.",
    'The [Dutch|NL.a] [defence ministry|o] placed an order.',
    'The parliament and the foreign ministry were closed.',
  ],
  'an acronym brought in by brackets': [
    'The [Karelian Fisheries Commission|o:karelian-fisheries-commission] ([KFC|o:karelian-fisheries-commission]) met. The [KFC|o:karelian-fisheries-commission.y] will meet again.'
      .replaceAll('Karelian Fisheries Commission', 'Northern Trawling Commission')
      .replaceAll('karelian-fisheries-commission', 'northern-trawling-commission')
      .replaceAll('KFC', 'NTC'),
    'The [NWPC|o:northern-water-planning-council] objected on Monday.¶The [Northern Water Planning Council|o:northern-water-planning-council] ([NWPC|o:northern-water-planning-council]) was founded in 1998.',
  ],
  'a possessive divides': [
    "The [PLO|o:plo]'s [Executive Committee|o] met.",
    "[NATO|o:nato]'s council met in [Latvia|LV].",
  ],
  'inside the names of posts, meetings and buildings': [
    '[NATO|o:nato] foreign ministers and the [CIA|o:cia] chief met at [UN|o:un] Headquarters.',
    'An [ASEAN|o:asean]-[US|US] Special Summit was held.',
  ],
  'armed groups and parties': [
    '[Hamas|o:hamas], [Hezbollah|o:hezbollah] and the [Taliban|o:taliban] answered; [Houthi|o:houthis] gunmen fired.',
    'The [Democratic Party|o] lost, and Democrats were divided.',
    'The [Workers Party of Ardania|o] split.'.replace('Workers Party of Ardania', 'Communist Party of China'),
  ],
  'media as sources': [
    'He told [Reuters|o:reuters] that the [Xinhua|o:xinhua] news agency was wrong.',
    'The [Financial Times|o] and [Al Jazeera|o] reported it.',
  ],
  'missions to countries': [
    'The [EU Fisheries Inspection Mission in Norway|o] began.',
    'The [UN|o:un] mission in [Chile|CL] and the [U.S.|US] Mission to the [UN|o:un] were told.',
  ],
  'councils of office holders': [
    'The [Council of Forestry Ministers|o] sat in public.',
    'The [Norwegian|NO.a]-[Danish|DK.a] [Joint Commission for Ferries|o] met.',
  ],
  'named after cities and people': [
    'The [Hanoi Chamber of Commerce|o] sent a letter.',
    'The [King Haakon Military Academy|o] was closed.',
  ],
  none: [
    'They left the NPT and signed an MoU.',
    'The ministry, the council and the two sides agreed.',
    'The Raisina Dialogue and the Belt and Road Initiative were praised.',
    'The Treaty on the Non-Proliferation of Nuclear Weapons was signed.',
    'The Homeland Security Secretary resigned.',
    'It was the 19th round of the talks.',
  ],
};

for (const [name, sentences] of Object.entries(CASES))
  describe(name, () => {
    for (const sentence of sentences) it(sentence, () => void expectMarked(dictionary, sentence));
  });

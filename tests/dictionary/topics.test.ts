// Topics: what must hold for every phrase, and sentences of the kind that communiqués and agencies write, each of which must
// lead to its own topic. The scoring is the plain one of the dictionary: per topic the longest phrase first, a phrase counted
// less each time it comes again. Titles and leads, which the engine counts more, play no part in single sentences.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { TopicRecord } from '../../src/dictionary/schema.ts';

const file = join(dirname(fileURLToPath(import.meta.url)), '../../src/dictionary/topics.jsonl');
const topics = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => v.parse(TopicRecord, JSON.parse(line)));

const STRENGTH = { 1: 0.5, 2: 1.5, 3: 3 } as const;

const words = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'")
    .toLowerCase()
    .match(/'s\b|[\p{L}\p{N}]+(?:\+\d)?/gu) ?? [];
/** The phrase and its other number, as the compiler makes them. */
const numbers = (key: string): string[] =>
  key.endsWith('ss') ? [key] : key.endsWith('s') ? [key, key.slice(0, -1)] : [key, `${key}s`];

const indexes = topics.map((topic) => {
  const phrases = new Map<string, (typeof topic.phrases)[number]>();
  let longest = 1;
  for (const phrase of topic.phrases) {
    const key = words(phrase.text);
    longest = Math.max(longest, key.length);
    for (const text of numbers(key.join(' '))) phrases.set(text, phrases.get(text) ?? phrase);
  }
  return { id: topic.id, phrases, longest };
});

function scores(sentence: string): [id: string, score: number][] {
  const tokens = words(sentence);
  const near = new Set(tokens);
  return indexes
    .map(({ id, phrases, longest }): [string, number] => {
      const times = new Map<string, number>();
      let score = 0;
      for (let i = 0; i < tokens.length; ) {
        let step = 1;
        for (let n = Math.min(longest, tokens.length - i); n > 0; n--) {
          const phrase = phrases.get(tokens.slice(i, i + n).join(' '));
          if (!phrase || (phrase.near.length > 0 && !phrase.near.some((w) => near.has(words(w)[0] ?? '')))) continue;
          const before = times.get(phrase.text) ?? 0;
          times.set(phrase.text, before + 1);
          score += STRENGTH[phrase.weight] * 0.5 ** before;
          step = n;
          break;
        }
        i += step;
      }
      return [id, score];
    })
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1]);
}

describe('every line', () => {
  test('the 42 topics, sorted, with a label', () => {
    expect(topics.map((t) => t.id)).toEqual([...SENTENCES.keys()].sort());
    expect(new Set(topics.map((t) => t.label)).size).toBe(42);
  });

  test('no phrase comes twice in its topic, not even in its other number', () => {
    const wrong = topics.flatMap((topic) => {
      const seen = new Set<string>();
      return topic.phrases
        .filter((p) => {
          const forms = numbers(words(p.text).join(' '));
          const twice = forms.some((f) => seen.has(f));
          for (const f of forms) seen.add(f);
          return twice;
        })
        .map((p) => `${topic.id}: ${p.text}`);
    });
    expect(wrong).toEqual([]);
  });

  test('a phrase says one thing strongly in at most two topics', () => {
    const strong = new Map<string, string[]>();
    for (const topic of topics)
      for (const p of topic.phrases)
        if (p.weight === 3 && p.near.length === 0) {
          const key = words(p.text).join(' ');
          strong.set(key, [...(strong.get(key) ?? []), topic.id]);
        }
    expect([...strong].filter(([, ids]) => ids.length > 2)).toEqual([]);
  });

  test('near words are single words', () => {
    expect(topics.flatMap((t) => t.phrases.flatMap((p) => p.near.filter((n) => words(n).length !== 1)))).toEqual([]);
  });
});

/** A topic's id on a line, its sentences on the lines after it. */
const SENTENCES = new Map(
  `
bilateral-relations
  The two presidents agreed to raise relations between the two countries to a comprehensive strategic partnership.
  During the working visit both ministers praised the friendly relations and reviewed bilateral cooperation.
  Ottawa and Delhi want to repair ties and resume a regular political dialogue, their counterparts said.
multilateralism
  The leaders pledged to uphold the UN Charter and to defend multilateralism against unilateralism.
  African states asked for a permanent seat on the Security Council and a fairer global governance.
  He called for an orderly multipolar world with the rules-based international order at its heart.
regional-cooperation
  Foreign ministers of ASEAN backed closer regional economic integration at their retreat.
  The Gulf Cooperation Council discussed joint Arab action with countries of the region.
  Leaders of the East African Community promised to speed up regional integration.
treaties-agreements
  The parliaments must still ratify the treaty before it can enter into force.
  A memorandum of understanding and a double taxation accord were signed at a signing ceremony.
  Both capitals exchanged instruments of ratification of the framework agreement.
diplomatic-missions
  The ministry summoned the chargé d’affaires and declared two attachés persona non grata.
  She presented her credentials as the new ambassador and will reopen the consulate.
  Four diplomats were expelled in reprisal, and the embassy will work with fewer embassy staff.
domestic-politics
  The ruling party lost the parliamentary election and voters now expect coalition talks.
  The opposition leader asked for a no-confidence vote after the resignation of the finance chief.
  Soldiers announced a military coup, dissolved parliament and put off the referendum.
security-cooperation
  The allies will hold joint exercises and deepen their intelligence sharing under the security pact.
  Military instructors will come to train troops as part of the defence cooperation.
  Both sides reaffirmed the mutual defense treaty and extended deterrence.
arms-control
  The envoys talked about arms control after the end of New START and about strategic stability.
  He warned that the collapse of the Non-Proliferation Treaty would start an arms race.
  The conference renewed its call for nuclear disarmament and a ban on chemical weapons.
military-aid
  The new military aid package holds artillery shells for the brigades and air defence missiles.
  The cabinet agreed to supply arms and to speed up ammunition deliveries.
  Parliament voted for more military assistance, with arms shipments to start in May.
armed-conflict
  Air strikes and shelling continued along the front line, and rebels said that they had taken the town.
  Clashes between the army and the paramilitary force left the city besieged.
  A drone attack hit a market hours after the ground offensive began.
peace-process
  Mediators said that the ceasefire could be extended if the peace talks resume.
  The envoy’s roadmap foresees a negotiated settlement and a national dialogue.
  Qatar offered its mediation to help both parties reach a lasting peace.
peacekeeping
  The Council extended the mandate of the UN peacekeeping mission and asked for more peacekeepers.
  UNIFIL said that a patrol of blue helmets came under pressure near the Blue Line.
  Troop-contributing countries worry about the drawdown of the mission, MONUSCO officers said.
terrorism
  They agreed to work together on counterterrorism and against violent extremism.
  A suicide bomber killed nine in a terrorist attack claimed by a jihadist group.
  The ministry listed the movement as a terrorist organization and froze its terrorist financing.
territorial-disputes
  The border dispute will go to a commission on demarcation of the frontier.
  Tokyo protested over the Senkaku, where it sees its territorial claims questioned.
  Guyana rejected the annexation of Essequibo and any change of sovereignty over it.
taiwan
  The spokesman said that the one-China principle allows no step toward Taiwan independence.
  Warships passed the strait while Taipei watched, and cross-Strait dialogue stayed frozen.
  Arms sales to Taiwan would harm peace in the Taiwan Strait, he said.
korean-peninsula
  They called for the complete denuclearization of the Korean Peninsula and for dialogue with the DPRK.
  Kim Jong Un watched the launch, Pyongyang’s agency said.
  Seoul proposed an inter-Korean hotline across the Demilitarized Zone.
ukraine-war
  They spoke about the war in Ukraine and about security guarantees for Ukraine.
  Zelensky said that Kyiv would give up neither Crimea nor the Donbas.
  The coalition of the willing will meet on the Russian invasion of Ukraine in Paris.
israel-palestine
  Ministers backed the two-state solution and the recognition of Palestine.
  Israeli settlers in the West Bank and the siege of the Gaza Strip were on the agenda with Hamas.
  The Palestinian Authority asked for protection of the Palestinian people in East Jerusalem.
iran-nuclear
  Tehran will not give up uranium enrichment, its negotiator said after the nuclear talks with Iran.
  Inspectors have not been to Fordow and Natanz since the strikes.
  The three Europeans set off the snapback mechanism of the JCPOA.
defence-policy
  The cabinet raised defence spending to three percent and brought back conscription.
  The white paper plans new submarines and fighter jets and a larger defense budget.
  Neighbours accuse it of re-militarization and of a military buildup.
cyber-security
  The agency blamed state-sponsored hackers for the ransomware that stopped the hospitals.
  They opened a cyber dialogue on malicious cyber activities.
  A cyberattack on the ministry led to a data breach.
espionage
  Two men were charged with spying for a foreign intelligence service.
  Prosecutors said that the officer was a double agent and betrayed state secrets.
  The spy ring prepared sabotage, the counterintelligence chief said.
maritime-security
  They stressed freedom of navigation in the South China Sea.
  The coast guard used a water cannon near Second Thomas Shoal.
  Shipping lanes through the Strait of Hormuz must stay open to merchant vessels.
trade-tariffs
  Washington put a tariff on steel, and Brussels answered with retaliatory tariffs.
  Negotiators hope to close the free trade agreement by autumn, easing import duties and market access.
  Bilateral trade grew by a tenth, though the trade deficit stayed.
investment-finance
  The sovereign wealth fund will open a joint venture, bringing foreign direct investment.
  Creditors agreed on debt restructuring, which frees the next loan of the International Monetary Fund.
  The central bank eased its monetary policy after the currency fell.
sanctions
  The Union adopted a new sanctions package with asset freezes and travel bans.
  He asked Washington to lift sanctions and to end the embargo.
  Three banks were blacklisted for sanctions evasion.
energy
  The two ministers spoke about natural gas supplies and a new gas pipeline.
  An LNG terminal and more renewable energy should raise energy security.
  Rosatom will build the nuclear power plant on the coast.
infrastructure
  The transport corridor needs a new railway and a border bridge.
  Work on the Grand Ethiopian Renaissance Dam and on the highway will be finished by then.
  The Belt and Road Initiative paid for the seaport and its rail link.
technology
  They will cooperate on artificial intelligence and semiconductors.
  The accord on science and technology covers quantum computing and 5G.
  A fund for startups shall help the digital economy and its innovation.
critical-minerals
  The deal on critical minerals covers lithium and cobalt.
  Export limits for rare earths and gallium worry the makers of magnets.
  The minerals deal opens the nickel mines to partners abroad.
food-security
  The talks were about food security, fertilizer and grain exports.
  Wheat from the region could ease the famine, the agency said.
  They promised seeds for farmers after a lost harvest, as malnutrition grows.
climate-environment
  The envoys prepared for COP30 and spoke about climate finance.
  Both sides will fight climate change and deforestation and protect biodiversity.
  Greenhouse gas emissions must fall faster to keep the Paris Agreement alive.
public-health
  Ministers adopted the pandemic accord of the World Health Organization.
  A shipment of vaccines against cholera will reach the health workers.
  The Ebola outbreak is over, the health ministry said.
migration-refugees
  The pact wants to curb irregular migration and to return asylum seekers.
  UNHCR counted more refugees in the border camps.
  Deportation flights will start again, and migrants may be held longer.
human-rights
  She raised human rights abuses, religious freedom and the case of jailed activists.
  The rights group spoke of torture and arbitrary detention of dissidents.
  The envoy asked for press freedom and an end to the crackdown.
humanitarian-aid
  Aid convoys brought humanitarian assistance to the province.
  Relief agencies asked for humanitarian access and safe roads for aid workers.
  The donors’ conference pledged emergency aid, the Red Cross said.
development
  The agency will finance development projects and technical cooperation.
  Progress toward the Sustainable Development Goals is slow in the least developed countries.
  A new programme of development assistance aims at poverty reduction and capacity building.
people-to-people
  The ministers agreed on visa-free travel and student exchanges.
  A year of cultural exchange and tourism should bring both peoples closer.
  Scholarships and people-to-people ties were on the list.
detainees
  The prisoner swap brought eight people home.
  Families of the hostages hope for a hostage release before the holiday.
  He asked for consular access to the wrongfully detained teacher, one of three dual nationals.
disaster-relief
  Rescue teams flew in after the earthquake.
  Floods and landslides cut off whole valleys after days of torrential rain.
  The minister sent condolences to the victims of the typhoon.
crime-drugs
  They will act together against drug trafficking and organized crime.
  The former minister was sentenced to ten years for corruption and money laundering.
  Police closed scam centers run by a criminal gang.
space
  The two space agencies will build a lunar base.
  Astronauts of both nations will fly to the space station.
  The Artemis Accords now have a new signatory whose satellites need a launch vehicle.
`
    .trim()
    .split(/\n(?! )/)
    .map((part) => part.split('\n  '))
    .map(([id, ...sentences]) => [id ?? '', sentences]),
);

describe('sentences lead to their topic', () => {
  test('each topic has at least three', () => {
    expect(SENTENCES.size).toBe(42);
    for (const [id, list] of SENTENCES) expect(list.length, id).toBeGreaterThanOrEqual(3);
  });

  test.each([...SENTENCES].flatMap(([id, list]) => list.map((sentence) => [id, sentence] as const)))(
    '%s: %s',
    (id, sentence) => {
      const [first, second] = scores(sentence);
      expect(first?.[0], JSON.stringify(scores(sentence).slice(0, 3))).toBe(id);
      expect(first?.[1]).toBeGreaterThan(second?.[1] ?? 0);
    },
  );

  test.each([
    ['strait', 'Tankers and navy ships met in the strait near Hormuz.', 'maritime-security', 'taiwan'],
    ['strait', 'Taipei counted forty jets over the strait.', 'taiwan', 'maritime-security'],
    ['IAEA', 'The IAEA team left Tehran without an answer.', 'iran-nuclear', 'arms-control'],
    ['convention', 'The party chose its candidate at the convention.', 'domestic-politics', 'treaties-agreements'],
    ['long-range missiles', 'Berlin will deliver long-range missiles to the army.', 'military-aid', 'space'],
    ['condolences', 'He sent condolences to families hit by the flood.', 'disaster-relief', 'people-to-people'],
  ])('%s is read by its neighbours: %s', (_, sentence, right, wrong) => {
    const found = new Map(scores(sentence));
    expect(found.get(right) ?? 0).toBeGreaterThan(found.get(wrong) ?? 0);
  });

  test.each([
    'The band played three encores before a sold-out hall.',
    'Her goal in the last minute won the cup for the visitors from the coast.',
    'The baker opens at six and sells out by nine.',
  ])('nothing is strong in: %s', (sentence) => {
    expect(scores(sentence).filter(([, score]) => score >= 3)).toEqual([]);
  });
});

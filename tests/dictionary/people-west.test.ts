// The people of Europe, Russia and Central Asia, the Americas and the international bodies: who held which great office on
// four days far apart, and what must hold for every line. The files are read as they are, without the compiler.
import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/dictionary/schema.ts';
import { covers, DAYS, end, fold, holders, isBefore, linesOf, peopleOf, REVIEWED, start } from './people.ts';

const REGIONS = ['europe', 'russia-central-asia', 'north-america', 'latin-america', 'international'] as const;
/** A caretaker may stand beside the one who was elected. */
const STAND_IN = /^(acting|interim|caretaker) /;
/** Heads of state who share the office: Andorra's princes, Bosnia's presidency, Nicaragua's couple. */
const SHARED = /^co-|member of the presidency/i;

const everybody = REGIONS.flatMap(peopleOf);

describe('great offices on four days', () => {
  test.each<[of: string, role: Role, expected: [string, string, string, string]]>([
    ['RU', 'head-of-state', ['vladimir-putin', 'vladimir-putin', 'vladimir-putin', 'vladimir-putin']],
    ['RU', 'head-of-government', ['dmitry-medvedev', 'mikhail-mishustin', 'mikhail-mishustin', 'mikhail-mishustin']],
    ['RU', 'foreign-minister', ['sergey-lavrov', 'sergey-lavrov', 'sergey-lavrov', 'sergey-lavrov']],
    ['RU', 'defence-minister', ['sergei-shoigu', 'sergei-shoigu', 'sergei-shoigu', 'andrei-belousov']],
    [
      'RU',
      'security-council-secretary',
      ['nikolai-patrushev', 'nikolai-patrushev', 'nikolai-patrushev', 'sergei-shoigu'],
    ],
    ['US', 'head-of-state', ['barack-obama', 'donald-trump', 'joe-biden', 'donald-trump']],
    ['US', 'vice-president', ['joe-biden', 'mike-pence', 'kamala-harris', 'jd-vance']],
    ['US', 'foreign-minister', ['john-kerry', 'mike-pompeo', 'antony-blinken', 'marco-rubio']],
    ['US', 'defence-minister', ['ash-carter', 'mark-esper', 'lloyd-austin', 'pete-hegseth']],
    ['US', 'national-security-adviser', ['susan-rice', 'robert-obrien', 'jake-sullivan', 'marco-rubio']],
    ['US', 'finance-minister', ['jack-lew', 'steven-mnuchin', 'janet-yellen', 'scott-bessent']],
    ['US', 'central-bank-governor', ['janet-yellen', 'jerome-powell', 'jerome-powell', 'kevin-warsh']],
    ['GB', 'head-of-government', ['david-cameron', 'boris-johnson', 'rishi-sunak', 'andy-burnham']],
    ['GB', 'head-of-state', ['elizabeth-ii', 'elizabeth-ii', 'charles-iii', 'charles-iii']],
    ['GB', 'foreign-minister', ['philip-hammond', 'dominic-raab', 'james-cleverly', 'ed-miliband']],
    ['GB', 'defence-minister', ['michael-fallon', 'ben-wallace', 'ben-wallace', 'wes-streeting']],
    ['FR', 'head-of-state', ['francois-hollande', 'emmanuel-macron', 'emmanuel-macron', 'emmanuel-macron']],
    ['FR', 'foreign-minister', ['laurent-fabius', 'jean-yves-le-drian', 'catherine-colonna', 'jean-noel-barrot']],
    ['DE', 'head-of-government', ['angela-merkel', 'angela-merkel', 'olaf-scholz', 'friedrich-merz']],
    ['DE', 'foreign-minister', ['frank-walter-steinmeier', 'heiko-maas', 'annalena-baerbock', 'johann-wadephul']],
    ['IT', 'head-of-government', ['matteo-renzi', 'giuseppe-conte', 'giorgia-meloni', 'giorgia-meloni']],
    ['ES', 'head-of-government', ['mariano-rajoy', 'pedro-sanchez', 'pedro-sanchez', 'pedro-sanchez']],
    ['PL', 'head-of-state', ['bronislaw-komorowski', 'andrzej-duda', 'andrzej-duda', 'karol-nawrocki']],
    ['UA', 'head-of-state', ['petro-poroshenko', 'volodymyr-zelenskyy', 'volodymyr-zelenskyy', 'volodymyr-zelenskyy']],
    ['UA', 'head-of-government', ['arseniy-yatsenyuk', 'denys-shmyhal', 'denys-shmyhal', 'serhii-koretskyi']],
    ['UA', 'foreign-minister', ['pavlo-klimkin', 'dmytro-kuleba', 'dmytro-kuleba', 'andrii-sybiha']],
    ['UA', 'defence-minister', ['stepan-poltorak', 'andrii-taran', 'oleksii-reznikov', 'yevhenii-khmara']],
    ['HU', 'head-of-government', ['viktor-orban', 'viktor-orban', 'viktor-orban', 'peter-magyar']],
    ['CA', 'head-of-government', ['stephen-harper', 'justin-trudeau', 'justin-trudeau', 'mark-carney']],
    ['CA', 'foreign-minister', ['rob-nicholson', 'francois-philippe-champagne', 'melanie-joly', 'anita-anand']],
    [
      'MX',
      'head-of-state',
      ['enrique-pena-nieto', 'andres-manuel-lopez-obrador', 'andres-manuel-lopez-obrador', 'claudia-sheinbaum'],
    ],
    [
      'BR',
      'head-of-state',
      ['dilma-rousseff', 'jair-bolsonaro', 'luiz-inacio-lula-da-silva', 'luiz-inacio-lula-da-silva'],
    ],
    [
      'AR',
      'head-of-state',
      ['cristina-fernandez-de-kirchner', 'alberto-fernandez', 'alberto-fernandez', 'javier-milei'],
    ],
    ['VE', 'head-of-state', ['nicolas-maduro', 'nicolas-maduro', 'nicolas-maduro', 'delcy-rodriguez']],
    [
      'KZ',
      'head-of-state',
      ['nursultan-nazarbayev', 'kassym-jomart-tokayev', 'kassym-jomart-tokayev', 'kassym-jomart-tokayev'],
    ],
    ['AM', 'foreign-minister', ['edward-nalbandian', 'zohrab-mnatsakanyan', 'ararat-mirzoyan', 'ararat-mirzoyan']],
    ['nato', 'head-of-body', ['jens-stoltenberg', 'jens-stoltenberg', 'jens-stoltenberg', 'mark-rutte']],
    ['un', 'head-of-body', ['ban-ki-moon', 'antonio-guterres', 'antonio-guterres', 'antonio-guterres']],
    ['iaea', 'head-of-body', ['yukiya-amano', 'rafael-grossi', 'rafael-grossi', 'rafael-grossi']],
    [
      'imf',
      'head-of-body',
      ['christine-lagarde', 'kristalina-georgieva', 'kristalina-georgieva', 'kristalina-georgieva'],
    ],
    ['eu', 'foreign-minister', ['federica-mogherini', 'josep-borrell', 'josep-borrell', 'kaja-kallas']],
    [
      'european-commission',
      'head-of-body',
      ['jean-claude-juncker', 'ursula-von-der-leyen', 'ursula-von-der-leyen', 'ursula-von-der-leyen'],
    ],
    ['VA', 'head-of-state', ['pope-francis', 'pope-francis', 'pope-francis', 'leo-xiv']],
  ])('%s: %s', (of, role, expected) => {
    expect(DAYS.map((day) => holders(everybody, of, role, day))).toEqual(expected.map((id) => [id]));
  });

  test('a handover leaves no day with two holders and none without one', () => {
    expect(holders(everybody, 'GB', 'head-of-government', '2026-07-19')).toEqual(['keir-starmer']);
    expect(holders(everybody, 'GB', 'head-of-government', '2026-07-20')).toEqual(['andy-burnham']);
    expect(holders(everybody, 'RU', 'defence-minister', '2024-05-11')).toEqual(['sergei-shoigu']);
    expect(holders(everybody, 'RU', 'defence-minister', '2024-05-14')).toEqual(['andrei-belousov']);
  });

  test('Sergei Shoigu holds another office in another year', () => {
    const shoigu = everybody.find((p) => p.id === 'sergei-shoigu');
    const titleOn = (day: string) => shoigu?.offices.filter((o) => covers(o, day)).map((o) => o.title);
    expect(titleOn('2023-06-15')).toEqual(['minister of defence']);
    expect(titleOn('2026-10-05')).toEqual(['secretary of the Security Council']);
  });
});

describe('every line', () => {
  test('keeps the schema, and each file is sorted by id', () => {
    for (const region of REGIONS) {
      const ids = peopleOf(region).map((p) => p.id);
      expect(ids).toEqual([...ids].sort());
    }
  });

  test('bears an id and names of its own', () => {
    const owner = new Map<string, string>();
    const shared: string[] = [];
    for (const person of everybody) {
      const names = new Set([`#${person.id}`, ...[person.name, ...person.aliases].map(fold)]);
      for (const name of names) {
        if (owner.has(name)) shared.push(`${name}: ${owner.get(name)} and ${person.id}`);
        owner.set(name, person.id);
      }
    }
    expect(shared).toEqual([]);
  });

  test('names countries and bodies that have records', () => {
    const known = new Set(
      [...linesOf('countries'), ...linesOf('organizations')].map((line) => (JSON.parse(line) as { id: string }).id),
    );
    const unknown = everybody.flatMap((p) =>
      [p.country, ...p.offices.map((o) => o.of)]
        .filter((id) => id !== null && !known.has(id))
        .map((id) => `${p.id}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  test('has dates in order, none later than the review', () => {
    const wrong = everybody.flatMap((p) =>
      p.offices
        .filter(
          (o) =>
            (o.to !== null && isBefore(o.to, start(o))) ||
            (o.to !== null && isBefore(o.asOf, o.to)) ||
            isBefore(o.asOf, start(o)) ||
            o.asOf > REVIEWED,
        )
        .map((o) => `${p.id}: ${o.title} ${o.from} to ${o.to} as of ${o.asOf}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each<Role>(['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister'])(
    'leaves each country one %s at a time',
    (role) => {
      const terms = everybody.flatMap((p) =>
        p.offices
          .filter((o) => o.role === role && !STAND_IN.test(o.title) && !SHARED.test(o.title))
          .map((o) => ({ ...o, person: p.id })),
      );
      const clashes = terms.flatMap((a, i) =>
        terms
          .slice(i + 1)
          .filter((b) => a.of === b.of && a.person !== b.person)
          .filter((b) => isBefore(start(a), end(b)) && isBefore(start(b), end(a)))
          .map((b) => `${a.of}: ${a.person} ${a.from} to ${a.to}, ${b.person} ${b.from} to ${b.to}`),
      );
      expect(clashes).toEqual([]);
    },
  );
});

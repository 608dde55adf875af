// The people of Africa, the Middle East, Asia and the Pacific: who held which great office on four days far apart, and what
// must hold for every line. The files are read as they are, without the compiler.
import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/dictionary/schema.ts';
import { covers, DAYS, end, fold, holders, isBefore, peopleOf, REVIEWED, start } from './people.ts';

const REGIONS = ['africa', 'middle-east', 'south-asia', 'east-asia', 'southeast-asia-pacific'] as const;
/** A caretaker may stand beside the one who was elected; a second minister stands beside the first. */
const STAND_IN = /^(acting|interim|caretaker|second) /;

const everybody = REGIONS.flatMap(peopleOf);

describe('great offices on four days', () => {
  test.each<[of: string, role: Role, expected: [string, string, string, string]]>([
    ['CN', 'head-of-state', ['xi-jinping', 'xi-jinping', 'xi-jinping', 'xi-jinping']],
    ['CN', 'head-of-government', ['li-keqiang', 'li-keqiang', 'li-qiang', 'li-qiang']],
    ['CN', 'foreign-minister', ['wang-yi', 'wang-yi', 'qin-gang', 'wang-yi']],
    ['CN', 'defence-minister', ['chang-wanquan', 'wei-fenghe', 'li-shangfu', 'dong-jun']],
    ['JP', 'head-of-government', ['shinzo-abe', 'shinzo-abe', 'fumio-kishida', 'sanae-takaichi']],
    ['JP', 'foreign-minister', ['fumio-kishida', 'toshimitsu-motegi', 'yoshimasa-hayashi', 'toshimitsu-motegi']],
    ['JP', 'defence-minister', ['gen-nakatani', 'taro-kono', 'yasukazu-hamada', 'shinjiro-koizumi']],
    ['KR', 'head-of-state', ['park-geun-hye', 'moon-jae-in', 'yoon-suk-yeol', 'lee-jae-myung']],
    ['KR', 'foreign-minister', ['yun-byung-se', 'kang-kyung-wha', 'park-jin', 'cho-hyun']],
    ['KP', 'foreign-minister', ['ri-su-yong', 'ri-son-gwon', 'choe-son-hui', 'choe-son-hui']],
    ['TW', 'head-of-state', ['ma-ying-jeou', 'tsai-ing-wen', 'tsai-ing-wen', 'lai-ching-te']],
    ['IN', 'head-of-government', ['narendra-modi', 'narendra-modi', 'narendra-modi', 'narendra-modi']],
    ['IN', 'foreign-minister', ['sushma-swaraj', 's-jaishankar', 's-jaishankar', 's-jaishankar']],
    ['PK', 'head-of-government', ['nawaz-sharif', 'imran-khan', 'shehbaz-sharif', 'shehbaz-sharif']],
    ['IL', 'defence-minister', ['moshe-yaalon', 'benny-gantz', 'yoav-gallant', 'israel-katz']],
    ['IR', 'head-of-state', ['ali-khamenei', 'ali-khamenei', 'ali-khamenei', 'mojtaba-khamenei']],
    ['IR', 'head-of-government', ['hassan-rouhani', 'hassan-rouhani', 'ebrahim-raisi', 'masoud-pezeshkian']],
    [
      'IR',
      'foreign-minister',
      ['mohammad-javad-zarif', 'mohammad-javad-zarif', 'hossein-amir-abdollahian', 'abbas-araghchi'],
    ],
    ['IR', 'security-council-secretary', ['ali-shamkhani', 'ali-shamkhani', 'ali-akbar-ahmadian', 'mohsen-rezaei']],
    [
      'SA',
      'foreign-minister',
      ['adel-al-jubeir', 'faisal-bin-farhan-al-saud', 'faisal-bin-farhan-al-saud', 'faisal-bin-farhan-al-saud'],
    ],
    ['TR', 'foreign-minister', ['mevlut-cavusoglu', 'mevlut-cavusoglu', 'hakan-fidan', 'hakan-fidan']],
    ['EG', 'foreign-minister', ['sameh-shoukry', 'sameh-shoukry', 'sameh-shoukry', 'badr-abdelatty']],
    ['SY', 'head-of-state', ['bashar-al-assad', 'bashar-al-assad', 'bashar-al-assad', 'ahmed-al-sharaa']],
    ['ZA', 'head-of-state', ['jacob-zuma', 'cyril-ramaphosa', 'cyril-ramaphosa', 'cyril-ramaphosa']],
    ['ZA', 'foreign-minister', ['maite-nkoana-mashabane', 'naledi-pandor', 'naledi-pandor', 'ronald-lamola']],
    ['NG', 'head-of-state', ['muhammadu-buhari', 'muhammadu-buhari', 'bola-tinubu', 'bola-tinubu']],
    ['ID', 'foreign-minister', ['retno-marsudi', 'retno-marsudi', 'retno-marsudi', 'sugiono']],
    ['VN', 'head-of-state', ['truong-tan-sang', 'nguyen-phu-trong', 'vo-van-thuong', 'to-lam']],
    ['AU', 'foreign-minister', ['julie-bishop', 'marise-payne', 'penny-wong', 'penny-wong']],
  ])('%s: %s', (of, role, expected) => {
    expect(DAYS.map((day) => holders(everybody, of, role, day))).toEqual(expected.map((id) => [id]));
  });

  test('Wang Yi holds three offices at once in early 2026', () => {
    const wang = everybody.find((p) => p.id === 'wang-yi');
    const titles = wang?.offices.filter((o) => covers(o, '2026-02-01')).map((o) => o.title);
    expect(titles).toEqual([
      'member of the Political Bureau of the Communist Party of China Central Committee',
      'director of the Office of the Central Commission for Foreign Affairs',
      'foreign minister',
    ]);
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

  test('names no honorific before a name', () => {
    const honorific =
      /^(King|Queen|Emperor|Prince|Princess|President|Ayatollah|Mullah|General|Gen\.|Colonel|Dr\.?|Sir|Dame) /;
    const wrong = everybody.flatMap((p) => [p.name, ...p.aliases].filter((name) => honorific.test(name)));
    expect(wrong).toEqual([]);
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
        p.offices.filter((o) => o.role === role && !STAND_IN.test(o.title)).map((o) => ({ ...o, person: p.id })),
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

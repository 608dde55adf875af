// Random people, offices, countries and days for the engine's tests, and templates that they are put into.
import fc from 'fast-check';

export const GIVEN =
  'Anton Mariam Luis Ingrid Tomasz Farid Helena Kofi Rashid Elena Bjorn Chiara Omar Sofia Andrei Leila Joao Priya'.split(
    ' ',
  );
export const FAMILY =
  'Varkonda Belisarov Okonjira Lindqvarn Marquenza Tashkiani Delacroux Ostrogan Haddawi Kuznarov Amirzani Petrosyk Ngwenara Solbergen Rahimoud Castellvar'.split(
    ' ',
  );
export const COUNTRIES = [
  { id: 'PT', name: 'Portugal', adjective: 'Portuguese', capital: 'Lisbon' },
  { id: 'KE', name: 'Kenya', adjective: 'Kenyan', capital: 'Nairobi' },
  { id: 'NO', name: 'Norway', adjective: 'Norwegian', capital: 'Oslo' },
  { id: 'VN', name: 'Vietnam', adjective: 'Vietnamese', capital: 'Hanoi' },
  { id: 'UY', name: 'Uruguay', adjective: 'Uruguayan', capital: 'Montevideo' },
  { id: 'KZ', name: 'Kazakhstan', adjective: 'Kazakh', capital: 'Astana' },
  { id: 'EG', name: 'Egypt', adjective: 'Egyptian', capital: 'Cairo' },
  { id: 'GR', name: 'Greece', adjective: 'Greek', capital: 'Athens' },
  { id: 'PE', name: 'Peru', adjective: 'Peruvian', capital: 'Lima' },
  { id: 'BD', name: 'Bangladesh', adjective: 'Bangladeshi', capital: 'Dhaka' },
];
const TITLES = ['foreign minister', 'defence minister', 'trade minister', 'energy minister', 'interior minister'];
/** Weekdays with their dates before and after the day of publication. */
export const DAYS: [string, string][] = [
  ['Monday', '2026-09-14'],
  ['Tuesday', '2026-09-15'],
  ['Wednesday', '2026-09-16'],
];
const AHEAD: [string, string][] = [
  ['Friday', '2026-09-18'],
  ['Saturday', '2026-09-19'],
];
export const PUBLISHED = '2026-09-17';

export interface Cast {
  people: string[];
  countries: typeof COUNTRIES;
  titles: string[];
  day: [string, string];
  ahead: [string, string];
}

export const cast: fc.Arbitrary<Cast> = fc.record({
  people: fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...GIVEN), { minLength: 4, maxLength: 4 }),
      fc.uniqueArray(fc.constantFrom(...FAMILY), { minLength: 4, maxLength: 4 }),
    )
    .map(([given, family]) => given.map((g, i) => `${g} ${family[i]}`)),
  countries: fc.uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 3, maxLength: 3, selector: (c) => c.id }),
  titles: fc.uniqueArray(fc.constantFrom(...TITLES), { minLength: 3, maxLength: 3 }),
  day: fc.constantFrom(...DAYS),
  ahead: fc.constantFrom(...AHEAD),
});

/**
 * Fills a template: `{0}` to `{3}` are full names, `{s0}` surnames, `{t0}` offices and `{T0}` the same in capitals,
 * `{c0}` countries, `{a0}` their adjectives, `{k0}` their capitals, `{day}` a weekday past and `{next}` one to come.
 */
export function fill(template: string, { people, countries, titles, day, ahead }: Cast): string {
  const capitals = (title = ''): string => title.replace(/\b\p{L}/gu, (c) => c.toUpperCase());
  return template.replace(/\{(\w?)(\d)\}|\{(day|next)\}/g, (_, kind: string, digit: string, when?: string) => {
    if (when) return when === 'day' ? day[0] : ahead[0];
    const i = Number(digit);
    const values: Record<string, string | undefined> = {
      '': people[i],
      s: people[i]?.split(' ')[1],
      t: titles[i],
      T: capitals(titles[i]),
      c: countries[i]?.name,
      a: countries[i]?.adjective,
      k: countries[i]?.capital,
    };
    return values[kind] ?? '';
  });
}

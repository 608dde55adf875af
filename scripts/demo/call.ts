// A call: two heads of government on the telephone, with a meeting of ministers still to come.
import type { DemoArticle } from './articles.ts';

export const call: DemoArticle = {
  slug: 'tokyo-canberra-call',
  section: 'Asia–Pacific',
  headline: 'Takaichi, Albanese discuss rare earths and typhoon relief in phone call',
  standfirst:
    'Japan and Australia want a joint stockpile of critical minerals; foreign ministers are to settle the details in November.',
  published: '2026-10-06T18:05:00+09:00',
  dateline: 'TOKYO',
  caption:
    'The harbour of Yokohama, where the first shipment of Australian ore for the stockpile is expected in spring.',
  body: [
    'Japanese Prime Minister Sanae Takaichi spoke by telephone with Australian Prime Minister Anthony Albanese on Monday about a joint stockpile of critical minerals and relief for islands hit by last week’s typhoon, the Cabinet Office said.',
    'The call lasted 40 minutes. It was the third conversation between the two leaders this year, and the first since Australia opened a new refinery for rare earths near Perth.',
    'Takaichi told Albanese that Japan would buy a fixed share of the refinery’s output for ten years, according to a summary released in Tokyo. Albanese welcomed the pledge and said that Canberra would put up a loan of its own.',
    '“Nobody should be able to turn off the supply of what our factories need,” Takaichi said in a post after the call. She did not name a country. China mines and refines most of the world’s rare earths and has tightened its export rules twice since 2025.',
    'Beijing has rejected the criticism. A spokesperson for the Chinese Foreign Ministry said on Friday that its rules were in line with those of the World Trade Organization (WTO).',
    { heading: 'Relief flights' },
    'The two leaders also agreed to share the work of relief in the Pacific. Australian aircraft will fly to Palau and the Federated States of Micronesia, while Japan will send a hospital ship and engineers of the Self-Defense Forces to repair ports.',
    'Albanese thanked Takaichi for the quick response. He said the Pacific Islands Forum had asked both countries for tents, water filters and fuel, and that the International Federation of Red Cross and Red Crescent Societies would run the camps.',
    'The United States has offered satellite pictures. Secretary of State Marco Rubio said on Sunday that Washington was ready to do more if asked, and U.S. Indo-Pacific Command moved two transport planes to Guam.',
    { heading: 'Ministers to meet' },
    'Foreign Minister Toshimitsu Motegi is to travel to Australia in November for talks with his counterpart Penny Wong, the Japanese Foreign Ministry said. They are expected to sign an agreement on the stockpile in Adelaide.',
    'Australian Defence Minister Richard Marles said separately that frigates built under a contract with Mitsubishi Heavy Industries were on schedule. He did not take part in the call.',
    'Takaichi and Albanese last met in person in June. Both are due at the summit of the Asia-Pacific Economic Cooperation (APEC) forum in Shenzhen next month, where South Korean President Lee Jae-myung has proposed a breakfast of the three.',
    'Analysts at the Lowy Institute in Sydney said the stockpile would matter less for its size than for its rules. “If the two can agree on who draws on it and when, India and South Korea may ask to join,” they wrote in a note.',
  ],
};

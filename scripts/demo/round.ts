// A round: several ministers and the head of an organization at one table, and a bilateral before it.
import type { DemoArticle } from './articles.ts';

export const round: DemoArticle = {
  slug: 'singapore-asean-haze-rice',
  section: 'Southeast Asia',
  headline: 'ASEAN ministers meet in Singapore over rice reserves and cross-border haze',
  standfirst:
    'Five foreign ministers and the bloc’s secretary-general agree on a shared rice reserve ahead of the leaders’ summit.',
  published: '2026-10-04T09:00:00+08:00',
  dateline: 'SINGAPORE',
  caption: 'Rice terraces after the harvest. The reserve would be filled from the surplus of three member states.',
  body: [
    'Foreign ministers of five Southeast Asian countries met in Singapore on Saturday and agreed to triple a shared reserve of rice before the dry season, as haze from forest fires again drifted over the Strait of Malacca.',
    'Singaporean Foreign Minister Vivian Balakrishnan hosted the informal meeting. Indonesian Foreign Minister Sugiono, Malaysian Foreign Minister Mohamad Hasan, Philippine Foreign Secretary Theresa Lazaro and Thai Foreign Minister Sihasak Phuangketkeow attended, together with Kao Kim Hourn, the secretary-general of the Association of Southeast Asian Nations (ASEAN).',
    'Lazaro, whose country chairs ASEAN this year, said that the reserve would be ready by the end of January. “Families should not have to pay for the weather of their neighbours,” she told a news conference.',
    'Under the plan, Thailand will contribute 200,000 tonnes of rice and store half of it in warehouses near Johor. The Asian Development Bank has been asked to insure the stocks, and the Food and Agriculture Organization (FAO) will report on harvests each month.',
    'Mohamad said Malaysia would open its rail line from the Thai border to the trade free of charge. He warned that traders were already buying ahead.',
    { heading: 'Fires and flights' },
    'The haze was the harder part of the talks. Schools in three Malaysian states were closed on Friday, and Changi Airport delayed more than forty flights.',
    'Sugiono said that Indonesia had sent 3,000 soldiers to the fires in Sumatra and that two companies had lost their licences. Jakarta would accept water bombers from its neighbours, he said, but it would lead the operation itself.',
    'Balakrishnan met Sugiono separately on Saturday morning before the round began. The two agreed that Singapore would lend two aircraft and that both countries would publish the same air quality data.',
    'Kao Kim Hourn called the result “modest, but a result”. He said the ASEAN Secretariat would draft rules for the reserve within three weeks.',
    { heading: 'Myanmar not at the table' },
    'Myanmar was not invited. Sihasak, who visited Naypyidaw in August, said that Bangkok kept a channel open for humanitarian aid, and that he had briefed the special envoy of the United Nations by telephone last month.',
    'The ministers did not discuss the South China Sea, Balakrishnan said. The Philippines and China are to hold talks on a code of conduct later this year.',
    'Vietnamese and Cambodian officials followed the meeting as observers. Australia and Japan have both offered to pay into the reserve; Japanese Foreign Minister Toshimitsu Motegi wrote to the group this week, a diplomat said.',
    'ASEAN leaders are due to gather in Manila in November. President Ferdinand Marcos Jr. has said that food prices will come first on the agenda.',
  ],
};

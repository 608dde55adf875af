// A reception: one minister in the other's capital, with people and bodies that are only spoken about.
import type { DemoArticle } from './articles.ts';

export const reception: DemoArticle = {
  slug: 'cairo-berlin-red-sea',
  section: 'Diplomacy',
  headline: 'Egypt and Germany agree to widen talks on Red Sea shipping and Sudan aid',
  standfirst:
    'Badr Abdelatty receives Johann Wadephul in Cairo; both call for a lasting truce in Gaza and more grain for Sudan.',
  published: '2026-10-09T07:30:00+02:00',
  dateline: 'CAIRO',
  caption: 'The Nile at dusk. The two ministers met at the Tahrir Palace and later took a short walk along the river.',
  body: [
    'Egyptian Foreign Minister Badr Abdelatty received his German counterpart Johann Wadephul in Cairo on Thursday, and the two agreed to open a regular dialogue on shipping through the Red Sea and on aid to Sudan.',
    'Wadephul, who arrived late on Wednesday with a delegation of business leaders, was welcomed at the Tahrir Palace. The talks ran for almost three hours, an hour longer than planned, and were followed by a working lunch.',
    '“Egypt regards Germany as one of its closest partners in Europe,” Abdelatty told reporters after the meeting. He said that traffic through the Suez Canal had recovered in part, but that insurers still asked for too much.',
    'Wadephul replied that Berlin wanted the recovery to last. Germany would go on taking part in the naval mission that the European Union (EU) has in the region, he said, and would train Egyptian coast guards in Hamburg from next spring.',
    { heading: 'Grain and generators for Sudan' },
    'On Sudan, the ministers called for a pause in the fighting before the winter planting season. Germany will give a further 60 million euros to the World Food Programme (WFP), Wadephul said. The WFP has warned that its stores in the east of the country will be empty by December.',
    'Abdelatty said that Cairo remained in touch with Abdel Fattah al-Burhan, the chairman of the Sovereignty Council, and with the African Union. “There is no military solution,” he added.',
    'Asked by Reuters whether the United Arab Emirates had been told of the plan beforehand, both ministers declined to answer.',
    { heading: 'Gaza and the wider region' },
    'The two also discussed the truce in Gaza. Abdelatty thanked Germany for its support of field hospitals near Rafah and said that Egypt would keep working with Qatar and the United States to hold the parties to their word. Wadephul said that Israel’s security and a better life for Palestinians were not at odds.',
    'He praised the work of Rafael Grossi, the head of the International Atomic Energy Agency (IAEA), in bringing inspectors back to Iran. A spokesman for the IAEA in Vienna declined to comment on the remarks.',
    'Before he left for Amman, Wadephul paid a courtesy call on President Abdel Fattah el-Sisi, who asked him to carry his greetings to Chancellor Friedrich Merz. Sisi last saw Merz on the sidelines of the United Nations General Assembly in New York.',
    'Trade between the two countries grew by a tenth last year, according to the Egyptian Ministry of Trade. German companies build trains, turbines and a large part of the high-speed line from the Red Sea to the Mediterranean.',
    'The next round of the dialogue is to be held in Berlin in February, the German Foreign Ministry said.',
  ],
};

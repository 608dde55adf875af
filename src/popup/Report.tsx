// The popup of an article that has been read, from the headline down to the dictionary's date.

import { Copy } from './Copy.tsx';
import { useReading } from './context.ts';
import { tellDate } from './dates.ts';
import { Entities } from './Entities.tsx';
import { BackgroundMeeting, MeetingCard } from './MeetingCard.tsx';
import { Topics } from './Topics.tsx';
import { isDictionaryStale, sourceOf } from './view.ts';

export function Report() {
  const { analysis } = useReading();
  return (
    <>
      <Masthead />
      <main>
        <Meetings />
        <Topics />
        <Entities type="person" />
        <Entities type="country" />
        <Entities type="organization" />
        {analysis.entities.some((entity) => !entity.known) && (
          <p class="legend">
            <span class="unknown" aria-hidden="true" />
            Not in the dictionary: recognized from the text.
          </p>
        )}
      </main>
      <Imprint />
    </>
  );
}

function Masthead() {
  const { analysis, locale } = useReading();
  const { title, published } = analysis.article;
  const source = sourceOf(analysis);
  return (
    <header class="masthead">
      <p class="dateline">
        {source && (
          <bdi class="source" dir="auto">
            {source}
          </bdi>
        )}
        {published && (
          <time dateTime={published} lang={locale} dir="auto">
            {tellDate(published, locale, 'short')}
          </time>
        )}
      </p>
      <h1 dir="auto">{title || 'An article without a headline'}</h1>
    </header>
  );
}

function Meetings() {
  const { analysis } = useReading();
  const news = analysis.meetings.filter((meeting) => !meeting.background);
  const asides = analysis.meetings.filter((meeting) => meeting.background);
  return (
    <section class="meetings" aria-labelledby="meetings">
      <h2 id="meetings" class="sr">
        {news.length === 1 ? 'The meeting' : 'Meetings'}
      </h2>
      {news.length === 0 && <NoMeeting />}
      {news.map((meeting, index) => (
        // The list is drawn as a whole from one analysis: its order is its identity.
        <MeetingCard key={String(index)} meeting={meeting} id={`meeting-${index}`} />
      ))}
      {asides.length > 0 && (
        <details class="asides" open={news.length === 0}>
          <summary>
            Also mentioned
            <span class="total">
              {asides.length}
              <span class="sr"> {asides.length === 1 ? 'meeting' : 'meetings'}</span>
            </span>
          </summary>
          <ul>
            {asides.map((meeting, index) => (
              <BackgroundMeeting key={String(index)} meeting={meeting} id={`aside-${index}`} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function NoMeeting() {
  const { analysis } = useReading();
  const nothing = analysis.entities.length === 0 && analysis.topics.length === 0;
  return (
    <p class="no-meeting">
      {nothing
        ? 'No person, country or organization of diplomacy in this article.'
        : 'This article is not about a meeting.'}
    </p>
  );
}

function Imprint() {
  const { analysis, locale, today } = useReading();
  const { version, asOf } = analysis.dictionary;
  return (
    <footer class="imprint">
      <Copy />
      <p>
        Dictionary {version}, facts as of <time dateTime={asOf}>{tellDate(asOf, locale, 'short')}</time>.
        {isDictionaryStale(analysis, today) && (
          <strong class="stale"> Much older than this article: offices may have changed hands since.</strong>
        )}
      </p>
    </footer>
  );
}

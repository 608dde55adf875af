// What the talks, or the article, are about: each topic with the article's own words for it.
import { evidenceOf } from '../export.ts';
import { useReading } from './context.ts';
import { JumpToWords } from './Jump.tsx';

const WORDS_SHOWN = 5;

export function Topics() {
  const { analysis, blocks } = useReading();
  if (analysis.topics.length === 0) return null;
  return (
    <section class="part" aria-labelledby="topics">
      <h2 id="topics">About</h2>
      <ul class="topics">
        {analysis.topics.map((topic) => (
          <li key={topic.id}>
            <h3>{topic.label}</h3>
            <p class="words">
              {evidenceOf(topic, blocks)
                .slice(0, WORDS_SHOWN)
                .map(({ words, spans }) => (
                  <JumpToWords key={words} id={`${topic.id}/${words}`} spans={spans} class="word">
                    <q>
                      <bdi dir="auto">{words}</bdi>
                    </q>
                    {spans.length > 1 && (
                      <span class="count">
                        <span aria-hidden="true">×</span>
                        {spans.length}
                        <span class="sr"> times</span>
                      </span>
                    )}
                  </JumpToWords>
                ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

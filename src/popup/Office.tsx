// A person's office in a line: the title, the body that it is of, and how old the word for it is where that matters.
import { useReading } from './context.ts';
import { tellDate } from './dates.ts';
import { tellTitle } from './words.ts';

interface OfficeProps {
  title: string;
  /** Name of the organization, when neither a flag nor the title tells it. */
  body?: string | null;
  /** ISO 8601; null when the office is recent enough to be told without. */
  asOf: string | null;
}

export function Office({ title, body, asOf }: OfficeProps) {
  const { locale } = useReading();
  return (
    <>
      <bdi dir="auto">{tellTitle(title)}</bdi>
      {body && (
        <>
          {', '}
          <bdi dir="auto">{body}</bdi>
        </>
      )}
      {asOf && (
        <span class="as-of">
          {', '}
          as of <time dateTime={asOf}>{tellDate(asOf, locale, 'month')}</time>
        </span>
      )}
    </>
  );
}

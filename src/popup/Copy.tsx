// Takes what the popup shows along: as Markdown for notes, CSV for a sheet, JSON for a program.
import { useState } from 'preact/hooks';
import { toCsv, toJson, toMarkdown } from '../export.ts';
import { useReading } from './context.ts';

const FORMATS = { Markdown: toMarkdown, CSV: toCsv, JSON: toJson };
type Format = keyof typeof FORMATS;

export function Copy() {
  const { analysis, blocks } = useReading();
  const [told, setTold] = useState('');
  const copy = async (format: Format): Promise<void> => {
    try {
      await navigator.clipboard.writeText(FORMATS[format](analysis, blocks));
      setTold(`Copied as ${format}`);
    } catch {
      setTold('The browser refused access to the clipboard');
    }
  };
  return (
    <p class="copy">
      <span id="copy-as">Copy as</span>
      {Object.keys(FORMATS).map((format) => (
        <button
          key={format}
          type="button"
          class="link"
          id={`copy-${format}`}
          aria-labelledby={`copy-as copy-${format}`}
          onClick={() => void copy(format as Format)}
        >
          {format}
        </button>
      ))}
      <span class="told" role="status">
        {told}
      </span>
    </p>
  );
}

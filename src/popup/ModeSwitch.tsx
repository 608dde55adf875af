// What is marked in the page, as one row of radio buttons: the arrow keys go from one to the next.
import { HIGHLIGHT_MODES, type HighlightMode } from '../settings.ts';
import { MODE } from './words.ts';

interface ModeSwitchProps {
  mode: HighlightMode;
  onChange: (mode: HighlightMode) => void;
}

export function ModeSwitch({ mode, onChange }: ModeSwitchProps) {
  return (
    <fieldset class="modes">
      <legend class="sr">Marked in the page</legend>
      {HIGHLIGHT_MODES.map((each) => (
        <label key={each} class="mode" data-mode={each}>
          <input type="radio" name="mode" value={each} checked={each === mode} onChange={() => onChange(each)} />
          <span>{MODE[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}

// A flag beside a name. It only decorates: the name always stands next to it, so it has no text of its own.
// Windows has no flag emoji, which is why the flags are pictures of the extension.
import { flagOf } from './view.ts';

/**
 * `of` is a country code or an organization id; what has no flag gets a plain emblem of the same size.
 * All flags stand in one file. <use> has the browser read it once, under `img-src`; an <img> with a view or a :target
 * looks the same, but Firefox then reads the whole file anew for every flag, and they come a second late.
 */
export function Flag({ of }: { of: string | null }) {
  const address = flagOf(of);
  if (!address) return <span class="flag flag-none" aria-hidden="true" />;
  return (
    <svg class="flag" aria-hidden="true" width={21} height={14}>
      <use href={address} />
    </svg>
  );
}

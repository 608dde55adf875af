// A flag beside a name. It only decorates: the name always stands next to it, so it has no text of its own.
// Windows has no flag emoji, which is why the flags are pictures of the extension.
import { useState } from 'preact/hooks';
import { flagOf } from './view.ts';

/** `of` is a country code or an organization id; what has no flag gets a plain emblem of the same size. */
export function Flag({ of }: { of: string | null }) {
  const [failed, setFailed] = useState<string | null>(null);
  const file = flagOf(of);
  if (!file || failed === file) return <span class="flag flag-none" aria-hidden="true" />;
  return <img class="flag" src={file} alt="" width={21} height={14} onError={() => setFailed(file)} />;
}

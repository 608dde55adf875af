// The dictionary as the background holds it: fetched and opened once in the life of the worker, at the first request.
import type { Dictionary } from '../dictionary/load.ts';

export type DictionarySource = () => Promise<Dictionary>;

/**
 * A source that opens the dictionary at most once. A load that fails is forgotten, so that the next request tries anew
 * rather than meeting the old failure for as long as the worker lives.
 */
export function dictionarySource(open: () => Promise<Dictionary>): DictionarySource {
  let opening: Promise<Dictionary> | null = null;
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

/** The bytes of a file of the extension. Throws an Error with a sentence when it cannot be read. */
export async function readExtensionFile(url: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new Error('The dictionary is missing from the extension. Install Attaché again.', { cause: error });
  }
  if (!response.ok) throw new Error(`The dictionary could not be read (status ${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

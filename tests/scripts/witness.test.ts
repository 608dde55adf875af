// How a change that the extension made is told from what a page does itself.
import { describe, expect, it } from 'vitest';
import { isUnchanged, type Testimony } from '../../scripts/lib/witness.ts';

const saw = (before: string, now: string, ...kinds: string[]): Testimony => ({ before, now, kinds });
const never = () => Promise.reject(new Error('not to be asked'));

describe('whether the extension changed the page', () => {
  it('no, when nothing changed; and the page is not loaded again for it', async () => {
    expect(await isUnchanged(saw('a', 'a'), never)).toBe(true);
  });
  it('no, when the page alone ends the same', async () => {
    expect(await isUnchanged(saw('a', 'b', 'x'), async () => saw('a', 'b', 'x'))).toBe(true);
  });
  it('yes, when the page alone stays as it is', async () => {
    expect(await isUnchanged(saw('a', 'b', 'x'), async () => saw('a', 'a'))).toBe(false);
  });
  it('no, when a restless page saw only changes of its own kinds', async () => {
    expect(await isUnchanged(saw('a1', 'b1', 'x'), async () => saw('a2', 'b2', 'x', 'y'))).toBe(true);
  });
  it('yes, when a restless page saw a change of another kind', async () => {
    expect(await isUnchanged(saw('a1', 'b1', 'x', 'wrap'), async () => saw('a2', 'b2', 'x'))).toBe(false);
  });
});

// @vitest-environment jsdom
// Two copies of the script in one world: the newer one takes the older one down.
import { expect, it, vi } from 'vitest';

const opened: AbortController[] = [];
vi.mock('../../src/page/session.ts', () => ({
  openSession: async (_: Window, controller: AbortController) => void opened.push(controller),
}));

it('takes an older copy down before it starts, and leaves no name that a page could list', async () => {
  const names = Object.keys(globalThis).length;
  await import('../../src/page/main.ts');
  vi.resetModules();
  await import('../../src/page/main.ts');
  expect(opened.map((controller) => controller.signal.aborted)).toEqual([true, false]);
  expect(Object.keys(globalThis)).toHaveLength(names);
});

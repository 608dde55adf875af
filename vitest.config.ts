// Unit tests: Node by default; a test that needs a DOM asks for it with `// @vitest-environment jsdom` in its first line.
// Those named *.slow.test.ts (long texts, spawned commands) are left out of the quick half, `npm test -- --unit`.
// The browser tests (tests/browser) drive real browsers and run by their own command, one file at a time.
import { defineConfig } from 'vitest/config';

const browser = Boolean(process.env.ATTACHE_BROWSER_TESTS);
const quick = Boolean(process.env.ATTACHE_QUICK_TESTS);

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: [...(browser ? [] : ['tests/browser/**']), ...(quick ? ['**/*.slow.test.ts'] : [])],
    testTimeout: 20_000,
    fileParallelism: !browser,
    // Real browsers on a busy machine now and then miss a message to a page that is just coming up; a fault of ours stays.
    retry: browser ? 2 : 0,
  },
});

// Unit tests: Node by default; a test that needs a DOM asks for it with `// @vitest-environment jsdom` in its first line.
// The browser tests (tests/browser) drive real browsers and run by their own command, one file at a time.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: process.env.ATTACHE_BROWSER_TESTS ? [] : ['tests/browser/**'],
    testTimeout: 20_000,
    fileParallelism: !process.env.ATTACHE_BROWSER_TESTS,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Live tests need a network or folders outside the checkout; they are run by name.
    exclude: ['test/**/*.live.test.ts', 'test/**/*.corpus.test.ts'],
    testTimeout: 30_000,
  },
});

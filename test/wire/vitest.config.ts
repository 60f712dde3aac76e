import { defineConfig } from 'vitest/config';

/** The suite against a real model server; how to run it stands in wire.live.test.ts. */
export default defineConfig({
  test: {
    include: ['test/wire/*.live.test.ts'],
    testTimeout: 120_000,
    // A model on a laptop answers one call at a time.
    fileParallelism: false,
  },
});

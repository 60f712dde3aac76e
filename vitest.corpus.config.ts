import { defineConfig } from 'vitest/config';

/** Tests that read a folder of transcripts outside the checkout; they run by name and skip when it is missing. */
export default defineConfig({ test: { include: ['test/**/*.corpus.test.ts'], testTimeout: 300_000 } });

import { defineConfig } from 'vitest/config';

/** Journeys in a real browser against the built product; one at a time, each file on a server of its own. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.journey.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 180_000,
    bail: 1,
  },
});

import { defineConfig } from 'vitest/config';

/** One PostgreSQL a run, one database a file (cloned from a migrated template). */
export default defineConfig({
  test: {
    include: ['src/**/*.spec.ts', 'test/**/*.spec.ts'],
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    server: { deps: { inline: [/^@attestry\//] } },
  },
});

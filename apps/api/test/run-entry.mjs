import { createServer } from 'vite';

/** Runs an entry point of the API as a process of its own, without a build: `node test/run-entry.mjs /src/worker.ts`. */
const root = new URL('..', import.meta.url).pathname;
const vite = await createServer({
  configFile: false,
  root,
  server: { middlewareMode: true, ws: false, watch: null },
  appType: 'custom',
  logLevel: 'error',
});
await vite.ssrLoadModule(process.argv[2]);

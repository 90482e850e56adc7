import { defineConfig } from 'vite';

/** One bundle, several entry points. Node's modules stay outside (a second copy of graphql breaks it); ours go in. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        worker: 'src/worker.ts',
        start: 'src/start.ts',
        attestry: 'src/attestry.ts',
        'table-thread': 'src/table-thread.ts',
        'document-thread': 'src/documents/document-thread.ts',
      },
      // Beside the entries: what a module finds relative to itself is found from a shared chunk too.
      output: { chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { target: 'node', noExternal: [/^@attestry\//] },
});

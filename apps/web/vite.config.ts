import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pdfParts } from './build/pdf-parts.ts';
import { precompressed } from './build/precompressed.ts';
import { registeredOperations } from './build/registered-operations.ts';

const api = { target: 'http://127.0.0.1:4400' };

export default defineConfig({
  plugins: [react(), registeredOperations(), pdfParts(), precompressed()],
  build: { outDir: 'dist/public', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  server: { proxy: { '/graphql': api, '/imports': api, '/documents': api, '/events': api } },
});

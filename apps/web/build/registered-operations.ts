import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * A built client sends the hash of an operation and never its text: the texts are taken out of the bundle, and the list
 * that the API answers from is put beside it, outside of what is served (`dist/persisted-documents.json`).
 */
export function registeredOperations(): Plugin {
  let root = '';
  return {
    name: 'registered-operations',
    apply: 'build',
    enforce: 'pre',
    configResolved: (config) => {
      root = config.root;
    },
    transform: (code, id) =>
      id.endsWith('/src/generated/graphql.ts')
        ? { code: code.replaceAll(DOCUMENT_TEXT, "new TypedDocumentString(''"), map: null }
        : null,
    closeBundle: () =>
      copyFile(join(root, 'src/generated/persisted-documents.json'), join(root, 'dist/persisted-documents.json')),
  };
}

const DOCUMENT_TEXT = /new TypedDocumentString\(`[^`]*`/g;

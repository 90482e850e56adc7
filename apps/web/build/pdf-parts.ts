import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What PDF.js loads by name while it draws: character maps, the standard fonts, decoders of scanned pictures. */
const PARTS: Readonly<Record<string, RegExp>> = {
  cmaps: /\.bcmap$/,
  standard_fonts: /\.(?:pfb|ttf)$|^LICENSE/,
  wasm: /_nowasm_fallback\.js$|^LICENSE/,
};

/** Puts them under `/pdf/` of our own address: nothing is fetched from elsewhere. */
export function pdfParts(): Plugin {
  return {
    name: 'pdf-parts',
    apply: 'build',
    async generateBundle() {
      const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
      for (const [folder, wanted] of Object.entries(PARTS))
        for (const file of (await readdir(join(from, folder))).filter((name) => wanted.test(name)))
          this.emitFile({
            type: 'asset',
            fileName: `pdf/${folder}/${file}`,
            source: await readFile(join(from, folder, file)),
          });
    },
  };
}

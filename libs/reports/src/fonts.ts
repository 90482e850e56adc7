/// <reference path="./assets.d.ts" />
import monoLatin from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2?inline';
import cyrillic400 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-cyrillic-400-normal.woff2?inline';
import cyrillic600 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-cyrillic-600-normal.woff2?inline';
import greek400 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-greek-400-normal.woff2?inline';
import latin400 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?inline';
import latin600 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?inline';
import latinExt400 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-normal.woff2?inline';
import latinExt600 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-600-normal.woff2?inline';

const SANS = 'IBM Plex Sans';
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0';
const CYRILLIC = 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116';
const GREEK = 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF';

/** Fonts travel inside the page: printing needs neither network nor installed fonts. Without a range a face is the first choice. */
export const fontFaces = [
  face(SANS, 400, latinExt400, LATIN_EXT),
  face(SANS, 600, latinExt600, LATIN_EXT),
  face(SANS, 400, cyrillic400, CYRILLIC),
  face(SANS, 600, cyrillic600, CYRILLIC),
  face(SANS, 400, greek400, GREEK),
  face(SANS, 400, latin400, LATIN),
  face(SANS, 600, latin600, LATIN),
  face('IBM Plex Mono', 400, monoLatin, LATIN),
].join('\n');

function face(family: string, weight: 400 | 600, dataUrl: string, range: string): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:normal;src:url(${dataUrl}) format("woff2");unicode-range:${range}}`;
}

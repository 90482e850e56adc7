/*
 * SVG does not wrap text, and asking the browser how wide a text is would need the font to be there: widths come from
 * the advance widths of IBM Plex Sans, measured and rounded up, so that a text does not leave its box.
 */

/** Width in pixels of a text of this size. */
export function widthOf(text: string, size: number, bold = false): number {
  let em = 0;
  for (const character of text) em += advanceOf(character);
  return em * size * (bold ? 1.06 : 1);
}

/** The text in at most `most` lines of at most `width` pixels; what is left over ends in an ellipsis. */
export function wrapped(text: string, width: number, size: number, most: number, bold = false): string[] {
  const fits = (line: string) => widthOf(line, size, bold) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((long) => pieces(long, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), fits)];
}

/** A word that is wider than a line, in parts. */
function pieces(word: string, fits: (text: string) => boolean): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && !fits(part + character)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? parts : [...parts, part];
}

function shortened(text: string, fits: (text: string) => boolean): string {
  const characters = [...text];
  while (characters.length > 0 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** In thousandths of the size, of the regular weight. */
const ADVANCES: readonly (readonly [string, number])[] = [
  [" 'ij,.l", 280],
  ['!:;()[]|ft{}', 360],
  ['r-/I\\"*?z', 480],
  ['svyJLcxagk', 540],
  ['FeoTZ_bdhnpqu', 580],
  ['0123456789$+<=>ESY^`~PVXCKR', 640],
  ['ABDU&GHNOQ#', 720],
  ['wMm@W%', 940],
];
const ADVANCE = new Map(ADVANCES.flatMap(([characters, width]) => [...characters].map((one) => [one, width / 1000])));

/** Of other scripts: as wide as high; of accented letters: as the widest of their kind. */
const advanceOf = (character: string): number =>
  ADVANCE.get(character) ?? (character.codePointAt(0)! > 0x2e7f ? 1.05 : 0.75);

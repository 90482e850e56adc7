/** Texts that collect what several rows, or several imports, say. */
export type TextFact = 'description' | 'regions' | 'models' | 'notes';

const SEPARATOR: Record<TextFact, string> = { description: '\n', notes: '\n', regions: '; ', models: '; ' };

/** The pieces of such a text, blank ones left out. */
export const parts = (fact: TextFact, text: string): string[] =>
  text
    .split(SEPARATOR[fact] === '\n' ? /\n+/ : /;\s*|\n+/)
    .map((part) => part.trim())
    .filter(Boolean);

export const joined = (fact: TextFact, pieces: readonly string[]): string => pieces.join(SEPARATOR[fact]);

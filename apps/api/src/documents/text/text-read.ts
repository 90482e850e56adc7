import { MAX_TEXT } from '@attestry/domain/documents/formats.ts';
import { DocumentProblem } from '../document-problem.ts';

/** What a file says: its pages, one for a format without pages, none where it holds no text. */
export interface TextRead {
  readonly pages: readonly string[];
  /** Null where the format has no pages. */
  readonly pageCount: number | null;
}

export function checkLength(characters: number, name: string): void {
  if (characters > MAX_TEXT)
    throw new DocumentProblem(
      `${name} holds more than ${MAX_TEXT.toLocaleString('en-US')} characters of text. The file is kept; its text is not read.`,
    );
}

export type TableProblemKey =
  | 'empty'
  | 'too-large'
  | 'not-a-table'
  | 'encoding'
  | 'no-header'
  | 'no-rows'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'row-too-long'
  | 'cell-too-long'
  | 'unclosed-quote'
  | 'ragged-row'
  | 'not-storable'
  | 'broken-file'
  | 'unpacks-too-large'
  | 'too-much-memory'
  | 'too-slow';

/** What is wrong with an uploaded table, in words for the person who uploaded it. Thrown when it ends the reading. */
export class TableProblem extends Error {
  readonly key: TableProblemKey;
  /** As a spreadsheet numbers it: the header is 1. */
  readonly row: number | undefined;
  readonly limit: number | undefined;

  constructor(key: TableProblemKey, message: string, at: { row?: number; limit?: number } = {}) {
    super(message);
    this.name = 'TableProblem';
    this.key = key;
    this.row = at.row;
    this.limit = at.limit;
  }
}

export const count = (n: number): string => n.toLocaleString('en-US');

export const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

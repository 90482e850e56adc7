/** A column of an exported list. */
export interface TableColumn<Row> {
  readonly header: string;
  readonly kind: 'text' | 'choice' | 'list' | 'date' | 'number' | 'instant';
  /** In characters, for spreadsheets. */
  readonly width: number;
  readonly cell: (row: Row) => string | number | null;
}

/**
 * What spreadsheets take for the start of a formula, also behind apostrophes and white space (CSV injection). The full-width
 * forms count in East Asian versions.
 */
const FORMULA = /^['\s\uFEFF]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text that no spreadsheet computes: an apostrophe before what looks like a formula. `withoutGuard` takes it away again. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `guarded` was given, whatever it was. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

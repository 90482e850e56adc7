/** Largest file that may be uploaded for an import, in bytes. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** Most rows below the header that one import takes. */
export const MAX_ROWS = 20_000;
/** Most columns of one table. */
export const MAX_COLUMNS = 500;
/** Longest cell, in characters. Longer ones are an error of their row. */
export const MAX_CELL = 100_000;
/** Longest row, in bytes of UTF-8. Longer ones end the reading: an unclosed quote would swallow the rest of the file. */
export const MAX_ROW_BYTES = 2_000_000;
/** Largest content of an XLSX file once unpacked, in bytes. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
/** Largest ratio of unpacked to packed size of an XLSX file. */
export const MAX_UNPACK_RATIO = 100;
/** Most different values of a column that a filter offers. */
export const MAX_DISTINCT = 200;

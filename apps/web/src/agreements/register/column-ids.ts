/** Columns of the register, in the order in which they stand; the title is always there. */
export const COLUMN_IDS = [
  'vendor',
  'stage',
  'parties',
  'upper',
  'effectiveOn',
  'through',
  'renewal',
  'noticeBy',
  'services',
  'owner',
  'updatedAt',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export const DEFAULT_COLUMNS: readonly ColumnId[] = ['vendor', 'stage', 'through', 'renewal', 'owner'];

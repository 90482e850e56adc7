/** Columns of the register, in the order in which they stand; the name is always there. */
export const COLUMN_IDS = [
  'tier',
  'serviceCount',
  'phi',
  'ai',
  'agreements',
  'openGaps',
  'owner',
  'nextReviewOn',
  'website',
  'description',
  'offboardedOn',
  'updatedAt',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'tier',
  'serviceCount',
  'phi',
  'agreements',
  'openGaps',
  'owner',
  'nextReviewOn',
];

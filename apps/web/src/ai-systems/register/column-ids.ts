/** Columns of the register, in the order in which they stand; the name is always there. */
export const COLUMN_IDS = [
  'stage',
  'phi',
  'tier',
  'department',
  'clinicalArea',
  'businessOwner',
  'technicalOwner',
  'vendorName',
  'origin',
  'deployment',
  'decisionRole',
  'clinicalImpact',
  'criticality',
  'fdaStatus',
  'liveSince',
  'nextReviewOn',
  'updatedAt',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'stage',
  'phi',
  'tier',
  'department',
  'businessOwner',
  'nextReviewOn',
];

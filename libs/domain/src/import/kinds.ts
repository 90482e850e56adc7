/** What a table can be imported as, and the permissions that it takes. */
export const IMPORT_KINDS = ['ai_system', 'vendor'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_PERMISSIONS = {
  ai_system: { import: 'ai-system.import', undo: 'ai-system.undo-import' },
  vendor: { import: 'vendor.import', undo: 'vendor.undo-import' },
} as const satisfies Record<ImportKind, { import: string; undo: string }>;

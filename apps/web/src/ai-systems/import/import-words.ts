import type { DataImportsQuery, RowOutcome } from '../../generated/graphql.ts';
import { counted, numberText } from '../../ui/words.ts';

type Counts = Pick<
  DataImportsQuery['dataImports'][number],
  'status' | 'created' | 'updated' | 'unchanged' | 'rejected' | 'leftOut' | 'problem'
>;

/** Where an import stands, in one sentence. */
export function importStateText(one: Counts): string {
  switch (one.status) {
    case 'uploaded':
      return 'Uploaded; its columns are to be looked at.';
    case 'checking':
      return 'Every row is being checked.';
    case 'checked':
      return `Checked: ${numberText(one.created)} new, ${numberText(one.updated)} changed. Nothing is recorded yet.`;
    case 'applying':
      return 'Being recorded.';
    case 'applied':
      return `Imported: ${numberText(one.created)} new, ${numberText(one.updated)} changed.`;
    case 'undoing':
      return 'Being taken back.';
    case 'undone':
      return 'Taken back.';
    case 'failed':
      return `Failed: ${one.problem}`;
  }
}

export const OUTCOME_LABELS: Readonly<Record<RowOutcome, string>> = {
  create: 'New',
  update: 'Changed',
  unchanged: 'Unchanged',
  rejected: 'Not importable',
};

/** "47 systems: 41 new, 6 changed", as the command's button says it. */
export const toRecord = ({ created, updated }: Pick<Counts, 'created' | 'updated'>): string =>
  `${counted(created + updated, 'system')}: ${numberText(created)} new, ${numberText(updated)} changed`;

import type { DataImportsQuery, ImportedEntity, RowOutcome } from '../generated/graphql.ts';
import { counted, numberText } from '../ui/words.ts';
import type { ImportOnPage } from './import-on-page.ts';
import type { EntityOnPage, KindOnPage } from './kind-on-page.ts';

type Counts = Pick<DataImportsQuery['dataImports'][number], 'status' | 'records' | 'problem'>;

/** Where an import stands, in one sentence. */
export function importStateText(kind: KindOnPage, one: Counts): string {
  switch (one.status) {
    case 'uploaded':
      return 'Uploaded; its columns are to be looked at.';
    case 'checking':
      return 'Every row is being checked.';
    case 'checked':
      return `Checked: ${newAndChanged(kind, one)}. Nothing is recorded yet.`;
    case 'applying':
      return 'Being recorded.';
    case 'applied':
      return `Imported: ${newAndChanged(kind, one)}.`;
    case 'undoing':
      return 'Being taken back.';
    case 'undone':
      return 'Taken back.';
    case 'failed':
      return `Failed: ${one.problem}`;
  }
}

function newAndChanged({ entities }: KindOnPage, { records }: Pick<Counts, 'records'>): string {
  const several = Object.keys(entities).length > 1;
  const sum = (what: 'created' | 'updated') => records.reduce((total, tally) => total + tally[what], 0);
  if (!several) return `${numberText(sum('created'))} new, ${numberText(sum('updated'))} changed`;
  return talliesIn(entities, records)
    .map(
      ([tally, words]) =>
        `${counted(tally.created, `new ${words[0]}`, `new ${words[1]}`)}, ${numberText(tally.updated)} changed`,
    )
    .join('; ');
}

export const OUTCOME_LABELS: Readonly<Record<RowOutcome, string>> = {
  create: 'New',
  update: 'Changed',
  unchanged: 'Unchanged',
  rejected: 'Not importable',
};

/** "47 systems: 41 new, 6 changed", as the command's button says it; each entity that something happens to. */
export const toRecord = ({ entities }: KindOnPage, { records }: Pick<ImportOnPage, 'records'>): string =>
  written(entities, records)
    .map(
      ([{ created, updated }, words]) =>
        `${counted(created + updated, ...words)}: ${numberText(created)} new, ${numberText(updated)} changed`,
    )
    .join('; ');

/** "240 vendors and 312 services". */
export const amountToRecord = ({ entities }: KindOnPage, { records }: Pick<ImportOnPage, 'records'>): string =>
  listed(written(entities, records).map(([{ created, updated }, words]) => counted(created + updated, ...words)));

/** "41 new systems and 6 changed systems". */
export function recorded({ entities }: KindOnPage, { records }: Pick<ImportOnPage, 'records'>): string {
  const several = Object.keys(entities).length > 1;
  const parts = talliesIn(entities, records).flatMap(([{ created, updated }, [one, many]]) => [
    ...(created > 0 || !several ? [counted(created, `new ${one}`, `new ${many}`)] : []),
    ...(updated > 0 || !several ? [counted(updated, `changed ${one}`, `changed ${many}`)] : []),
  ]);
  return parts.length > 0 ? listed(parts) : 'nothing new';
}

export const listed = (parts: readonly string[]): string => LIST.format(parts);
const LIST = new Intl.ListFormat('en-US', { type: 'conjunction' });

type Tallies = readonly { readonly entity: ImportedEntity; readonly created: number; readonly updated: number }[];
type Entities = KindOnPage['entities'];

/** Counts with the words of what is counted, in the order of the kind. */
export const talliesIn = (entities: Entities, records: Tallies) =>
  (Object.entries(entities) as [ImportedEntity, EntityOnPage][]).map(([entity, { words }]) => {
    const { created = 0, updated = 0 } = records.find((tally) => tally.entity === entity) ?? {};
    return [{ created, updated }, words] as const;
  });

const written = (entities: Entities, records: Tallies) =>
  talliesIn(entities, records).filter(([{ created, updated }]) => created + updated > 0);

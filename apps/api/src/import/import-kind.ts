import type { ImportKind as KindName } from '@attestry/domain/import/kinds.ts';
import type { Mapping } from '@attestry/domain/import/mapping.ts';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { ZodType } from 'zod';
import type { Readings } from '../documents/table-file/in-thread.ts';
import type * as Gql from '../generated/contract.ts';
import type { SharedRecord } from '../kernel/row.ts';
import type { Transaction } from '../kernel/transaction.ts';
import type { ReadFile, ReadRecord } from './read-file.ts';

/** What a table can be imported as. Each noun supplies its own; nothing here knows which there are. */
export interface ImportKind {
  readonly kind: KindName;
  /** Checks a mapping of a table with these headers. */
  readonly mapping: (headers: readonly string[]) => ZodType<Mapping>;
  /** Names of what the thread does with the file: one scans it for suggestions, the other reads every row. */
  readonly readings: { readonly scan: ReadingOf<Scan>; readonly read: ReadingOf<ReadFile> };
  /** Said while rows are compared with it: "the inventory". */
  readonly register: string;
  /** What an import makes, parents first; opened anew for each transaction. */
  readonly entities: (tx: Transaction) => Promise<readonly ImportedEntity[]>;
}

export interface Scan {
  readonly rowCount: number;
  readonly columns: Gql.ImportColumn[];
  readonly warnings: string[];
  readonly mapping: object;
  readonly suggestions: object;
}
type ReadingOf<Answer> = {
  [Name in keyof Readings]: Awaited<ReturnType<Readings[Name]>> extends Answer ? Name : never;
}[keyof Readings];

/** A record that imports can make. */
export interface Importable extends SharedRecord {
  importKey: string | null;
  withdrawnAt: string | null;
}

export interface Plan {
  readonly outcome: Gql.RowOutcome;
  readonly changes: readonly Gql.FactChange[];
  readonly remarks: readonly string[];
}

export interface Beside<Entity, Said> {
  /** The record on file that this is; withdrawn ones too. */
  readonly present: Entity | undefined;
  /** What the source said of it when it was last imported. */
  readonly last: Said | undefined;
  /** The record above it, where that is on file. */
  readonly parent: Importable | undefined;
}

/** One kind of record that an import makes: how it is found again, compared, written and kept. */
export interface ImportedEntity<Entity extends Importable = Importable, Said = unknown> {
  readonly entity: Gql.ImportedEntity;
  readonly type: EntityTarget<Entity & ObjectLiteral>;
  /** For counts: `['vendor', 'vendors']`. */
  readonly words: readonly [one: string, many: string];
  /** Ids of the records on file that these are, by key. */
  find(records: readonly ReadRecord<Said>[], known: Known): Promise<ReadonlyMap<string, string>>;
  plan(record: ReadRecord<Said>, beside: Beside<Entity, Said>): Plan;
  /** The columns of one that is new. */
  made(said: Said, parent: Importable | undefined): Partial<Entity>;
  /** The columns that follow when these are changed; `present` is the record before. */
  changed(present: Entity, changes: Partial<Entity>): Partial<Entity>;
  /** Why a record that an import made cannot be withdrawn, by id. */
  inUse(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface Known {
  /** The id that each key was last imported as. */
  readonly last: ReadonlyMap<string, { readonly id: string }>;
  /** Records on file by the key of a parent. */
  readonly parents: ReadonlyMap<string, Importable>;
}

const kinds = new Map<KindName, ImportKind>();
/** Nouns say what a table can be imported as. */
export const offerImport = (kind: ImportKind): void => {
  kinds.set(kind.kind, kind);
};

export function importKind(name: KindName): ImportKind {
  const kind = kinds.get(name);
  if (!kind) throw new Error(`nothing imports ${name}`);
  return kind;
}

import type { Clock } from './as-of.ts';
import type { Transaction } from './transaction.ts';

/** What reads of many records stand on: a request's context is one, and so is a task's transaction. */
export interface Reading {
  readonly me: Clock;
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** One loader per key, so that what is asked for together is read together. */
  loader<Loader>(key: unknown, make: () => Loader): Loader;
}

/** Reads in a transaction of a task, as they would be read for a request. */
export function readingIn(tx: Transaction, me: Clock): Reading {
  const loaders = new Map<unknown, unknown>();
  return {
    me,
    query: (text, values) => tx.query(text, values),
    loader<Loader>(key: unknown, make: () => Loader): Loader {
      if (!loaders.has(key)) loaders.set(key, make());
      return loaders.get(key) as Loader;
    },
  };
}

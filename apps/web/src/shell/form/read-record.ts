/** A record as it is read for editing. */
export interface ReadRecord<Facts> {
  readonly version: number;
  readonly name: string;
  readonly facts: Facts;
  /** Who saved this version. */
  readonly last: { readonly actor: string; readonly at: string } | undefined;
}

interface Change {
  readonly actor: string;
  readonly at: string;
  readonly action: string;
  readonly record: string;
}

/** Who saved the present version: a history, newest first, also tells of refusals and of records that belong to this one. */
export const lastSave = (history: readonly Change[], record: string): Change | undefined =>
  history.find((change) => change.record === record && change.action !== 'refused');

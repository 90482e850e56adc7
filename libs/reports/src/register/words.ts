import type { YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';

export const PHI_WORDS: Readonly<Record<YesNoUnknown, string>> = { yes: 'Yes', no: 'No', unknown: 'Unknown' };

const collator = new Intl.Collator('en', { numeric: true });
/** By name as people sort, then by id, so that a list has one order. */
export const byName = (a: { name: string; id: string }, b: { name: string; id: string }): number =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

export const namesOf = <Row>(rows: readonly Row[], nameOf: (row: Row) => string): string[] => rows.map(nameOf);

import { differenceOf, type ListDifference } from '@attestry/domain/vendors/list-difference.ts';
import type { Context } from '../../kernel/context.ts';
import { type AsOf, rowsBy } from '../../kernel/loaders.ts';
import { SubprocessorEntry } from './subprocessor-entry.entity.ts';
import { SubprocessorList } from './subprocessor-list.entity.ts';

type List = AsOf<SubprocessorList>;

/** The versions of a vendor's list, newest first. */
export async function versionsOf(ctx: Context, vendorId: string, asOf?: string): Promise<List[]> {
  const lists = await rowsBy<SubprocessorList, 'vendorId'>(ctx, SubprocessorList, 'vendorId', vendorId, asOf);
  return newestFirst(lists);
}

export const newestFirst = <Version extends SubprocessorList>(lists: readonly Version[]): Version[] =>
  lists.toSorted((a, b) => (a.listedOn < b.listedOn ? 1 : -1));

/** Its lines, in the list's order. */
export async function entriesOf(ctx: Context, { id, asOf }: List): Promise<SubprocessorEntry[]> {
  const entries = await rowsBy<SubprocessorEntry, 'listId'>(ctx, SubprocessorEntry, 'listId', id, asOf);
  return entries.toSorted((a, b) => a.position - b.position);
}

/** What it says otherwise than the version before it by date; null for the first. */
export async function differenceIn(ctx: Context, list: List): Promise<ListDifference<SubprocessorEntry> | null> {
  const versions = await versionsOf(ctx, list.vendorId, list.asOf);
  const before = versions.find(({ listedOn }) => listedOn < list.listedOn);
  return before ? differenceOf(await entriesOf(ctx, before), await entriesOf(ctx, list)) : null;
}

import { UNKNOWN_VENDOR } from '@attestry/domain/vendors/facts.ts';
import { linksOfList } from '@attestry/domain/vendors/links-of-list.ts';
import { nameKey } from '@attestry/domain/vendors/list-difference.ts';
import { type recordSubprocessorList, UNKNOWN_LINK } from '@attestry/domain/vendors/subprocessors.ts';
import type { z } from 'zod';
import { evidenceDocument } from '../../documents/evidence-document.ts';
import type { Context } from '../../kernel/context.ts';
import { invalid } from '../../kernel/failure.ts';
import { readBy } from '../../kernel/loaders.ts';
import { insert, insertMany, updateMany } from '../../kernel/rows.ts';
import type { Transaction } from '../../kernel/transaction.ts';
import { Service } from '../service.entity.ts';
import { Vendor } from '../vendor.entity.ts';
import { vendorInUse, vendorsInUse } from '../vendor-in-use.ts';
import { newestFirst } from './list-versions.ts';
import { SubprocessorEntry } from './subprocessor-entry.entity.ts';
import { SubprocessorLink } from './subprocessor-link.entity.ts';
import { SubprocessorList } from './subprocessor-list.entity.ts';

type Given = z.infer<typeof recordSubprocessorList>;

/** Keeps a list as a version. Only the newest changes the chain: an older one says nothing of today. */
export async function recordList(ctx: Context, given: Given): Promise<SubprocessorList> {
  const tx = await ctx.tx();
  const vendor = await vendorInUse(tx, given.vendorId);
  // The lists of one vendor come in one after the other.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [vendor.id]);
  if (given.documentId) await evidenceDocument(ctx, given.documentId, 'documentId');
  const versions = newestFirst(await readBy<SubprocessorList>(ctx, SubprocessorList, 'vendorId', [vendor.id]));
  if (versions.some(({ listedOn }) => listedOn === given.listedOn))
    throw invalid({ path: 'listedOn', message: 'is the date of a list that is on record already' });
  const vendorIds = await vendorsOf(tx, vendor, given.entries);
  const list = await insert(tx, SubprocessorList, {
    vendorId: vendor.id,
    listedOn: given.listedOn,
    source: given.source,
    documentId: given.documentId ?? null,
  });
  const entries = await insertMany(
    tx,
    SubprocessorEntry,
    given.entries.map((entry, at) => ({ ...entry, vendorId: vendorIds[at]!, listId: list.id, position: at + 1 })),
  );
  const [before] = versions;
  if (!before || before.listedOn < list.listedOn) await changeLinks(ctx, list, entries, before);
  return list;
}

/** For each line the vendor it was taken for; names that were not taken for anybody become vendors, each once. */
async function vendorsOf(tx: Transaction, vendor: Vendor, entries: Given['entries']): Promise<string[]> {
  const chosen = [...new Set(entries.flatMap(({ vendorId }) => vendorId?.toLowerCase() ?? []))];
  const found = await vendorsInUse(tx, chosen);
  const inUse = new Set(found.map(({ id }) => id));
  const problems = entries.flatMap(({ vendorId }, at) => {
    const path = `entries.${at}.vendorId`;
    if (!vendorId) return [];
    if (vendorId.toLowerCase() === vendor.id) return [{ path, message: 'is the vendor whose list this is' }];
    return inUse.has(vendorId.toLowerCase()) ? [] : [{ path, message: 'is no vendor on record' }];
  });
  if (problems.length > 0) throw invalid(...problems);
  const names = new Map(entries.filter(({ vendorId }) => !vendorId).map(({ name }) => [nameKey(name), name]));
  const made = await insertMany(
    tx,
    Vendor,
    [...names.values()].map((name) => ({ ...UNKNOWN_VENDOR, name })),
  );
  const idOf = new Map(made.map(({ id, name }) => [nameKey(name), id]));
  return entries.map(({ vendorId, name }) => vendorId?.toLowerCase() ?? idOf.get(nameKey(name))!);
}

async function changeLinks(
  ctx: Context,
  list: SubprocessorList,
  entries: readonly SubprocessorEntry[],
  before: SubprocessorList | undefined,
): Promise<void> {
  const [was, links, services] = [
    before ? await readBy<SubprocessorEntry>(ctx, SubprocessorEntry, 'listId', [before.id]) : [],
    await readBy<SubprocessorLink>(ctx, SubprocessorLink, 'upperVendorId', [list.vendorId]),
    await readBy<Service>(ctx, Service, 'vendorId', [list.vendorId]),
  ];
  const { opened, changed, ended } = linksOfList({
    listedOn: list.listedOn,
    entries,
    before: was,
    links,
    services: services.filter(({ withdrawnAt, removedOn }) => !withdrawnAt && !removedOn),
  });
  const tx = await ctx.tx();
  await insertMany(
    tx,
    SubprocessorLink,
    opened.map((link) => ({
      ...UNKNOWN_LINK,
      ...link,
      upperVendorId: list.vendorId,
      lowerServiceId: null,
      evidence: 'public_list' as const,
      evidenceDocumentId: list.documentId,
      startsOn: list.listedOn,
      listId: list.id,
    })),
  );
  await updateMany(tx, SubprocessorLink, [...changed]);
  await updateMany(tx, SubprocessorLink, [...ended]);
}

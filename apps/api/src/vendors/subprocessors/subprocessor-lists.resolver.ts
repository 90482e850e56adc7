import { differenceOf } from '@attestry/domain/vendors/list-difference.ts';
import { recordSubprocessorList } from '@attestry/domain/vendors/subprocessors.ts';
import { Inject } from '@nestjs/common';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { Document } from '../../documents/document.entity.ts';
import { Documents } from '../../documents/documents.service.ts';
import type { Context } from '../../kernel/context.ts';
import { type AsOf, oneOf } from '../../kernel/loaders.ts';
import { Ask, Command } from '../../kernel/operation.ts';
import type { Vendor } from '../vendor.entity.ts';
import { readingOf, withCandidates } from './list-reading.ts';
import { differenceIn, entriesOf, versionsOf } from './list-versions.ts';
import { recordList } from './record-list.ts';
import type { SubprocessorList } from './subprocessor-list.entity.ts';

interface Gql {
  readonly ctx: Context;
}
type List = AsOf<SubprocessorList>;

@Resolver('SubprocessorList')
export class SubprocessorListsResolver {
  constructor(@Inject(Documents) private readonly documents: Documents) {}

  @Ask('subprocessor.record-list')
  async readSubprocessorList(ctx: Context, asked: { vendorId: string; documentId: string }) {
    const { entries, listedOn, warnings } = await readingOf(ctx, this.documents, asked);
    const vendorId = asked.vendorId.toLowerCase();
    const [newest] = await versionsOf(ctx, vendorId);
    return {
      listedOn,
      warnings,
      entries: await withCandidates(ctx, vendorId, entries),
      difference: newest ? differenceOf(await entriesOf(ctx, newest), entries) : null,
    };
  }

  @Command('subprocessor.record-list', recordSubprocessorList)
  recordSubprocessorList(ctx: Context, input: z.infer<typeof recordSubprocessorList>) {
    return recordList(ctx, input);
  }

  @ResolveField()
  document({ documentId }: List, _: unknown, { ctx }: Gql) {
    return documentId && oneOf(ctx, Document, documentId);
  }

  @ResolveField()
  entries(list: List, _: unknown, { ctx }: Gql) {
    return entriesOf(ctx, list);
  }

  @ResolveField()
  difference(list: List, _: unknown, { ctx }: Gql) {
    return differenceIn(ctx, list);
  }
}

@Resolver('Vendor')
export class VendorSubprocessorsResolver {
  @ResolveField()
  subprocessorLists({ id, asOf }: AsOf<Vendor>, _: unknown, { ctx }: Gql) {
    return versionsOf(ctx, id, asOf);
  }
}

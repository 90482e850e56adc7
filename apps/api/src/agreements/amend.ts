import type { amendAgreement } from '@attestry/domain/agreements/facts.ts';
import { lastDayListed, wrongAmendment } from '@attestry/domain/agreements/listing.ts';
import type { z } from 'zod';
import { evidenceDocument } from '../documents/evidence-document.ts';
import type { Context } from '../kernel/context.ts';
import { invalid } from '../kernel/failure.ts';
import { readBy } from '../kernel/loaders.ts';
import { insert, insertMany, updateMany } from '../kernel/rows.ts';
import type { Agreement } from './agreement.entity.ts';
import { lockedAgreement } from './agreement-write.ts';
import { Amendment } from './amendment.entity.ts';
import { CoveredService } from './covered-service.entity.ts';
import { servicesOf } from './references.ts';
import { refuseOverlap } from './refuse-overlap.ts';

export type Amending = z.infer<typeof amendAgreement>;

/** Records an amendment; from its effective day on it lists further services, and no longer those it takes off. */
export async function amended(ctx: Context, input: Amending): Promise<Agreement> {
  const { agreementId, effectiveOn, description, documentId = null, addServiceIds } = input;
  const agreement = await lockedAgreement(ctx, agreementId);
  const wrong = wrongAmendment(effectiveOn, agreement);
  if (wrong.length > 0) throw invalid(...wrong.map(({ fact = '', text }) => ({ path: fact, message: text })));
  if (documentId) await evidenceDocument(ctx, documentId, 'documentId');
  const { vendorId } = agreement;
  const added = await servicesOf(ctx, vendorId, addServiceIds, (index) => `addServiceIds.${index}`);
  const ended = await endedLines(ctx, input);

  const tx = await ctx.tx();
  await insert(tx, Amendment, { agreementId, effectiveOn, description, documentId });
  await updateMany<CoveredService>(tx, CoveredService, ended);
  const lines = added.map(({ id: serviceId }) => ({ agreementId, vendorId, serviceId, listedFrom: effectiveOn }));
  await insertMany<CoveredService>(tx, CoveredService, lines);
  await refuseOverlap(ctx, agreementId);
  return agreement;
}

/** The lines that it takes off the list, with their last day. */
async function endedLines(ctx: Context, { agreementId, effectiveOn, endCoveredServiceIds }: Amending) {
  const rows = await readBy(ctx, CoveredService, 'agreementId', [agreementId]);
  return endCoveredServiceIds.map((id, index) => {
    const path = `endCoveredServiceIds.${index}`;
    const line = rows.find((row) => row.id === id.toLowerCase());
    if (!line) throw invalid({ path, message: 'is not a line of this agreement' });
    const last = lastDayListed(line, effectiveOn);
    if ('wrong' in last) throw invalid({ path, message: last.wrong });
    return { id: line.id, listedThrough: last.day };
  });
}

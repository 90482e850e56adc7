import { type createAgreement, UNKNOWN_TERMS } from '@attestry/domain/agreements/facts.ts';
import { wrongParties } from '@attestry/domain/agreements/parties.ts';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { invalid } from '../kernel/failure.ts';
import { insert, insertMany } from '../kernel/rows.ts';
import { vendorInUse } from '../vendors/vendor-in-use.ts';
import { Agreement } from './agreement.entity.ts';
import { atField, checkDates, lockedAgreements } from './agreement-write.ts';
import { CoveredService } from './covered-service.entity.ts';
import { servicesOf } from './references.ts';
import { refuseOverlap } from './refuse-overlap.ts';
import { supersede } from './supersede.ts';

export type Creation = z.infer<typeof createAgreement>;

const NOT_YET = {
  signedByUpperOn: null,
  signedByUpper: '',
  signedByVendorOn: null,
  signedByVendor: '',
  effectiveOn: null,
  noticeGivenOn: null,
  noticeGivenBy: null,
  endsOn: null,
  supersededOn: null,
};

/** An agreement with what is known of it: its list of services, its signatures, and which other it takes the place of. */
export async function newAgreement(ctx: Context, input: Creation): Promise<Agreement> {
  const { vendorId, upperVendorId = null, parties, serviceIds, supersedesId } = input;
  await vendorInUse(await ctx.tx(), vendorId);
  if (upperVendorId) await vendorInUse(await ctx.tx(), upperVendorId);
  const wrong = wrongParties({ vendorId, upperVendorId, parties });
  if (wrong.length > 0) throw invalid(...wrong.map(atField));
  const services = await servicesOf(ctx, vendorId, serviceIds, (index) => `serviceIds.${index}`);
  const facts = { ...NOT_YET, ...UNKNOWN_TERMS, ...input.facts, ...input.signatures };
  checkDates(ctx, facts);

  const tx = await ctx.tx();
  const made = await insert(tx, Agreement, { ...facts, vendorId, upperVendorId, parties });
  const lines = services.map(({ id: serviceId }) => ({ agreementId: made.id, vendorId, serviceId }));
  await insertMany<CoveredService>(tx, CoveredService, lines);
  if (supersedesId) await supersede(ctx, (await lockedAgreements(ctx, [supersedesId]))[0], made, 'supersedesId');
  await refuseOverlap(ctx, made.id);
  return made;
}

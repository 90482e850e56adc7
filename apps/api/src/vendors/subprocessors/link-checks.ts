import { linkProblems } from '@attestry/domain/vendors/link-problems.ts';
import type { LinkFacts } from '@attestry/domain/vendors/subprocessors.ts';
import { evidenceDocument } from '../../documents/evidence-document.ts';
import type { Context } from '../../kernel/context.ts';
import { type FieldProblem, invalid } from '../../kernel/failure.ts';

export interface LinkEnds {
  readonly upperVendorId: string;
  readonly upperServiceId: string | null;
  readonly lowerVendorId: string;
  readonly lowerServiceId: string | null;
}

/** INVALID where the link contradicts itself or names what is not its vendors'. */
export async function checkLink(ctx: Context, ends: LinkEnds, facts: LinkFacts): Promise<void> {
  const problems: FieldProblem[] = linkProblems(facts).map(({ fact, text }) => ({
    path: `facts.${fact}`,
    message: text,
  }));
  if (ends.lowerVendorId === ends.upperVendorId)
    problems.push({ path: 'lowerVendorId', message: 'must be another vendor than the one above it' });
  for (const side of ['upper', 'lower'] as const) {
    const id = ends[`${side}ServiceId`];
    if (id && !(await isServiceOf(ctx, id, ends[`${side}VendorId`])))
      problems.push({ path: `${side}ServiceId`, message: 'is no service of this vendor' });
  }
  if (facts.agreementId && !(await isAgreementBetween(ctx, facts.agreementId, ends)))
    problems.push({ path: 'facts.agreementId', message: 'is no agreement between these two vendors' });
  if (problems.length > 0) throw invalid(...problems);
  if (facts.evidenceDocumentId) await evidenceDocument(ctx, facts.evidenceDocumentId, 'facts.evidenceDocumentId');
}

async function isServiceOf(ctx: Context, id: string, vendorId: string): Promise<boolean> {
  const found = await ctx.query(
    'SELECT id FROM app.service WHERE id = $1 AND vendor_id = $2 AND withdrawn_at IS NULL FOR SHARE',
    [id, vendorId],
  );
  return found.length > 0;
}

/** Satisfactory assurance runs from the party above to the one below (45 CFR 164.502(e)(1)(ii)): no other pair of parties counts. */
async function isAgreementBetween(ctx: Context, id: string, { upperVendorId, lowerVendorId }: LinkEnds) {
  const found = await ctx.query(
    'SELECT id FROM app.agreement WHERE id = $1 AND vendor_id = $2 AND upper_vendor_id = $3 FOR SHARE',
    [id, lowerVendorId, upperVendorId],
  );
  return found.length > 0;
}

import { type AgreementDates, wrongDates } from '@attestry/domain/agreements/check-dates.ts';
import { agreementTerms } from '@attestry/domain/agreements/facts.ts';
import type { Reason } from '@attestry/domain/decision.ts';
import type { Context } from '../kernel/context.ts';
import { conflict, type FieldProblem, invalid, notFound } from '../kernel/failure.ts';
import { columns, tableOf, update } from '../kernel/rows.ts';
import { Agreement } from './agreement.entity.ts';
import { settleObligations } from './end-obligations.ts';
import { refuseOverlap } from './refuse-overlap.ts';

/** The agreement, locked: what is added to it waits for other changes of it. With a version, only that version. */
export async function lockedAgreement(ctx: Context, id: string, version?: number): Promise<Agreement> {
  const agreement = (await lockedAgreements(ctx, [id]))[0];
  if (!agreement) throw notFound('agreement');
  if (version !== undefined && agreement.version !== version) throw conflict('agreement', agreement);
  return agreement;
}

/** Several, in the order of their ids, so that two commands that lock the same ones do not wait for each other. */
export function lockedAgreements(ctx: Context, ids: readonly string[]): Promise<Agreement[]> {
  return ctx.query<Agreement>(
    `SELECT ${columns(Agreement)} FROM ${tableOf(Agreement)} WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
}

/** Writes changes whose dates are right; the end that they record starts the obligations. */
export async function changeAgreement(
  ctx: Context,
  present: Agreement,
  changes: Partial<Agreement>,
): Promise<Agreement> {
  if (Object.keys(changes).length === 0) return present;
  checkDates(ctx, { ...present, ...changes }, Object.keys(changes));
  const changed = await update(await ctx.tx(), Agreement, { id: present.id }, changes);
  await settleObligations(ctx, present, changed!);
  await refuseOverlap(ctx, present.id);
  return changed!;
}

export function checkDates(ctx: Context, facts: AgreementDates, changed?: readonly string[]): void {
  const wrong = wrongDates(facts, ctx.me.today, changed);
  if (wrong.length > 0) throw invalid(...wrong.map(atField));
}

const SIGNATURES = ['signedByUpperOn', 'signedByUpper', 'signedByVendorOn', 'signedByVendor', 'effectiveOn'];

/** A wrong fact at its field of the form. */
export function atField({ fact = '', text }: Pick<Reason, 'fact' | 'text'>): FieldProblem {
  if (fact in agreementTerms.shape) return { path: `facts.${fact}`, message: text };
  return { path: SIGNATURES.includes(fact) ? `signatures.${fact}` : fact, message: text };
}

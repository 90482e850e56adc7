import { UNKNOWN_TERMS } from '@attestry/domain/agreements/facts.ts';
import { addDays } from '@attestry/domain/time/dates.ts';
import type { PlainDate } from '@attestry/domain/time/plain-date.ts';
import { Agreement } from '../agreements/agreement.entity.ts';
import { AgreementCondition } from '../agreements/agreement-condition.entity.ts';
import { ConditionStatus } from '../agreements/condition-status.entity.ts';
import { CoveredService } from '../agreements/covered-service.entity.ts';
import { ReturnObligation } from '../agreements/return-obligation.entity.ts';
import { insertMany, update } from '../kernel/rows.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { SAMPLE_AGREEMENTS, type SampleAgreement } from './agreements.ts';
import type { RecordedVendors } from './record-vendors.ts';
import type { Days } from './sample-record.ts';

const OFFICER = 'Privacy officer';

/** Records agreements with what they list, their conditions, and what the ended one still asks for. */
export async function recordAgreements(tx: Transaction, today: PlainDate, vendors: RecordedVendors): Promise<void> {
  const on = (days: Days | undefined) => (days === undefined ? null : addDays(today, days));
  const rows = SAMPLE_AGREEMENTS.map((agreement) => agreementRow(agreement, vendors.vendor(agreement.vendor).id, on));
  const agreements = await insertMany(tx, Agreement, rows);
  const recorded = SAMPLE_AGREEMENTS.map((said, index) => ({ said, agreement: agreements[index]! }));
  for (const { said, agreement } of recorded) {
    if (!said.supersededBy) continue;
    const next = recorded.find((other) => other.said.vendor === said.vendor && other.said.title === said.supersededBy)!;
    const supersession = { supersededById: next.agreement.id, supersededOn: next.agreement.effectiveOn };
    await update(tx, Agreement, { id: agreement.id }, supersession);
  }
  await insertMany(
    tx,
    CoveredService,
    recorded.flatMap(({ said, agreement }) =>
      said.services.map((name) => ({
        agreementId: agreement.id,
        vendorId: agreement.vendorId,
        serviceId: vendors.service(said.vendor, name).id,
        scopeNote: '',
      })),
    ),
  );
  for (const { said, agreement } of recorded) {
    await recordConditions(tx, said, agreement, vendors, on);
    await recordObligations(tx, said, agreement, on);
  }
}

type DayOf = (days: Days | undefined) => PlainDate | null;

function agreementRow(said: SampleAgreement, vendorId: string, on: DayOf): Partial<Agreement> {
  const { vendor: _, services: __, conditions: ___, obligations: ____, supersededBy: _____, ...facts } = said;
  return {
    ...UNKNOWN_TERMS,
    ...facts,
    vendorId,
    parties: 'ce_to_ba',
    signedByUpper: said.signedByUpperOn === undefined ? '' : OFFICER,
    signedByVendor: said.signedByVendor ?? '',
    endReason: said.endReason ?? '',
    draftedOn: on(said.draftedOn),
    sentOn: on(said.sentOn),
    signedByUpperOn: on(said.signedByUpperOn),
    signedByVendorOn: on(said.signedByVendorOn),
    effectiveOn: on(said.effectiveOn),
    termEndsOn: on(said.termEndsOn),
    endsOn: on(said.endsOn),
    renewalMonths: said.renewalMonths ?? null,
    noticeDays: said.noticeDays ?? null,
    objectionDays: said.objectionDays ?? null,
    returnDays: said.returnDays ?? null,
  };
}

async function recordConditions(
  tx: Transaction,
  { vendor, conditions = [] }: SampleAgreement,
  agreement: Agreement,
  vendors: RecordedVendors,
  on: DayOf,
): Promise<void> {
  for (const { condition, service, statuses } of conditions) {
    const serviceId = service ? vendors.service(vendor, service).id : null;
    const [made] = await insertMany(tx, AgreementCondition, [{ agreementId: agreement.id, condition, serviceId }]);
    await insertMany(
      tx,
      ConditionStatus,
      statuses.map(({ since, ...status }) => ({ ...status, conditionId: made!.id, since: on(since)! })),
    );
  }
}

async function recordObligations(
  tx: Transaction,
  { obligations = [] }: SampleAgreement,
  agreement: Agreement,
  on: DayOf,
): Promise<void> {
  await insertMany(
    tx,
    ReturnObligation,
    obligations.map(({ category, dueOn, outcome, doneOn, method, infeasibleSince, infeasibleReason, protections }) => ({
      agreementId: agreement.id,
      category,
      dueOn: on(dueOn)!,
      outcome: outcome ?? null,
      doneOn: on(doneOn),
      method: method ?? '',
      infeasibleSince: on(infeasibleSince),
      infeasibleReason: infeasibleReason ?? '',
      protections: protections ?? '',
    })),
  );
}

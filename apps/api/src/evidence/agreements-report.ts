import { metOn } from '@attestry/domain/agreements/condition.ts';
import { AGREEMENT_DOCUMENT_KINDS } from '@attestry/domain/agreements/facts.ts';
import { obligationOn } from '@attestry/domain/agreements/obligation.ts';
import { RETURN_CATEGORIES } from '@attestry/domain/agreements/return-or-destroy.ts';
import { standingOn } from '@attestry/domain/agreements/standing.ts';
import { AGREEMENT_COLUMNS } from '@attestry/reports/agreements/columns.ts';
import { AGREEMENTS_SCHEMA, agreementsDocument } from '@attestry/reports/agreements/document.ts';
import type { ReportAgreement } from '@attestry/reports/agreements/input.ts';
import { Agreement } from '../agreements/agreement.entity.ts';
import { AgreementCondition } from '../agreements/agreement-condition.entity.ts';
import { AgreementDocument } from '../agreements/agreement-document.entity.ts';
import { ConditionStatus } from '../agreements/condition-status.entity.ts';
import { CoveredService } from '../agreements/covered-service.entity.ts';
import { ReturnObligation } from '../agreements/return-obligation.entity.ts';
import { Document } from '../documents/document.entity.ts';
import { type AsOf, oneOf, readAll, rowsBy } from '../kernel/loaders.ts';
import type { Reading } from '../kernel/reading.ts';
import { Service } from '../vendors/service.entity.ts';
import { Vendor } from '../vendors/vendor.entity.ts';
import { registerReport } from './built-report.ts';
import type { ReportReader } from './report-reader.ts';

/** The register of business associate agreements. */
export const agreementsReport: ReportReader = async (reading, { asOf, day, said }) => {
  const agreements = await readAll(reading, Agreement, { asOf });
  const rows = await Promise.all(agreements.map((agreement) => rowOf(reading, agreement, day)));
  const head = { ...said, scope: { sentence: 'All agreements of the organization.', filters: [] } };
  return registerReport({
    name: 'agreement-register',
    sheet: 'Agreements',
    schema: AGREEMENTS_SCHEMA,
    head,
    rows,
    columns: AGREEMENT_COLUMNS,
    document: agreementsDocument(rows),
  });
};

async function rowOf(reading: Reading, agreement: AsOf<Agreement>, day: string): Promise<ReportAgreement> {
  const { id, asOf } = agreement;
  const of = <Entity extends { id: string; agreementId: string }>(entity: new () => Entity) =>
    rowsBy<Entity, 'agreementId'>(reading, entity, 'agreementId', id, asOf);
  const [vendor, upper, covered, conditions, obligations, documents] = await Promise.all([
    oneOf(reading, Vendor, agreement.vendorId, asOf),
    agreement.upperVendorId ? oneOf(reading, Vendor, agreement.upperVendorId, asOf) : undefined,
    of(CoveredService),
    of(AgreementCondition),
    of(ReturnObligation),
    of(AgreementDocument),
  ]);
  const { stage, reasons, inEffectThrough, noticeBy, daysLeft, keepUntil, retention } = standingOn(
    agreement,
    obligations,
    day,
  );
  const { title, parties, owner, signedByUpperOn, signedByVendorOn, effectiveOn, renewal, termEndsOn } = agreement;
  return {
    ...{ id, title, parties, owner, stage, inEffectThrough, noticeBy, daysLeft, keepUntil },
    ...{ signedByUpperOn, signedByVendorOn, effectiveOn, renewal, termEndsOn },
    vendor: vendor?.name ?? '',
    upperVendor: upper?.name ?? '',
    because: reasons.map(({ text }) => text),
    services: await servicesListed(reading, covered, day),
    conditions: await conditionsOn(reading, conditions, day),
    obligations: obligations.map((obligation) => {
      const { state, nextOn, reason } = obligationOn(obligation, day);
      return { category: RETURN_CATEGORIES[obligation.category], state, nextOn, reason: reason.text };
    }),
    documents: await documentsOnFile(reading, documents),
    retention: retention.text,
  };
}

async function servicesListed(reading: Reading, covered: readonly AsOf<CoveredService>[], day: string) {
  const listed = covered.filter(
    ({ listedFrom, listedThrough }) => (listedFrom ?? day) <= day && day <= (listedThrough ?? day),
  );
  const services = await Promise.all(listed.map(({ serviceId, asOf }) => oneOf(reading, Service, serviceId, asOf)));
  return services.map((service) => service?.name ?? '').sort();
}

const conditionsOn = (reading: Reading, conditions: readonly AsOf<AgreementCondition>[], day: string) =>
  Promise.all(
    conditions
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(async ({ id, condition, asOf }) => {
        const statuses = await rowsBy(reading, ConditionStatus, 'conditionId', id, asOf);
        return { condition, met: metOn(statuses, day) };
      }),
  );

const documentsOnFile = (reading: Reading, documents: readonly AsOf<AgreementDocument>[]) =>
  Promise.all(
    documents
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(async ({ documentId, title, kind }) => {
        const { sha256, receivedAt } = (await oneOf(reading, Document, documentId))!;
        return { title, kind: AGREEMENT_DOCUMENT_KINDS[kind], sha256, receivedAt };
      }),
  );

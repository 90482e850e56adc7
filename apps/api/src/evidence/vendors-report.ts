import { AGREEMENT_STAGES, stageOn } from '@attestry/domain/agreements/lifecycle.ts';
import { VENDOR_EVIDENCE_KINDS } from '@attestry/domain/vendors/evidence.ts';
import { evidenceStandingOn } from '@attestry/domain/vendors/evidence-standing.ts';
import { VENDOR_COLUMNS } from '@attestry/reports/vendors/columns.ts';
import { VENDORS_SCHEMA, vendorsDocument } from '@attestry/reports/vendors/document.ts';
import type { ReportVendor } from '@attestry/reports/vendors/input.ts';
import { Agreement } from '../agreements/agreement.entity.ts';
import { openGapsOf } from '../ai-systems/coverage/vendor-gaps.ts';
import { type AsOf, readAll, rowsBy } from '../kernel/loaders.ts';
import type { Reading } from '../kernel/reading.ts';
import { dueDiligenceOf } from '../vendors/due-diligence.ts';
import { Service } from '../vendors/service.entity.ts';
import { Vendor } from '../vendors/vendor.entity.ts';
import { VendorEvidence } from '../vendors/vendor-evidence.entity.ts';
import { registerReport } from './built-report.ts';
import type { ReportReader } from './report-reader.ts';

/** The register of vendors; merged and withdrawn ones are not in it. */
export const vendorsReport: ReportReader = async (reading, { asOf, day, said }) => {
  const vendors = await readAll(reading, Vendor, { asOf, where: 'withdrawn_at IS NULL AND merged_into IS NULL' });
  const rows = await Promise.all(vendors.map((vendor) => rowOf(reading, vendor, day)));
  const head = { ...said, scope: { sentence: 'All vendors of the organization.', filters: [] } };
  return registerReport({
    name: 'vendor-register',
    sheet: 'Vendors',
    schema: VENDORS_SCHEMA,
    head,
    rows,
    columns: VENDOR_COLUMNS,
    document: vendorsDocument(rows, day),
  });
};

async function rowOf(reading: Reading, vendor: AsOf<Vendor>, day: string): Promise<ReportVendor> {
  const { id, asOf, name, website, description, tier, owner, nextReviewOn, offboardedOn } = vendor;
  const [services, agreements, evidence, dueDiligence, openGaps] = await Promise.all([
    rowsBy(reading, Service, 'vendorId', id, asOf),
    rowsBy(reading, Agreement, 'vendorId', id, asOf),
    rowsBy(reading, VendorEvidence, 'vendorId', id, asOf),
    dueDiligenceOf(reading, vendor),
    openGapsOf(reading, vendor),
  ]);
  return {
    ...{ id, name, website, description, tier, owner, nextReviewOn, offboardedOn, openGaps },
    services: services
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ name: service, phi, ai, removedOn }) => ({ name: service, phi, ai, removedOn })),
    agreements: agreements.map((agreement) => ({
      title: agreement.title,
      standing: AGREEMENT_STAGES[stageOn(agreement, day).stage],
    })),
    evidence: evidence
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((document) => ({
        title: document.title,
        kind: VENDOR_EVIDENCE_KINDS[document.kind],
        expiresOn: document.expiresOn,
        state: evidenceStandingOn(document, day).state,
      })),
    dueDiligenceScore: dueDiligence.score,
  };
}

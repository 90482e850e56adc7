import type { CoverageFacts } from '@attestry/domain/agreements/coverage-facts.ts';
import type { Reading } from '../../kernel/reading.ts';
import * as rows from './fact-rows.ts';

const { everyRow, rowsWhere } = rows;

/** All facts of the organization that coverage rests on, now or as recorded at the end of a day: seven statements. */
export async function allFacts(reading: Reading, asOf?: string): Promise<CoverageFacts> {
  const [services, vendors, agreements, coveredServices, conditions, conditionStatuses, links] = await Promise.all([
    everyRow(reading, rows.SERVICES, asOf),
    everyRow(reading, rows.VENDORS, asOf),
    everyRow(reading, rows.AGREEMENTS, asOf),
    everyRow(reading, rows.COVERED_SERVICES, asOf),
    everyRow(reading, rows.CONDITIONS, asOf),
    everyRow(reading, rows.CONDITION_STATUSES, asOf),
    everyRow(reading, rows.LINKS, asOf),
  ]);
  return { services, vendors, agreements, coveredServices, conditions, conditionStatuses, links };
}

/** What coverage of flows to these services rests on: the chains below them to any depth, and no more; eight statements. */
export async function factsFor(reading: Reading, serviceIds: readonly string[]): Promise<CoverageFacts> {
  const [roots, links, coveredServices] = await Promise.all([
    rowsWhere(reading, rows.SERVICES, 'id = ANY ($1::uuid[])', [serviceIds]),
    rowsWhere(reading, rows.LINKS, BELOW, [serviceIds]),
    rowsWhere(reading, rows.COVERED_SERVICES, 'service_id = ANY ($1::uuid[])', [serviceIds]),
  ]);
  const vendorIds = unique(roots.map(({ vendorId }) => vendorId));
  const linkedAgreementIds = unique(links.map(({ agreementId }) => agreementId));
  const [further, vendors, agreements] = await Promise.all([
    rowsWhere(reading, rows.SERVICES, 'id = ANY ($1::uuid[]) AND id <> ALL ($2::uuid[])', [
      unique(links.flatMap(({ upperServiceId, lowerServiceId }) => [upperServiceId, lowerServiceId])),
      serviceIds,
    ]),
    rowsWhere(reading, rows.VENDORS, 'id = ANY ($1::uuid[])', [
      unique([...vendorIds, ...links.flatMap(({ upperVendorId, lowerVendorId }) => [upperVendorId, lowerVendorId])]),
    ]),
    rowsWhere(
      reading,
      rows.AGREEMENTS,
      '(vendor_id = ANY ($1::uuid[]) AND upper_vendor_id IS NULL) OR id = ANY ($2::uuid[])',
      [vendorIds, linkedAgreementIds],
    ),
  ]);
  const agreementIds = agreements.map(({ id }) => id);
  const [conditions, conditionStatuses] = await Promise.all([
    rowsWhere(reading, rows.CONDITIONS, 'agreement_id = ANY ($1::uuid[])', [agreementIds]),
    rowsWhere(
      reading,
      rows.CONDITION_STATUSES,
      'condition_id IN (SELECT id FROM app.agreement_condition WHERE agreement_id = ANY ($1::uuid[]))',
      [agreementIds],
    ),
  ]);
  const services = [...roots, ...further];
  return { services, vendors, agreements, coveredServices, conditions, conditionStatuses, links };
}

const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids)].filter((id) => id !== null);

/** Links of every vendor in the chain: a few more than the rule follows, which does no harm. UNION ends at a cycle. */
const BELOW = `upper_vendor_id IN (
  WITH RECURSIVE node (vendor_id, service_id) AS (
    SELECT vendor_id, id FROM app.service WHERE id = ANY ($1::uuid[])
    UNION
    SELECT link.lower_vendor_id, link.lower_service_id
    FROM node JOIN app.subprocessor_link link ON link.upper_vendor_id = node.vendor_id AND link.phi <> 'no'
      AND (node.service_id IS NULL OR link.upper_service_id IS NULL OR link.upper_service_id = node.service_id)
  ) SELECT vendor_id FROM node)`;

import type {
  ConditionFacts,
  ConditionStatusFacts,
  CoverageAgreement,
  CoveredServiceFacts,
  LinkFactsForCoverage,
  ServiceOf,
  VendorName,
} from '@attestry/domain/agreements/coverage-facts.ts';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { Agreement } from '../../agreements/agreement.entity.ts';
import { AgreementCondition } from '../../agreements/agreement-condition.entity.ts';
import { ConditionStatus } from '../../agreements/condition-status.entity.ts';
import { CoveredService } from '../../agreements/covered-service.entity.ts';
import { recordedRows } from '../../kernel/as-of.ts';
import type { Reading } from '../../kernel/reading.ts';
import { columns, tableOf } from '../../kernel/rows.ts';
import { Service } from '../../vendors/service.entity.ts';
import { SubprocessorLink } from '../../vendors/subprocessors/subprocessor-link.entity.ts';
import { Vendor } from '../../vendors/vendor.entity.ts';

/** Rows of a table as the rule of coverage needs them: named columns, and only those that count. */
export interface FactKind<Fact> {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly properties: readonly (keyof Fact & string)[];
  readonly counts?: string;
}
const kind = <Fact>(
  entity: EntityTarget<ObjectLiteral>,
  properties: readonly (keyof Fact & string)[],
  counts?: string,
): FactKind<Fact> => ({ entity, properties, counts });

export const SERVICES = kind<ServiceOf>(Service, ['id', 'vendorId', 'name']);
export const VENDORS = kind<VendorName>(Vendor, ['id', 'name']);
export const AGREEMENTS = kind<CoverageAgreement>(Agreement, [
  'id',
  'title',
  'vendorId',
  'upperVendorId',
  'signedByUpperOn',
  'signedByVendorOn',
  'effectiveOn',
  'renewal',
  'termEndsOn',
  'endsOn',
  'supersededOn',
]);
export const COVERED_SERVICES = kind<CoveredServiceFacts>(CoveredService, [
  'agreementId',
  'serviceId',
  'listedFrom',
  'listedThrough',
]);
export const CONDITIONS = kind<ConditionFacts>(
  AgreementCondition,
  ['id', 'agreementId', 'serviceId', 'condition'],
  'withdrawn_at IS NULL',
);
export const CONDITION_STATUSES = kind<ConditionStatusFacts>(ConditionStatus, ['conditionId', 'since', 'met']);
export const LINKS = kind<LinkFactsForCoverage>(SubprocessorLink, [
  'id',
  'upperVendorId',
  'upperServiceId',
  'lowerVendorId',
  'lowerServiceId',
  'phi',
  'assurance',
  'agreementId',
  'assuredFrom',
  'assuredThrough',
  'startsOn',
  'endsOn',
]);

/** Every row of the organization, now or as recorded at the end of a day. */
export function everyRow<Fact>(reading: Reading, facts: FactKind<Fact>, asOf?: string): Promise<Fact[]> {
  return reading.query<Fact>(
    `SELECT ${columnsFor(facts)} FROM ${sourceOf(facts.entity, asOf)} rows WHERE ${facts.counts ?? 'true'}`,
    asOf ? [asOf, reading.me.timeZone] : [],
  );
}

/** Present rows for which a condition of ours holds. */
export function rowsWhere<Fact>(
  reading: Reading,
  facts: FactKind<Fact>,
  where: string,
  values: readonly unknown[],
): Promise<Fact[]> {
  return reading.query<Fact>(
    `SELECT ${columnsFor(facts)} FROM ${tableOf(facts.entity)} WHERE ${facts.counts ?? 'true'} AND (${where})`,
    values,
  );
}

/** The table, or SQL of its rows as recorded at the end of the day `$1` in the time zone `$2`. */
export const sourceOf = (entity: EntityTarget<ObjectLiteral>, asOf: string | undefined): string =>
  asOf ? recordedRows(entity, tableOf(entity).split('.')[1]!) : tableOf(entity);

const columnsFor = <Fact>({ entity, properties }: FactKind<Fact>) => columns(entity, new Set<string>(properties));

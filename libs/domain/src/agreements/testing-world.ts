import fc from 'fast-check';
import { addDays } from '../time/dates.ts';
import type { CoverageAgreement, FlowFacts } from './coverage-facts.ts';

/* For specs: random small worlds, in which nearly everything that can be odd is. */

/** The days that facts name, and two on both sides. */
export const EVERY_DAY = Array.from({ length: 28 }, (_, at) => addDays('2024-02-20', at));
const DAYS = EVERY_DAY.slice(2, -2);
const VENDORS = ['v0', 'v1', 'v2', 'v3', 'v4'];
const SERVICES = Array.from({ length: 8 }, (_, at) => ({ id: `s${at}`, vendorId: VENDORS[at % 5]!, name: `S${at}` }));

const day = fc.constantFrom(...DAYS);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 });
const unknowns = fc.constantFrom('yes' as const, 'yes' as const, 'no' as const, 'unknown' as const);
/** A first and a last day, in order, each possibly open. */
const span = fc
  .tuple(maybe(day), maybe(day))
  .map(([a, b]) => (a !== null && b !== null && b < a ? ([b, a] as const) : ([a, b] as const)));
const rows = <Row>(row: fc.Arbitrary<Row>, maxLength: number, minLength = 0) =>
  fc.array(row, { minLength, maxLength, size: 'max' }).map((all) => all.map((one, at) => ({ id: `${at}`, ...one })));

const agreement = fc
  .record({
    vendor: fc.constantFrom(0, 0, 0, 1, 2),
    upper: fc.constantFrom(null, null, null, 3),
    signed: fc.constantFrom(0, 1, 2, 3, 3, 3, 3, 3),
    effective: fc.option(span, { freq: 5 }),
    renewal: fc.constantFrom('fixed' as const, 'auto' as const, 'evergreen' as const, 'unknown' as const),
    term: maybe(day),
    superseded: maybe(day),
  })
  .map(({ vendor, upper, signed, effective, renewal, term, superseded }): Omit<CoverageAgreement, 'id'> => {
    const from = effective && (effective[0] ?? DAYS[0]!);
    const late = (one: string | null | undefined, least: string | null) => (one && least && one >= least ? one : null);
    return {
      title: `of v${vendor}`,
      vendorId: VENDORS[vendor]!,
      upperVendorId: upper === null ? null : VENDORS[upper]!,
      signedByUpperOn: signed & 1 ? DAYS[0]! : null,
      signedByVendorOn: signed & 2 ? DAYS[0]! : null,
      effectiveOn: from,
      renewal,
      termEndsOn: late(term, from),
      endsOn: late(effective?.[1], from),
      supersededOn: from && late(superseded, addDays(from, 1)),
    };
  });

const service = fc.constantFrom(...SERVICES);
const listing = fc
  .tuple(fc.constantFrom('0', '0', '1', '2', '3'), fc.constantFrom('s0', 's0', 's0', 's5', 's1'), span)
  .map(([agreementId, serviceId, [from, through]]) => ({
    agreementId,
    serviceId,
    listedFrom: from,
    listedThrough: through,
  }));
const condition = fc.record({
  agreementId: fc.constantFrom('0', '0', '2'),
  serviceId: fc.constantFrom(null, 's0', 's5'),
  condition: fc.constant('zero data retention'),
});
const status = fc.record({
  conditionId: fc.constantFrom('0', '0', '1', '2'),
  since: day,
  met: unknowns,
});

/** Between any two vendors: cycles and diamonds come by themselves. */
const link = fc
  .record({
    upper: service,
    anyUpper: fc.boolean(),
    lower: service,
    anyLower: fc.boolean(),
    phi: unknowns,
    assurance: fc.constantFrom('in_place' as const, 'in_place' as const, 'none' as const, 'unknown' as const),
    agreementId: fc.constantFrom(null, null, '0', '1', '2'),
    assured: span,
    exists: span,
  })
  .filter(({ upper, lower }) => upper.vendorId !== lower.vendorId)
  .map(({ upper, anyUpper, lower, anyLower, phi, assurance, agreementId, assured, exists }) => ({
    upperVendorId: upper.vendorId,
    upperServiceId: anyUpper ? null : upper.id,
    lowerVendorId: lower.vendorId,
    lowerServiceId: anyLower ? null : lower.id,
    phi,
    assurance,
    agreementId,
    assuredFrom: assured[0],
    assuredThrough: assured[1],
    startsOn: exists[0],
    endsOn: exists[1],
  }));

const flow = fc.tuple(fc.constantFrom('s0', 's0', 's5', 's1', null), day, maybe(day)).map(
  ([serviceId, a, b]): Omit<FlowFacts, 'id'> => ({
    serviceId,
    startsOn: b !== null && b < a ? b : a,
    endsOn: b !== null && b < a ? a : b,
  }),
);

export const world = fc.record({
  flows: rows(flow, 3, 1),
  services: fc.constant(SERVICES),
  vendors: fc.constant(VENDORS.map((id) => ({ id, name: id }))),
  agreements: rows(agreement, 4, 4),
  coveredServices: fc.array(listing, { minLength: 3, maxLength: 7, size: 'max' }),
  conditions: rows(condition, 3, 1),
  conditionStatuses: fc.uniqueArray(status, {
    minLength: 2,
    maxLength: 6,
    size: 'max',
    selector: ({ conditionId, since }) => `${conditionId} ${since}`,
  }),
  links: rows(link, 7),
});

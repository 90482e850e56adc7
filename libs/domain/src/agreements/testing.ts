import { coverageOf } from './coverage.ts';
import type { CoverageAgreement, CoverageFacts, FlowFacts, LinkFactsForCoverage } from './coverage-facts.ts';

/*
 * For specs. Scribe Inc sells Notes. Below it: Model Co, Cloud Co, Log Co. The flow starts on 1 Apr 2024 and goes on.
 */
export const FLOW: FlowFacts = { id: 'flow', serviceId: 'notes', startsOn: '2024-04-01', endsOn: null };
export const BAA: CoverageAgreement = {
  id: 'baa',
  title: 'BAA',
  vendorId: 'scribe',
  upperVendorId: null,
  signedByUpperOn: '2024-03-20',
  signedByVendorOn: '2024-03-20',
  effectiveOn: '2024-04-01',
  renewal: 'evergreen',
  termEndsOn: null,
  endsOn: null,
  supersededOn: null,
};
export const LISTED = { agreementId: 'baa', serviceId: 'notes', listedFrom: null, listedThrough: null };
export const LINK: LinkFactsForCoverage = {
  id: 'link',
  upperVendorId: 'scribe',
  upperServiceId: null,
  lowerVendorId: 'model',
  lowerServiceId: null,
  phi: 'yes',
  assurance: 'in_place',
  agreementId: null,
  assuredFrom: null,
  assuredThrough: null,
  startsOn: null,
  endsOn: null,
};
export const FACTS: CoverageFacts = {
  services: [
    { id: 'notes', vendorId: 'scribe', name: 'Notes' },
    { id: 'letters', vendorId: 'scribe', name: 'Letters' },
    { id: 'completions', vendorId: 'model', name: 'Completions' },
    { id: 'training', vendorId: 'model', name: 'Training' },
  ],
  vendors: [
    { id: 'scribe', name: 'Scribe Inc' },
    { id: 'model', name: 'Model Co' },
    { id: 'cloud', name: 'Cloud Co' },
    { id: 'log', name: 'Log Co' },
  ],
  agreements: [BAA],
  coveredServices: [LISTED],
  conditions: [],
  conditionStatuses: [],
  links: [],
};
export const ZERO_RETENTION = { id: 'zdr', agreementId: 'baa', serviceId: null, condition: 'zero data retention' };

export const segments = (facts: Partial<CoverageFacts>, flow: Partial<FlowFacts> = {}) =>
  coverageOf([{ ...FLOW, ...flow }], { ...FACTS, ...facts }).get('flow')!;
/** `from..through state: keys` a segment. */
export const told = (facts: Partial<CoverageFacts>, flow?: Partial<FlowFacts>) =>
  segments(facts, flow).map(({ from, through, state, reasons }) =>
    `${from}..${through ?? ''} ${state} ${reasons.map(({ key, linkId }) => (linkId ? `${key}(${linkId})` : key)).join('+')}`.trim(),
  );
export const texts = (facts: Partial<CoverageFacts>, flow?: Partial<FlowFacts>) =>
  segments(facts, flow).flatMap(({ reasons }) => reasons.map(({ text }) => text));
export const baa = (facts: Partial<CoverageAgreement>) => ({ agreements: [{ ...BAA, ...facts }] });
export const chain = (...links: Partial<LinkFactsForCoverage>[]) => ({
  links: links.map((link) => ({ ...LINK, ...link })),
});

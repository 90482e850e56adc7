import { TIER_LABELS, TIER_RULE_VERSION, TIERS } from '@attestry/domain/ai-systems/risk-tier.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { checkHead } from '../head.ts';
import { byName } from '../register/by-name.ts';
import { listFingerprint } from '../table/fingerprint.ts';
import { counted, instantInWords } from '../words.ts';
import { countTables } from './count-tables.ts';
import { checkSystem, type InventoryReportInput, type NumberedSystem, type ReportSystem } from './input.ts';
import { choiceLabel } from './labels.ts';
import { missingView } from './missing-view.ts';
import { standingOf } from './standing.ts';
import { systemSection } from './system-section.ts';

export type InventoryView = ReturnType<typeof inventoryView>;

export const INVENTORY_TITLE = 'AI system inventory';

/**
 * Everything the inventory report prints. Every number is counted from the systems given.
 * `pageOf` gives the page of an anchor once the report was laid out; without it the contents have no page numbers.
 */
export function inventoryView(input: InventoryReportInput, pageOf: ReadonlyMap<string, number> = new Map()) {
  checkHead(input);
  input.systems.forEach(checkSystem);
  const systems = numbered([...input.systems].sort(byName));
  const usesPhi = systems.filter(({ system }) => system.phi === 'yes');
  const undetermined = systems.filter(({ system }) => system.phi === 'unknown');
  const fingerprint = listFingerprint(input, input.systems);
  const asOf = dayText(input.asOf);

  return {
    title: INVENTORY_TITLE,
    organization: { name: input.organization.name, kind: input.organization.kind },
    paperSize: input.organization.paper === 'a4' ? 'A4' : 'letter',
    asOf,
    generated: instantInWords(input.generatedAt, input.organization.timeZone),
    preparedBy: input.preparedBy,
    scope: { sentence: input.scope.sentence, filters: [...input.scope.filters] },
    fingerprint,
    running: {
      organization: shortened(input.organization.name, 70),
      report: `${INVENTORY_TITLE}, as of ${asOf}`,
      fingerprint: `Fingerprint ${fingerprint.slice(0, 12)}`,
    },
    total: systems.length,
    standing: standingOf(input.systems, input.asOf),
    counts: countTables(input.systems),
    lists: [
      {
        heading: 'PHI systems without a business owner',
        systems: usesPhi
          .filter(({ system }) => isOpen(system) && system.businessOwner === '')
          .map((item) => mention(item, '')),
        none: 'Every system that is recorded as using PHI and is not retired has a business owner.',
      },
      {
        heading: 'PHI systems with a review past due',
        systems: usesPhi
          .filter(({ system }) => isOverdue(system, input.asOf))
          .map((item) => mention(item, `due ${dayText(item.system.nextReviewOn!)}`)),
        none: `No review of a system that is recorded as using PHI was due before ${asOf}. Systems without a review date are in Appendix A.`,
      },
    ],
    contents: contentsOf(usesPhi).map((line) => ({ ...line, page: pageOf.get(line.anchor) ?? 0 })),
    register: systems.map((item) => registerRow(item, input.asOf)),
    phiSystems: usesPhi.map((item) => systemSection(item, input.asOf)),
    undetermined: undetermined.map(({ system, number, anchor }) => ({
      number,
      anchor,
      name: system.name,
      department: system.department,
      vendor: system.vendorName,
      owner: system.businessOwner,
      tier: { number: system.tier.tier },
    })),
    missing: missingView(systems),
    method: {
      first: `The report covers ${counted(systems.length, 'system', 'systems')} as recorded at the end of ${asOf}. Nothing is estimated: a fact that nobody recorded is shown as unknown or not recorded, counted as such, and listed in Appendix A. Nothing is asked of a retired system.`,
      ruleVersion: TIER_RULE_VERSION,
      tiers: TIERS.map((tier) => ({ number: tier, label: TIER_LABELS[tier] })),
    },
  };
}

function numbered(systems: readonly ReportSystem[]): NumberedSystem[] {
  let phi = 0;
  let undetermined = 0;
  return systems.map((system) => {
    if (system.phi === 'yes') return { system, number: `3.${++phi}`, anchor: `phi-${phi}` };
    if (system.phi === 'unknown')
      return { system, number: `4.${++undetermined}`, anchor: `undetermined-${undetermined}` };
    return { system, number: '', anchor: '' };
  });
}

const isOpen = (system: ReportSystem) => system.stage !== 'retired';
const isOverdue = (system: ReportSystem, asOf: string) =>
  isOpen(system) && system.nextReviewOn !== null && system.nextReviewOn < asOf;

const mention = ({ system, number, anchor }: NumberedSystem, note: string) => ({
  number,
  anchor,
  name: system.name,
  note,
});

function registerRow({ system, number, anchor }: NumberedSystem, asOf: string) {
  return {
    number,
    anchor,
    name: system.name,
    department: system.department,
    stage: choiceLabel('stage', system.stage),
    phi: { word: choiceLabel('phi', system.phi), mark: system.phi },
    tier: { number: system.tier.tier },
    owner: system.businessOwner,
    nextReview: system.nextReviewOn === null ? '' : dayText(system.nextReviewOn),
    overdue: isOverdue(system, asOf),
  };
}

/** Above this many, the contents name the section only; the register leads to each system. */
const NAMED_IN_CONTENTS = 60;

function contentsOf(usesPhi: readonly NumberedSystem[]) {
  const named = usesPhi.length <= NAMED_IN_CONTENTS ? usesPhi : [];
  return [
    { number: '1', anchor: 'summary', name: 'Summary', second: false },
    { number: '2', anchor: 'register', name: 'Register of AI systems', second: false },
    { number: '3', anchor: 'phi', name: 'Systems that use PHI', second: false },
    ...named.map(({ number, anchor, system }) => ({ number, anchor, name: system.name, second: true })),
    { number: '4', anchor: 'undetermined', name: 'PHI not yet determined', second: false },
    { number: 'A', anchor: 'missing', name: 'What is missing', second: false },
    { number: 'B', anchor: 'method', name: 'Method', second: false },
  ];
}

const shortened = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;

import { type FactName, IDENTIFIERS } from '@attestry/domain/ai-systems/facts.ts';
import { TIER_LABELS } from '@attestry/domain/ai-systems/risk-tier.ts';
import { CHOICES, type ChoiceFact, FACT_LABELS } from '@attestry/domain/ai-systems/words.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import type { NumberedSystem, ReportSystem } from './input.ts';
import { choiceLabel } from './labels.ts';

/** The section of one system: its state in a sentence, its tier with reasons, its facts in groups. */
export function systemSection({ system, number, anchor }: NumberedSystem, asOf: string) {
  return {
    number,
    anchor,
    name: system.name,
    state: stateOf(system, asOf),
    tier: {
      number: system.tier.tier,
      label: TIER_LABELS[system.tier.tier],
      reasons: system.tier.reasons.map(({ text, citation }) => ({ text, citation: citation ?? 'policy' })),
      unknowns: system.tier.unknowns.map((fact) => FACT_LABELS[fact].toLowerCase()).join(', '),
    },
    groups: GROUPS.filter(({ heading }) => heading !== 'Notes' || system.notes !== '').map(({ heading, facts }) =>
      groupView(
        heading,
        facts.map((fact) => factView(system, fact)),
      ),
    ),
  };
}

function stateOf(system: ReportSystem, asOf: string): string {
  const parts = [choiceLabel('stage', system.stage)];
  if (system.retiredOn !== null)
    parts[0] = `Retired on ${dayText(system.retiredOn)}${system.retiredReason ? `: ${system.retiredReason}` : ''}`;
  else if (system.liveSince !== null && system.stage === 'live') parts[0] = `Live since ${dayText(system.liveSince)}`;
  parts.push(system.department || 'department not recorded');
  if (system.stage === 'retired') return parts.join(' · ');
  parts.push(system.businessOwner ? `business owner ${system.businessOwner}` : 'no business owner recorded');
  if (system.nextReviewOn === null) parts.push('no review date set');
  else if (system.nextReviewOn < asOf) parts.push(`review past due since ${dayText(system.nextReviewOn)}`);
  else parts.push(`next review ${dayText(system.nextReviewOn)}`);
  return parts.join(' · ');
}

/** A text up to here shares its line with another fact. */
const SHORT = 29;
/** A text above this may break over pages; below, it stays together. */
const LONG = 900;

interface FactView {
  readonly label: string;
  readonly text: string;
  readonly items: readonly string[];
  readonly unknown: boolean;
  readonly size: 'short' | 'wide' | 'long';
}

function factView(system: ReportSystem, fact: FactName): FactView {
  const label = FACT_LABELS[fact];
  const value = system[fact];
  const said = (text: string): FactView => ({ label, text, items: [], unknown: false, size: sizeOf(text) });
  const unsaid = (text: string): FactView => ({ ...said(text), unknown: true });
  if (value === null) return unsaid('not set');
  if (value === '' || (Array.isArray(value) && value.length === 0)) return unsaid('not recorded');
  if (Array.isArray(value)) {
    const items = [...system.identifiers].sort().map((letter) => `(${letter}) ${IDENTIFIERS[letter]}`);
    return { ...said(''), items, size: 'wide' };
  }
  if (fact in CHOICES) return value === 'unknown' ? unsaid('unknown') : said(choiceLabel(fact as ChoiceFact, value));
  return said(fact === 'liveSince' || fact === 'nextReviewOn' ? dayText(value) : value);
}

const sizeOf = ({ length }: string) => (length > LONG ? 'long' : length > SHORT ? 'wide' : 'short');

/** Short facts fill lines in pairs, so they stand together before the long ones. */
function groupView(heading: string, facts: readonly FactView[]) {
  const short = facts.filter(({ size }) => size === 'short');
  const rest = facts.filter(({ size }) => size !== 'short');
  return {
    heading,
    facts: [...short, ...rest],
    long: facts.reduce((sum, { text }) => sum + text.length, 0) > 3 * LONG,
  };
}

const GROUPS: readonly { readonly heading: string; readonly facts: readonly FactName[] }[] = [
  {
    heading: 'What it is',
    facts: ['purpose', 'users', 'clinicalArea', 'origin', 'vendorName', 'deployment', 'models', 'liveSince'],
  },
  { heading: 'Who answers for it', facts: ['businessOwner', 'technicalOwner', 'nextReviewOn'] },
  {
    heading: 'Data',
    facts: ['phi', 'phiVolume', 'identifiers', 'dataClasses', 'minimumNecessary', 'vendorTrainingRights'],
  },
  {
    heading: 'Effect on people',
    facts: [
      'clinicalImpact',
      'decisionRole',
      'population',
      'vulnerablePopulation',
      'humanOversight',
      'fdaStatus',
      'decisionSupportTool',
    ],
  },
  { heading: 'Continuity', facts: ['criticality', 'downtimeProcedure'] },
  { heading: 'Notes', facts: ['notes'] },
];

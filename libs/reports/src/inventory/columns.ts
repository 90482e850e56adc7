import { type AiSystemFacts, type FactName, IDENTIFIERS, type Identifier } from '@attestry/domain/ai-systems/facts.ts';
import { TIER_LABELS } from '@attestry/domain/ai-systems/risk-tier.ts';
import { CHOICES, type ChoiceFact, FACT_LABELS } from '@attestry/domain/ai-systems/words.ts';
import { type TableColumn, withoutGuard } from '../table/columns.ts';
import type { ReportSystem } from './input.ts';
import { choiceLabel } from './labels.ts';

/** A column of the exported list. Those with a `fact` are read back by the import under the same heading. */
export interface InventoryColumn extends TableColumn<ReportSystem> {
  readonly fact?: FactName;
}

const WIDE: ReadonlySet<FactName> = new Set([
  'name',
  'purpose',
  'minimumNecessary',
  'humanOversight',
  'downtimeProcedure',
  'notes',
]);

export const INVENTORY_COLUMNS: readonly InventoryColumn[] = [
  { header: 'ID', kind: 'text', width: 38, cell: ({ id }) => id },
  ...(Object.keys(FACT_LABELS) as FactName[]).map(factColumn),
  { header: 'Risk tier', kind: 'number', width: 9, cell: ({ tier }) => tier.tier },
  { header: 'Risk tier means', kind: 'text', width: 26, cell: ({ tier }) => TIER_LABELS[tier.tier] },
  {
    header: 'Risk tier because',
    kind: 'text',
    width: 44,
    cell: ({ tier }) => tier.reasons.map(({ text }) => text).join(' '),
  },
  { header: 'Retired on', kind: 'date', width: 12, cell: ({ retiredOn }) => retiredOn },
  { header: 'Retired because', kind: 'text', width: 30, cell: ({ retiredReason }) => retiredReason ?? '' },
  { header: 'Recorded at', kind: 'instant', width: 26, cell: ({ createdAt }) => createdAt },
  { header: 'Changed at', kind: 'instant', width: 26, cell: ({ updatedAt }) => updatedAt },
];

/** The fact that a cell of an exported list says; throws with the reason when it says none. */
export function readCell<Fact extends FactName>(fact: Fact, cell: string): AiSystemFacts[Fact] {
  const text = withoutGuard(cell);
  return read(fact, text) as AiSystemFacts[Fact];
}

function read(fact: FactName, text: string): unknown {
  if (fact === 'identifiers')
    return text
      .split(/\s*[;,]\s*/)
      .filter(Boolean)
      .map(identifierOf);
  if (fact === 'liveSince' || fact === 'nextReviewOn') return text === '' ? null : text;
  if (!(fact in CHOICES)) return text;
  const wanted = text.toLowerCase();
  const choice = Object.entries(CHOICES[fact as ChoiceFact]).find(
    ([key, label]) => key === wanted || label.toLowerCase() === wanted,
  );
  if (!choice) throw new TypeError(`${FACT_LABELS[fact]}: "${text.slice(0, 40)}" is not one of its choices`);
  return choice[0];
}

function identifierOf(text: string): Identifier {
  const letter = text.slice(0, 1).toUpperCase();
  if (!Object.hasOwn(IDENTIFIERS, letter))
    throw new TypeError(`Identifiers: "${text.slice(0, 40)}" is not a letter A to R`);
  return letter as Identifier;
}

function factColumn(fact: FactName): InventoryColumn {
  const column = { header: FACT_LABELS[fact], fact, width: WIDE.has(fact) ? 44 : 22 };
  if (fact === 'identifiers')
    return { ...column, kind: 'list', cell: ({ identifiers }) => [...identifiers].sort().join('; ') };
  if (fact === 'liveSince' || fact === 'nextReviewOn')
    return { ...column, kind: 'date', width: 12, cell: (system) => system[fact] };
  if (fact in CHOICES)
    return { ...column, kind: 'choice', cell: (system) => choiceLabel(fact as ChoiceFact, system[fact]) };
  return { ...column, kind: 'text', cell: (system) => system[fact] as string };
}

import { STAGES } from '@attestry/domain/ai-systems/facts.ts';
import { TIER_LABELS, TIERS } from '@attestry/domain/ai-systems/risk-tier.ts';
import { YES_NO_UNKNOWN } from '@attestry/domain/yes-no-unknown.ts';
import type { ReportSystem } from './input.ts';
import { choiceLabel } from './labels.ts';

/** The systems counted by stage, use of PHI and tier. Every system falls in one row of each table: sums equal the total. */
export function countTables(systems: readonly ReportSystem[]) {
  return [byStage(systems), byPhi(systems), byTier(systems)];
}

interface CountRow {
  readonly label: string;
  readonly count: number;
  readonly mark: string;
  readonly tier: number;
}

function byStage(systems: readonly ReportSystem[]) {
  const rows = STAGES.map((stage) =>
    row(choiceLabel('stage', stage), systems.filter((system) => system.stage === stage).length),
  );
  return countTable('By stage', 'Stage', rows);
}

function byPhi(systems: readonly ReportSystem[]) {
  const rows = YES_NO_UNKNOWN.map((phi) => ({
    ...row(PHI_ROWS[phi], systems.filter((system) => system.phi === phi).length),
    mark: phi,
  }));
  return countTable('By use of PHI', 'PHI', rows);
}

function byTier(systems: readonly ReportSystem[]) {
  const rows = TIERS.map((tier) => ({
    ...row(`${tier}  ${TIER_LABELS[tier]}`, systems.filter((system) => system.tier.tier === tier).length),
    tier,
  }));
  return countTable('By risk tier', 'Tier', rows);
}

const PHI_ROWS = { yes: 'Used', no: 'Not used', unknown: 'Unknown' };
const row = (label: string, count: number): CountRow => ({ label, count, mark: '', tier: 0 });
const countTable = (caption: string, heading: string, rows: CountRow[]) => ({
  caption,
  heading,
  rows,
  total: rows.reduce((sum, { count }) => sum + count, 0),
});

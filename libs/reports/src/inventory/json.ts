import { STAGES } from '@attestry/domain/ai-systems/facts.ts';
import { TIER_RULE_VERSION, TIERS } from '@attestry/domain/ai-systems/risk-tier.ts';
import { YES_NO_UNKNOWN } from '@attestry/domain/yes-no-unknown.ts';
import { checkHead, type ReportHead } from '../head.ts';
import { batches, type Rows } from '../table/csv.ts';
import { startFingerprint } from '../table/fingerprint.ts';
import { checked } from './csv.ts';
import type { ReportSystem } from './input.ts';

export const INVENTORY_SCHEMA = { name: 'attestry.ai-system-inventory', version: 1 } as const;

/** The list as JSON, in pieces; counts and fingerprint stand at the end, when all systems went by. */
export async function* inventoryJson(head: ReportHead, systems: Rows<ReportSystem>): AsyncGenerator<string> {
  checkHead(head);
  const { organization, asOf, generatedAt, preparedBy, scope } = head;
  const counts = startCounts();
  const fingerprint = startFingerprint(head);
  const { name, kind, timeZone } = organization;
  const opening = {
    schema: INVENTORY_SCHEMA,
    organization: { name, kind, timeZone },
    asOf,
    generatedAt,
    preparedBy,
    scope,
  };
  yield `${JSON.stringify({ ...opening, tierRuleVersion: TIER_RULE_VERSION }).slice(0, -1)},"systems":[`;
  let separator = '\n';
  for await (const batch of batches(checked(systems), 200)) {
    for (const system of batch) {
      counts.add(system);
      fingerprint.add(system);
    }
    yield separator + batch.map((system) => JSON.stringify(system)).join(',\n');
    separator = ',\n';
  }
  yield `\n],"counts":${JSON.stringify(counts.result())},"fingerprint":${JSON.stringify({ algorithm: 'SHA-256', value: fingerprint.hex() })}}\n`;
}

function startCounts() {
  const zeros = <Key extends string | number>(keys: readonly Key[]) =>
    new Map<Key, number>(keys.map((key) => [key, 0]));
  const [stage, phi, tier] = [zeros(STAGES), zeros(YES_NO_UNKNOWN), zeros(TIERS)];
  let total = 0;
  const raise = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    add(system: ReportSystem) {
      total++;
      raise(stage, system.stage);
      raise(phi, system.phi);
      raise(tier, system.tier.tier);
    },
    result: () => ({
      total,
      stage: Object.fromEntries(stage),
      phi: Object.fromEntries(phi),
      tier: Object.fromEntries(tier),
    }),
  };
}

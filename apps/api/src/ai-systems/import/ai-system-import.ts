import type { AiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { changesOfImport } from '@attestry/domain/ai-systems/import/diff.ts';
import { AI_SYSTEM_TABLE } from '@attestry/domain/ai-systems/import/fields.ts';
import { mappingSchema } from '@attestry/domain/import/mapping.ts';
import type { ImportedEntity, ImportKind } from '../../import/import-kind.ts';
import type { Transaction } from '../../kernel/transaction.ts';
import { AiSystem } from '../ai-system.entity.ts';
import { withTier } from '../ai-system-write.ts';
import type { SaidOfSystem } from './read-rows.ts';

/** AI systems from a table: one row, one system. */
export const AI_SYSTEM_IMPORT: ImportKind = {
  kind: 'ai_system',
  mapping: (headers) => mappingSchema(AI_SYSTEM_TABLE, headers),
  readings: { scan: 'scan-ai-systems', read: 'ai-system-rows' },
  register: 'the inventory',
  entities: async (tx) => [systems(tx)],
};

const systems = (tx: Transaction): ImportedEntity<AiSystem, SaidOfSystem> => ({
  entity: 'ai_system',
  type: AiSystem,
  words: ['AI system', 'AI systems'],

  async find(records) {
    const rows = await tx.query<{ key: string; id: string }>(
      'SELECT import_key AS key, id FROM app.ai_system WHERE import_key = ANY ($1)',
      [records.map(({ key }) => key)],
    );
    return new Map(rows.map(({ key, id }) => [key, id]));
  },

  /** A fact that the source still says, and a person corrected since, stays as the person left it. */
  plan({ said }, { present, last }) {
    if (!present || present.withdrawnAt) return { outcome: 'create', changes: [], remarks: [] };
    const changes = changesOfImport(present, last?.forPresent ?? {}, said.forPresent);
    return { outcome: changes.length > 0 ? 'update' : 'unchanged', changes, remarks: [] };
  },

  made: ({ forNew }) => withTier(forNew),

  changed(present, changes) {
    const facts = { ...present, ...changes } as AiSystem & AiSystemFacts;
    const { tier, tierRuleVersion } = withTier(facts);
    return { tier, tierRuleVersion, ...(facts.stage !== 'retired' && { retiredOn: null, retiredReason: '' }) };
  },

  async inUse(ids) {
    const rows = await tx.query<{ id: string }>(
      'SELECT DISTINCT ai_system_id AS id FROM app.phi_flow WHERE ai_system_id = ANY ($1) AND withdrawn_at IS NULL',
      [ids],
    );
    return new Map(rows.map(({ id }) => [id, 'PHI flows are recorded of it']));
  },
});

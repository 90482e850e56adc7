import { AI_SYSTEM_TABLE } from '@attestry/domain/ai-systems/import/fields.ts';
import { IMPORT_PERMISSIONS } from '@attestry/domain/import/kinds.ts';
import { ImportPage as AnyImportPage } from '../../import/import-page.tsx';
import { ImportsPage as AnyImportsPage } from '../../import/imports-page.tsx';
import type { KindOnPage } from '../../import/kind-on-page.ts';
import { FactChanges } from '../facts/fact-changes.tsx';

const AI_SYSTEMS: KindOnPage = {
  kind: 'ai_system',
  table: AI_SYSTEM_TABLE,
  first: ['name'],
  permissions: IMPORT_PERMISSIONS.ai_system,
  paths: { imports: '/ai-systems/import', register: '/ai-systems' },
  words: {
    title: 'Import AI systems',
    about: 'From a table: one row a system.',
    importing: 'import AI systems',
    seeing: 'see imports of AI systems',
    toRegister: 'To the AI systems',
    register: 'the inventory',
    undoing: ', except where somebody changed them since or PHI flows are recorded',
  },
  entities: {
    ai_system: { words: ['system', 'systems'], path: (id) => `/ai-systems/${id}`, Changes: FactChanges },
  },
};

export const ImportsPage = () => <AnyImportsPage kind={AI_SYSTEMS} />;
export const ImportPage = () => <AnyImportPage kind={AI_SYSTEMS} />;

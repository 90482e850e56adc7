import { IMPORT_PERMISSIONS } from '@attestry/domain/import/kinds.ts';
import { VENDOR_TABLE } from '@attestry/domain/vendors/import/fields.ts';
import { ImportPage as AnyImportPage } from '../../import/import-page.tsx';
import { ImportsPage as AnyImportsPage } from '../../import/imports-page.tsx';
import type { KindOnPage } from '../../import/kind-on-page.ts';
import { type FactChange, FactChanges } from '../../ui/fact-changes.tsx';
import { FactValue } from '../facts/fact-value.tsx';
import { labelOf } from '../facts/fact-words.ts';
import { LookAlikes } from './look-alikes.tsx';

const changesOf =
  (record: string) =>
  ({ changes }: { changes: readonly FactChange[] }) => (
    <FactChanges changes={changes} labelOf={(fact) => labelOf(fact, record)} Value={FactValue} />
  );

const VENDORS: KindOnPage = {
  kind: 'vendor',
  table: VENDOR_TABLE,
  first: ['vendorName', 'serviceName'],
  permissions: IMPORT_PERMISSIONS.vendor,
  paths: { imports: '/vendors/import', register: '/vendors' },
  words: {
    title: 'Import vendors',
    about: 'From a table of vendors or of products: the rows of one vendor become one vendor with its services.',
    importing: 'import vendors',
    seeing: 'see imports of vendors',
    toRegister: 'To the vendors',
    register: 'the register',
    undoing: ', except what somebody changed since, or what an agreement, a PHI flow or a subprocessor link uses',
  },
  entities: {
    vendor: { words: ['vendor', 'vendors'], path: (id) => `/vendors/${id}`, Changes: changesOf('vendor') },
    service: { words: ['service', 'services'], Changes: changesOf('service') },
  },
  Afterwards: LookAlikes,
};

export const ImportsPage = () => <AnyImportsPage kind={VENDORS} />;
export const ImportPage = () => <AnyImportPage kind={VENDORS} />;

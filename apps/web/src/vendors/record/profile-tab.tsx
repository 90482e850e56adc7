import { VENDOR_LABELS } from '@attestry/domain/vendors/facts.ts';
import { FactGroups } from '../../ui/fact-groups.tsx';
import { VENDOR_GROUPS } from '../facts/fact-set.ts';
import { FactValue } from '../facts/fact-value.tsx';
import type { VendorOnPage } from './vendor-on-page.ts';

/** The vendor's own facts, grouped as people think of them; the name stands above. */
export const ProfileTab = ({ vendor }: { vendor: VendorOnPage }) => (
  <FactGroups
    groups={VENDOR_GROUPS.map(({ title, facts }) => ({
      title,
      facts: facts
        .filter((fact) => fact !== 'name')
        .map((fact) => ({
          fact,
          label: VENDOR_LABELS[fact],
          value: <FactValue fact={fact} value={vendor[fact]} />,
        })),
    }))}
  />
);

import { Link } from '@tanstack/react-router';
import { useAsOf } from '../../shell/use-as-of.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { HistoryTab } from './history-tab.tsx';
import type { VendorOnPage } from './vendor-on-page.ts';

/** Two records turned out to be one vendor: this one holds nothing any more, and says where everything is. */
export function MergedVendor({ vendor, into }: { vendor: VendorOnPage; into: { id: string; name: string } }) {
  const { asOf } = useAsOf();
  return (
    <>
      <PageHeader
        title={vendor.name}
        state={
          <>
            Merged into{' '}
            <Link to="/vendors/$id" params={{ id: into.id }} search={asOf ? { asOf } : {}}>
              {into.name}
            </Link>
            : its services, agreements, documents and answers are there. Nothing is recorded here any more; what was,
            stays in its history.
          </>
        }
      />
      <Section title="History">
        <HistoryTab id={vendor.id} name={vendor.name} asOf={asOf} />
      </Section>
    </>
  );
}

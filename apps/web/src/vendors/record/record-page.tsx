import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { VendorPageDocument } from '../../generated/graphql.ts';
import { failureOf, isFailure } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { NoPermission } from '../../shell/no-permission.tsx';
import { useOfferedCommands } from '../../shell/offered-commands.ts';
import { useRecordTitle } from '../../shell/page-title.ts';
import { query } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageShape } from '../../ui/shapes.tsx';
import { ServiceDialog } from '../form/service-dialog.tsx';
import { MergedVendor } from './merged-vendor.tsx';
import { OffboardDialog } from './offboard-dialog.tsx';
import { RecordState } from './record-state.tsx';
import { RecordTabs } from './record-tabs.tsx';
import { useFlows } from './use-flows.ts';
import type { VendorOnPage } from './vendor-on-page.ts';

const route = getRouteApi('/signed-in/vendors/$id');

export function RecordPage() {
  const { id } = route.useParams();
  const { asOf } = useAsOf();
  const { data, error, refetch } = useQuery(query(VendorPageDocument, { id, asOf }));
  useRecordTitle(data?.vendor?.name);
  if (isFailure(error, 'FORBIDDEN')) return <NoPermission to="read the register of vendors" />;
  if (error && !data) return <FailureState failure={failureOf(error)} heading="h1" again={() => void refetch()} />;
  if (!data) return <PageShape />;
  const { vendor } = data;
  if (!vendor) return asOf ? <NotThen asOf={asOf} /> : <NoSuchVendor />;
  const { mergedInto } = vendor;
  return mergedInto ? <MergedVendor vendor={vendor} into={mergedInto} /> : <VendorRecord key={id} vendor={vendor} />;
}

function VendorRecord({ vendor }: { vendor: VendorOnPage }) {
  const { asOf, readOnly } = useAsOf();
  const flows = useFlows(vendor.id, asOf);
  const [adding, setAdding] = useState(false);
  const [offboarding, setOffboarding] = useState(false);
  const open = !readOnly && !vendor.offboardedOn;
  const may = {
    add: useMay('service.create') && open,
    offboard: useMay('vendor.offboard') && open,
    update: useMay('vendor.update') && !readOnly,
  };
  useOfferedCommands(
    useMemo(
      () => [
        ...(may.add ? [{ name: 'Add a service to this vendor', run: () => setAdding(true) }] : []),
        ...(may.offboard ? [{ name: 'Offboard this vendor', run: () => setOffboarding(true) }] : []),
      ],
      [may.add, may.offboard],
    ),
  );
  return (
    <>
      <PageHeader
        title={vendor.name}
        state={<RecordState vendor={vendor} flows={flows.data} />}
        actions={
          <>
            {may.offboard && (
              <Button variant="default" onClick={() => setOffboarding(true)}>
                Offboard…
              </Button>
            )}
            {may.add && (
              <Button variant="default" onClick={() => setAdding(true)}>
                Add a service
              </Button>
            )}
            {may.update && (
              <Button component={Link} to="/vendors/$id/edit" params={{ id: vendor.id } as never}>
                Edit
              </Button>
            )}
          </>
        }
      />
      <RecordTabs vendor={vendor} flows={flows} addService={() => setAdding(true)} />
      <ServiceDialog vendorId={vendor.id} opened={adding} onClose={() => setAdding(false)} />
      <OffboardDialog vendor={vendor} opened={offboarding} onClose={() => setOffboarding(false)} />
    </>
  );
}

const NotThen = ({ asOf }: { asOf: string }) => (
  <EmptyState heading="h1" title={`This vendor was not recorded by ${dayText(asOf)}`}>
    Look at a later day, or at today.
  </EmptyState>
);

const NoSuchVendor = () => (
  <EmptyState
    heading="h1"
    title="There is no such vendor"
    action={
      <Button component={Link} to="/vendors" variant="default">
        To the list of vendors
      </Button>
    }
  >
    It may belong to another organization, or the import that made it was taken back.
  </EmptyState>
);

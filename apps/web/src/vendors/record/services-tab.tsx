import { Button } from '@mantine/core';
import { useState } from 'react';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { useMay, useToday } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { counted } from '../../ui/words.ts';
import { ServiceDialog } from '../form/service-dialog.tsx';
import { coverageToday } from './coverage-today.ts';
import classes from './record.module.css';
import { RemoveServiceDialog } from './remove-service-dialog.tsx';
import { ServiceLine } from './service-line.tsx';
import { inUse } from './state-words.ts';
import type { useFlows } from './use-flows.ts';
import type { ServiceOnPage, VendorOnPage } from './vendor-on-page.ts';

type Dialog = { readonly kind: 'edit' | 'remove'; readonly id: string };

/** What the vendor provides, and how each service is covered on the day. */
export function ServicesTab({
  vendor,
  flows,
  add,
}: {
  vendor: VendorOnPage;
  flows: ReturnType<typeof useFlows>;
  add: () => void;
}) {
  const today = useToday();
  const { asOf, readOnly } = useAsOf();
  const mayAdd = useMay('service.create') && !readOnly && !vendor.offboardedOn;
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const services = inUse(vendor.services);
  const removed = vendor.services.filter(({ removedOn }) => removedOn);
  if (flows.isLoading) return <RowsShape rows={4} />;
  const coverage = flows.data && coverageToday(flows.data);
  // The record as it is by now: a command on an older version would be refused.
  const chosen = vendor.services.find(({ id }) => id === dialog?.id);
  const lines = (of: readonly ServiceOnPage[]) =>
    of.map((service) => (
      <ServiceLine
        key={service.id}
        service={service}
        agreements={vendor.agreements}
        coverage={coverage ? (coverage.get(service.id) ?? 'no flow') : 'not read'}
        day={asOf ?? today}
        edit={() => setDialog({ kind: 'edit', id: service.id })}
        remove={() => setDialog({ kind: 'remove', id: service.id })}
      />
    ));
  return (
    <>
      {flows.error && <FailureState failure={failureOf(flows.error)} again={() => void flows.refetch()} />}
      {services.length === 0 ? (
        <EmptyState title="No services are recorded" action={mayAdd && <Button onClick={add}>Add a service</Button>}>
          An agreement covers services, and PHI flows to services: a product, or the part of one that you use.
        </EmptyState>
      ) : (
        <DataTable label={`Services of ${vendor.name}`} head={<Head />}>
          {lines(services)}
        </DataTable>
      )}
      {removed.length > 0 && (
        <details className={classes.folded}>
          <summary>{counted(removed.length, 'removed service')}</summary>
          <DataTable label={`Removed services of ${vendor.name}`} head={<Head />}>
            {lines(removed)}
          </DataTable>
        </details>
      )}
      <ServiceDialog vendorId={vendor.id} service={chosen} opened={dialog?.kind === 'edit'} onClose={close} />
      <RemoveServiceDialog service={dialog?.kind === 'remove' ? chosen : undefined} onClose={close} />
    </>
  );
}

const Head = () => (
  <>
    <th>Service</th>
    <th>Receives PHI</th>
    <th>Uses AI</th>
    <th>Listed in</th>
    <th>Cover on this day</th>
    <th className="fit">
      <span className={classes.said}>Commands</span>
    </th>
  </>
);

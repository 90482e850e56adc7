import type { VendorFacts } from '@attestry/domain/vendors/facts.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { UpdateVendorDocument, VendorForEditDocument, type VendorForEditQuery } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { execute } from '../../shell/client.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { EditForm } from '../../shell/form/edit-form.tsx';
import { lastSave, type ReadRecord } from '../../shell/form/read-record.ts';
import { NoPermission } from '../../shell/no-permission.tsx';
import { useRecordTitle } from '../../shell/page-title.ts';
import { useCommand } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageShape } from '../../ui/shapes.tsx';
import { VENDOR_FACTS } from '../facts/fact-set.ts';
import { FactInput } from './fact-input.tsx';

const route = getRouteApi('/signed-in/vendors/$id/edit');

export function EditPage() {
  const { id } = route.useParams();
  const mayUpdate = useMay('vendor.update');
  // Read once when editing begins: what is asked for again behind a form would change the version under it.
  const { data, error, refetch } = useQuery({
    queryKey: ['vendor-for-edit', id],
    queryFn: ({ signal }) => execute(VendorForEditDocument, { id }, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useRecordTitle(data?.vendor ? `Edit ${data.vendor.name}` : undefined);
  if (!mayUpdate) return <NoPermission to="change vendors" />;
  if (error && !data) return <FailureState failure={failureOf(error)} heading="h1" again={() => void refetch()} />;
  if (!data) return <PageShape />;
  if (!data.vendor) return <EmptyState heading="h1" title="There is no such vendor" />;
  const { mergedInto } = data.vendor;
  if (mergedInto)
    return (
      <EmptyState heading="h1" title={`${data.vendor.name} was merged into ${mergedInto.name}`}>
        Its facts are kept as they were.{' '}
        <Link to="/vendors/$id" params={{ id: mergedInto.id }}>
          Go to {mergedInto.name}
        </Link>
        .
      </EmptyState>
    );
  return <EditVendor key={id} vendor={data.vendor} />;
}

type ReadVendor = NonNullable<VendorForEditQuery['vendor']>;

function EditVendor({ vendor }: { vendor: ReadVendor }) {
  const update = useCommand(UpdateVendorDocument);
  const { id } = vendor;
  return (
    <EditForm
      set={VENDOR_FACTS}
      read={asRead(vendor)}
      state="Its services, agreements and documents are on its own page."
      input={(fact, field) => <FactInput key={fact} fact={fact} {...field} />}
      save={(facts, on) => update.mutateAsync({ input: { id, facts, ...on } })}
      readAgain={async () => {
        const { vendor: now } = await execute(VendorForEditDocument, { id });
        return now ? asRead(now) : undefined;
      }}
      back={`/vendors/${id}`}
    />
  );
}

function asRead(vendor: ReadVendor): ReadRecord<VendorFacts> {
  const facts = Object.fromEntries(VENDOR_FACTS.names.map((fact) => [fact, vendor[fact] ?? null]));
  return {
    version: vendor.version,
    name: vendor.name,
    facts: facts as VendorFacts,
    last: lastSave(vendor.history.nodes, 'vendor'),
  };
}

import type { AgreementTerms } from '@attestry/domain/agreements/facts.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import {
  AgreementForEditDocument,
  type AgreementForEditQuery,
  UpdateAgreementDocument,
} from '../../generated/graphql.ts';
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
import { AGREEMENT_TERMS } from '../facts/fact-set.ts';
import { TermInput } from './term-input.tsx';

const route = getRouteApi('/signed-in/agreements/$id/edit');

export function EditPage() {
  const { id } = route.useParams();
  const mayUpdate = useMay('agreement.update');
  // Read once when editing begins: what is asked for again behind a form would change the version under it.
  const { data, error, refetch } = useQuery({
    queryKey: ['agreement-for-edit', id],
    queryFn: ({ signal }) => execute(AgreementForEditDocument, { id }, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useRecordTitle(data?.agreement ? `Edit ${data.agreement.title}` : undefined);
  if (!mayUpdate) return <NoPermission to="change agreements" />;
  // A failed refetch does not take away what is shown, or typed.
  if (error && !data) return <FailureState failure={failureOf(error)} heading="h1" again={() => void refetch()} />;
  if (!data) return <PageShape />;
  if (!data.agreement) return <EmptyState heading="h1" title="There is no such agreement" />;
  return <EditAgreement key={id} agreement={data.agreement} />;
}

type ReadAgreement = NonNullable<AgreementForEditQuery['agreement']>;

function EditAgreement({ agreement }: { agreement: ReadAgreement }) {
  const update = useCommand(UpdateAgreementDocument);
  const { id } = agreement;
  return (
    <EditForm
      set={AGREEMENT_TERMS}
      read={asRead(agreement)}
      state="Its terms. Signatures, notice and the end are recorded by commands on its page; what it lists, under Services."
      input={(fact, { value, error, change }) => (
        <TermInput key={fact} fact={fact} value={value} error={error} change={change} />
      )}
      save={(facts, on) => update.mutateAsync({ input: { id, facts, ...on } })}
      readAgain={async () => {
        const { agreement: now } = await execute(AgreementForEditDocument, { id });
        return now ? asRead(now) : undefined;
      }}
      back={`/agreements/${id}`}
    />
  );
}

function asRead(agreement: ReadAgreement): ReadRecord<AgreementTerms> {
  const facts = Object.fromEntries(AGREEMENT_TERMS.names.map((fact) => [fact, agreement[fact] ?? null]));
  return {
    version: agreement.version,
    name: agreement.title,
    facts: facts as AgreementTerms,
    last: lastSave(agreement.history.nodes, 'agreement'),
  };
}

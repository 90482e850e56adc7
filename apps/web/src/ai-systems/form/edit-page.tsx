import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AiSystemForEditDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { execute } from '../../shell/client.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { NoPermission } from '../../shell/no-permission.tsx';
import { useRecordTitle } from '../../shell/page-title.ts';
import { useMay } from '../../shell/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageShape } from '../../ui/shapes.tsx';
import { EditForm } from './edit-form.tsx';

const route = getRouteApi('/signed-in/ai-systems/$id/edit');

export function EditPage() {
  const { id } = route.useParams();
  const mayUpdate = useMay('ai-system.update');
  // Read once when editing begins: what is asked for again behind a form would change the version under it.
  const { data, error, refetch } = useQuery({
    queryKey: ['ai-system-for-edit', id],
    queryFn: ({ signal }) => execute(AiSystemForEditDocument, { id }, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useRecordTitle(data?.aiSystem ? `Edit ${data.aiSystem.name}` : undefined);
  if (!mayUpdate) return <NoPermission to="change AI systems" />;
  // A failed refetch does not take away what is shown, or typed.
  if (error && !data) return <FailureState failure={failureOf(error)} heading="h1" again={() => void refetch()} />;
  if (!data) return <PageShape />;
  if (!data.aiSystem) return <EmptyState title="There is no such AI system" />;
  return <EditForm key={id} read={data.aiSystem} />;
}

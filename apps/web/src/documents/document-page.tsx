import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DocumentOnPageDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { NoPermission } from '../shell/no-permission.tsx';
import { useRecordTitle } from '../shell/page-title.ts';
import { query } from '../shell/queries.ts';
import { useMay } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PageShape } from '../ui/shapes.tsx';
import { DocumentViewer } from './document-viewer.tsx';

const route = getRouteApi('/signed-in/documents/$id/view');

/** A document at an address of its own. */
export function DocumentPage() {
  return useMay('document.read') ? <Found /> : <NoPermission to="read documents" />;
}

function Found() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(query(DocumentOnPageDocument, { id }));
  useRecordTitle(data?.document?.name);
  if (error) return <FailureState failure={failureOf(error)} heading="h1" again={() => void refetch()} />;
  if (!data) return <PageShape />;
  if (!data.document)
    return (
      <EmptyState heading="h1" title="There is no such document">
        It may belong to another organization.
      </EmptyState>
    );
  return (
    <>
      <PageHeader title={data.document.name} />
      <DocumentViewer documentId={id} named={false} />
    </>
  );
}

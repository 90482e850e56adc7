import { formatOf } from '@attestry/domain/documents/formats.ts';
import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { DocumentOnPageDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { query } from '../shell/queries.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { RowsShape } from '../ui/shapes.tsx';
import { DocumentFacts } from './document-facts.tsx';
import type { DocumentShown } from './document-shown.ts';
import classes from './document-viewer.module.css';
import { TextView } from './text-view.tsx';

/** PDF.js is as large as the rest of the client: it is loaded when a PDF is looked at. */
const PdfView = lazy(() => import('./pdf-view.tsx').then(({ PdfView: component }) => ({ default: component })));

interface Props {
  documentId: string;
  /** Says what the file is called; a page that has the name as its title does not repeat it. */
  named?: boolean;
}

/** A document as it was received, with what could be read of it. A page of somebody else's is never drawn as a page. */
export function DocumentViewer({ documentId, named = true }: Props) {
  const { data, error, refetch } = useQuery(query(DocumentOnPageDocument, { id: documentId }));
  if (error) return <FailureState failure={failureOf(error)} again={() => void refetch()} />;
  if (!data) return <RowsShape />;
  if (!data.document)
    return <EmptyState title="There is no such document">It may belong to another organization.</EmptyState>;
  // Another document starts at its first page, in its first view.
  return <Shown key={data.document.id} document={data.document} named={named} />;
}

function Shown({ document, named }: { document: DocumentShown; named: boolean }) {
  const looks = LOOKS[formatOf(document.mediaType) ?? ''];
  const [view, setView] = useState(looks ?? 'Text');
  return (
    <div className={classes.viewer}>
      <DocumentFacts document={document} named={named} />
      <div className={classes.bar}>
        {looks && (
          <SegmentedControl
            aria-label="View"
            size="xs"
            data={[looks, 'Text']}
            value={view}
            onChange={(chosen) => setView(chosen)}
          />
        )}
        <Button
          component="a"
          href={`/documents/${document.id}`}
          download={document.name}
          variant="default"
          size="compact-md"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        >
          Download
        </Button>
      </div>
      <Suspense fallback={<RowsShape />}>
        {view === 'Pages' ? (
          <PdfView document={document} />
        ) : view === 'Picture' ? (
          <img className={classes.picture} src={`/documents/${document.id}`} alt={document.name} />
        ) : (
          <TextView document={document} />
        )}
      </Suspense>
    </div>
  );
}

/** Formats that can be looked at; of all others the text is shown. */
const LOOKS: Readonly<Record<string, 'Pages' | 'Picture'>> = { pdf: 'Pages', png: 'Picture', jpeg: 'Picture' };

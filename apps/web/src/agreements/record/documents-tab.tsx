import { Button } from '@mantine/core';
import { useState } from 'react';
import { DocumentViewer } from '../../documents/document-viewer.tsx';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { AgreementOnPage, Filed } from './agreement-on-page.ts';
import { DocumentVersions } from './document-versions.tsx';
import classes from './documents-tab.module.css';
import { FileDocument } from './file-document.tsx';
import { versionsOf } from './versions.ts';
import { WithdrawDocumentDialog } from './withdraw-document-dialog.tsx';

/** Files of the agreement with their versions; the one that is open is shown beside the list. */
export function DocumentsTab({
  agreement,
  file,
  open,
}: {
  agreement: AgreementOnPage;
  file: string | undefined;
  open: (file: string | undefined) => void;
}) {
  const may = useMay('agreement.file-document') && !useAsOf().readOnly;
  const [replacing, setReplacing] = useState<Filed>();
  const [withdrawing, setWithdrawing] = useState<Filed>();
  const { documents } = agreement;
  const shown = documents.find(({ id }) => id === file);
  return (
    <div className={classes.place} data-open={shown !== undefined || undefined}>
      <div className={classes.list}>
        {may && (
          <FileDocument
            // A new version is another form than a new document.
            key={replacing?.id ?? 'new'}
            agreementId={agreement.id}
            replacing={replacing}
            done={(filed) => {
              setReplacing(undefined);
              if (filed) open(filed);
            }}
          />
        )}
        {documents.length === 0 && (
          <EmptyState title="No document is filed">
            File drafts while it is negotiated and the signed agreement when it is: an agreement without its file proves
            nothing to an auditor.
          </EmptyState>
        )}
        {versionsOf(documents).map((versions) => (
          <DocumentVersions
            key={versions.last.id}
            versions={versions}
            shown={shown?.id}
            open={open}
            replace={may ? setReplacing : undefined}
            withdraw={may ? setWithdrawing : undefined}
          />
        ))}
      </div>
      {shown && (
        <section className={classes.viewer} aria-label={shown.title}>
          <div className={classes.viewerHead}>
            <h2>{shown.title}</h2>
            <Button size="compact-sm" variant="subtle" onClick={() => open(undefined)}>
              Close
            </Button>
          </div>
          <DocumentViewer documentId={shown.document.id} />
        </section>
      )}
      <WithdrawDocumentDialog filed={withdrawing} onClose={() => setWithdrawing(undefined)} />
    </div>
  );
}

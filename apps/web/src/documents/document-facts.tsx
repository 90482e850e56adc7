import { FORMATS, formatOf } from '@attestry/domain/documents/formats.ts';
import { InstantText } from '../ui/date-text.tsx';
import { counted, sizeText } from '../ui/words.ts';
import type { DocumentShown } from './document-shown.ts';
import classes from './document-viewer.module.css';

/** What the file is, where it came from, and the fingerprint that proves that it did not change. */
export function DocumentFacts({ document, named }: { document: DocumentShown; named: boolean }) {
  const { name, mediaType, size, sha256, receivedAt, receivedFrom, text } = document;
  const format = formatOf(mediaType);
  return (
    <dl className={classes.facts}>
      {named && (
        <div>
          <dt>File</dt>
          <dd>{name}</dd>
        </div>
      )}
      <div>
        <dt>Kind</dt>
        <dd>
          {format ? FORMATS[format].label : mediaType}, {sizeText(size)}
          {text.pageCount !== null &&
            text.pageCount !== undefined &&
            `, ${counted(text.pageCount, PAGE[format ?? ''] ?? 'page')}`}
        </dd>
      </div>
      <div>
        <dt>Received</dt>
        <dd>
          <InstantText at={receivedAt} /> from {receivedFrom}
        </dd>
      </div>
      <div>
        <dt>SHA-256</dt>
        <dd className="mono">{sha256}</dd>
      </div>
    </dl>
  );
}

const PAGE: Readonly<Record<string, string>> = { xlsx: 'sheet' };

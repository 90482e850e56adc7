import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';
import { Document, Page, pdfjs } from 'react-pdf';
import 'react-pdf/dist/Page/TextLayer.css';
import { FailureState } from '../shell/failure-state.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { sizeText } from '../ui/words.ts';
import type { DocumentShown } from './document-shown.ts';
import classes from './document-viewer.module.css';
import { PageBar } from './page-bar.tsx';
import { useFile } from './use-file.ts';

pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href;

/** Parts that PDF.js asks for by name, from our own address; WebAssembly would need a hole in the content policy. */
const PARTS = {
  cMapUrl: '/pdf/cmaps/',
  standardFontDataUrl: '/pdf/standard_fonts/',
  wasmUrl: '/pdf/wasm/',
  useWasm: false,
};
const WIDEST = 900;

/** A PDF, one page at a time. Nothing in it runs, and its links lead nowhere: it is somebody else's file. */
export function PdfView({ document: { id, mediaType, name, size } }: { document: DocumentShown }) {
  const { blob, failure, received, again } = useFile(id, mediaType);
  const [pageCount, setPageCount] = useState<number>();
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const { ref, width } = useElementSize();
  const sheet = useRef<HTMLElement>(null);
  const measured = useMergedRef(ref, sheet);
  const options = useMemo(() => PARTS, []);
  const turnTo = (to: number) => {
    setPage(to);
    sheet.current?.scrollTo({ top: 0 });
  };
  if (failure) return <FailureState failure={failure} again={again} />;
  if (!blob)
    return (
      <ProgressBar
        label={`Loading ${name}`}
        done={received}
        total={size}
        text={`${sizeText(received)} of ${sizeText(size)}`}
      />
    );
  return (
    <>
      {pageCount !== undefined && (
        <PageBar page={page} pageCount={pageCount} setPage={turnTo} zoom={zoom} setZoom={setZoom} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too */}
      <section ref={measured} className={classes.sheet} aria-label={`Page ${page} of ${name}`} tabIndex={0}>
        <Document
          file={blob}
          options={options}
          onLoadSuccess={({ numPages }) => setPageCount(numPages)}
          loading={null}
          error={
            <EmptyState title="This PDF cannot be drawn here">
              The file is kept as it was received: download it, or look at its text.
            </EmptyState>
          }
        >
          {width > 0 && (
            <Page
              pageNumber={page}
              width={Math.min(width, WIDEST) * zoom}
              renderAnnotationLayer={false}
              loading={null}
              error={<p>This page cannot be drawn. Look at the text, or download the file.</p>}
            />
          )}
        </Document>
      </section>
    </>
  );
}

import { formatOf } from '@attestry/domain/documents/formats.ts';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { DocumentTextPagesDocument, type TextStatus } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { execute } from '../shell/client.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { RowsShape } from '../ui/shapes.tsx';
import { type Standing, Status } from '../ui/status.tsx';
import { numberText } from '../ui/words.ts';
import type { DocumentShown } from './document-shown.ts';
import classes from './document-viewer.module.css';

/** The text as it was read, page by page: what can be searched and quoted. It is shown as text, whatever it says. */
export function TextView({ document: { id, mediaType, text } }: { document: DocumentShown }) {
  if (text.status !== 'read')
    return (
      <div role="status" className={classes.notRead}>
        <Status standing={SAID[text.status].standing}>{SAID[text.status].word}</Status>
        <p>{text.problem || 'It takes a moment. This page shows it as soon as it is there.'}</p>
      </div>
    );
  const sheets = formatOf(mediaType) === 'xlsx';
  return <Pages documentId={id} pageCount={text.pageCount ?? null} word={sheets ? 'Sheet' : 'Page'} />;
}

const SAID: Record<Exclude<TextStatus, 'read'>, { standing: Standing; word: string }> = {
  waiting: { standing: 'soon', word: 'The text is being read' },
  no_text: { standing: 'unknown', word: 'No text' },
  unreadable: { standing: 'gap', word: 'The text cannot be read' },
};

interface PagesProps {
  documentId: string;
  pageCount: number | null;
  /** What a page is called. */
  word: string;
}

function Pages({ documentId, pageCount, word }: PagesProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['document-text', documentId],
    queryFn: ({ pageParam: from, signal }) => execute(DocumentTextPagesDocument, { id: documentId, from }, signal),
    initialPageParam: 1,
    getNextPageParam: (_, all) => {
      const shown = all.flatMap(({ document }) => document?.text.pages ?? []).length;
      return pageCount !== null && shown < pageCount ? shown + 1 : undefined;
    },
    // What was read of a file does not change.
    staleTime: 'static',
  });
  if (error) return <FailureState failure={failureOf(error)} again={() => void refetch()} />;
  if (!data) return <RowsShape />;
  const pages = data.pages.flatMap(({ document }) => document?.text.pages ?? []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too
    <section className={classes.text} aria-label="Text" tabIndex={0}>
      {pages.map(({ number, text }) => (
        <article key={number} aria-label={pageCount === null ? undefined : `${word} ${number}`}>
          {pageCount !== null && (
            <p className={classes.number}>
              {word} {number}
            </p>
          )}
          {text.trim() === '' ? <p className={classes.blank}>No text on it.</p> : <pre>{text}</pre>}
        </article>
      ))}
      {hasNextPage && (
        <Button variant="default" size="compact-md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more of the {numberText(pageCount ?? 0)} pages
        </Button>
      )}
    </section>
  );
}

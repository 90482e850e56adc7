import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LikelyDuplicatesDocument } from '../../generated/graphql.ts';
import { failureOf, isFailure } from '../../shell/api-error.ts';
import { execute } from '../../shell/client.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { NoPermission } from '../../shell/no-permission.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageShape } from '../../ui/shapes.tsx';
import { counted, numberText } from '../../ui/words.ts';
import classes from './duplicates.module.css';
import type { Merged } from './merge-dialog.tsx';
import { Pair } from './pair.tsx';

/** Pairs on the page at once: each is a decision to be read. */
const PAGE = 10;

/** Pairs of vendors that may be one, side by side; a person decides, never the product. */
export function DuplicatesPage() {
  const list = useInfiniteQuery({
    queryKey: ['likely-duplicates'],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(LikelyDuplicatesDocument, { first: PAGE, after: pageParam }, signal)).likelyDuplicates,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
  });
  const [merged, setMerged] = useState<Merged>();
  if (isFailure(list.error, 'FORBIDDEN')) return <NoPermission to="read the register of vendors" />;
  if (list.error)
    return <FailureState failure={failureOf(list.error)} heading="h1" again={() => void list.refetch()} />;
  if (!list.data) return <PageShape />;
  const pairs = list.data.pages.flatMap((page) => page.nodes);
  const total = list.data.pages[0]?.totalCount ?? 0;
  return (
    <>
      <PageHeader
        title="Likely duplicates"
        state={
          total > 0 &&
          `${counted(total, 'pair')} of vendors with names so alike that they may be one. Nothing is merged unless you say so.`
        }
      />
      <p role="status" className={classes.merged}>
        {merged && (
          <>
            {merged.gone} is merged into{' '}
            <Link to="/vendors/$id" params={{ id: merged.keep.id }}>
              {merged.keep.name}
            </Link>
            .
          </>
        )}
      </p>
      {total === 0 && (
        <EmptyState
          title="No vendors look alike"
          action={
            <Button component={Link} to="/vendors" variant="default">
              To the list of vendors
            </Button>
          }
        >
          Names are compared whenever a vendor is added or imported. Pairs that were kept apart are not offered again.
        </EmptyState>
      )}
      {pairs.map((pair) => (
        <Pair key={`${pair.vendor.id} ${pair.other.id}`} pair={pair} onMerged={setMerged} />
      ))}
      {list.hasNextPage && (
        <Button variant="default" mt={16} loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          More pairs ({numberText(total - pairs.length)})
        </Button>
      )}
    </>
  );
}

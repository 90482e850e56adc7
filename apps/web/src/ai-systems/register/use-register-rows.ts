import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { RegisterRowsDocument } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';
import { filterOf, type RegisterSearch, sortOf } from './register-search.ts';

/** Rows asked for at once; the API answers at most 200. */
const PAGE = 200;

/** Every row of the list, fetched a page at a time as the reader comes near it. */
export function useRegisterRows(search: RegisterSearch) {
  const pages = useInfiniteQuery(rowsQuery(search));
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.nodes) ?? [], [pages.data]);
  return { ...pages, rows, total: pages.data?.pages.at(-1)?.totalCount ?? 0 };
}

export const rowsQuery = (search: RegisterSearch) => {
  const variables = { filter: filterOf(search), ...sortOf(search), asOf: search.asOf, first: PAGE };
  return infiniteQueryOptions({
    queryKey: ['register-rows', variables],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(RegisterRowsDocument, { ...variables, after: pageParam }, signal)).aiSystems,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined),
    placeholderData: keepPreviousData,
    // Asking again asks for every page that was read; ten thousand rows are fifty of them.
    refetchOnWindowFocus: (query) => (query.state.data?.pages.length ?? 0) < 4,
  });
};

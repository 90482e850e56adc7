import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Register, RegisterRow } from './register.ts';
import { type ListSearch, listOf } from './register-search.ts';

/** Rows asked for at once; the API answers at most 200. */
const PAGE = 200;

/** Every row of the list, fetched a page at a time as the reader comes near it. */
export function useRegisterRows<Row extends RegisterRow>(register: Register<Row>, search: ListSearch) {
  const pages = useInfiniteQuery(rowsQuery(register, search));
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.nodes) ?? [], [pages.data]);
  return { ...pages, rows, total: pages.data?.pages.at(-1)?.totalCount ?? 0 };
}

const rowsQuery = <Row extends RegisterRow>(register: Register<Row>, search: ListSearch) =>
  infiniteQueryOptions({
    queryKey: ['register-rows', register.path, listOf(search)],
    queryFn: ({ pageParam, signal }) => register.read(search, { first: PAGE, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined),
    placeholderData: keepPreviousData,
    // Asking again asks for every page that was read; ten thousand rows are fifty of them.
    refetchOnWindowFocus: (query) => (query.state.data?.pages.length ?? 0) < 4,
  });

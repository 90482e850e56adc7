import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { TypedDocumentString } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';

interface PageOf<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor?: string | null; readonly hasNextPage: boolean };
}

/** A list read a page at a time; `pageIn` finds the page in the answer. */
export function usePages<Result, Variables extends { after?: string | null }, Page extends PageOf<unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Omit<Variables, 'after'>,
  pageIn: (result: Result) => Page,
) {
  const pages = useInfiniteQuery({
    queryKey: [String(document.__meta__?.hash), variables],
    queryFn: async ({ pageParam, signal }) =>
      pageIn(await execute(document, { ...variables, after: pageParam } as Variables, signal)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined),
    placeholderData: keepPreviousData,
  });
  const first = pages.data?.pages[0];
  const nodes = pages.data?.pages.flatMap((page) => page.nodes as Page['nodes'][number][]) ?? [];
  return { ...pages, first, nodes, total: first?.totalCount ?? 0 };
}

import { MutationCache, QueryClient, queryOptions, useMutation } from '@tanstack/react-query';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { isFailure } from './api-error.ts';
import { execute } from './client.ts';

export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 2 && isFailure(error, 'UNREACHABLE'),
    },
  },
  // A command may change any list, count or reason on the page: what is shown is asked for again.
  mutationCache: new MutationCache({
    onSuccess: () => queryClient.invalidateQueries(),
    // Somebody else changed it: the page shows their version, and the form keeps what was typed.
    onError: (error) => (isFailure(error, 'CONFLICT') ? queryClient.invalidateQueries() : undefined),
  }),
});

/** Options for `useQuery` and `ensureQueryData`: the key is the operation's hash and its variables. */
export const query = <Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables) =>
  queryOptions({
    queryKey: [String(document.__meta__?.hash), variables],
    queryFn: ({ signal }) => execute(document, variables, signal),
  });

/** A command. On success everything shown is asked for again. */
export const useCommand = <Result, Variables>(document: TypedDocumentString<Result, Variables>) =>
  useMutation<Result, Error, Variables>({ mutationFn: (variables) => execute(document, variables) });

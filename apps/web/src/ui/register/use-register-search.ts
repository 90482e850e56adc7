import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ListSearch } from './register-search.ts';

/** A key set to undefined leaves the address. */
export type ChangeSearch = (part: ListSearch & Record<string, unknown>) => void;

/** The list as the address has it, and how to change it. */
export function useRegisterSearch<Search extends ListSearch>(path: string): [Search, ChangeSearch] {
  const route = useMemo(() => getRouteApi(`/signed-in${path}` as '/signed-in/ai-systems'), [path]);
  const search = route.useSearch() as unknown as Search;
  const navigate = route.useNavigate();
  const change = useCallback<ChangeSearch>(
    (part) =>
      void navigate({
        search: ((before: object) => ({ ...before, ...part })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return [search, change];
}

import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { RegisterSearch } from './register-search.ts';

const route = getRouteApi('/signed-in/ai-systems');

/** The list as the address has it, and how to change it. A key set to undefined leaves the address. */
export function useRegisterSearch(): [RegisterSearch, (change: Partial<RegisterSearch>) => void] {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (part: Partial<RegisterSearch>) =>
      void navigate({
        search: ((before: RegisterSearch) => ({ ...before, ...part })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return [search, change];
}

import { useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The browser's title from the innermost page that has one. */
export function usePageTitle(): void {
  const title = useMatches({
    select: (matches) => matches.findLast((match) => match.staticData.title)?.staticData.title,
  });
  useEffect(() => setTitle(title), [title]);
}

/** The browser's title from the record's own name, once it is known. */
export function useRecordTitle(name: string | undefined): void {
  useEffect(() => {
    if (name) setTitle(name);
  }, [name]);
}

const setTitle = (title: string | undefined): void => {
  document.title = title ? `${title} · Attestry` : 'Attestry';
};

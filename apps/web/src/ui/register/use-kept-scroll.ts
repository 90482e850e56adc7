import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { type ListSearch, listOf } from './register-search.ts';

/** Where each list was left, so that coming back from a record finds the same rows. */
const places = new Map<string, number>();

export function useKeptScroll(
  scroller: RefObject<HTMLElement | null>,
  path: string,
  search: ListSearch,
  ready: boolean,
): void {
  const key = path + JSON.stringify(listOf(search));
  useLayoutEffect(() => {
    if (ready && scroller.current) scroller.current.scrollTop = places.get(key) ?? 0;
  }, [scroller, key, ready]);
  useEffect(() => {
    const box = scroller.current;
    const keep = () => places.set(key, box!.scrollTop);
    box?.addEventListener('scroll', keep, { passive: true });
    return () => box?.removeEventListener('scroll', keep);
  }, [scroller, key]);
}

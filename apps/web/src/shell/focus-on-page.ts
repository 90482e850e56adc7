import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** When another page comes, the focus goes to it, so that it is read out and Tab goes on from its beginning. */
export function useFocusOnPage(): void {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    const content = document.getElementById('content');
    if (!content?.contains(document.activeElement)) content?.focus({ preventScroll: true });
  }, [path]);
}

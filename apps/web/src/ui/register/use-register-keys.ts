import { type Dispatch, type RefObject, type SetStateAction, useEffect, useRef, useState } from 'react';
import type { RegisterRow } from './register.ts';
import { type Selection, toggled } from './selection.ts';

/** `j` and `k` move the focus from name to name, Enter follows the link as always, `x` selects. */
export function useRegisterKeys({
  rows,
  scrollTo,
  scroller,
  setSelection,
}: {
  rows: readonly RegisterRow[];
  scrollTo: (index: number) => void;
  scroller: RefObject<HTMLElement | null>;
  setSelection: Dispatch<SetStateAction<Selection>>;
}) {
  const [active, setActive] = useState(-1);
  const now = useRef({ active, rows, scrollTo });
  now.current = { active, rows, scrollTo };

  useEffect(() => {
    const go = (index: number) => {
      if (index < 0 || index >= now.current.rows.length) return;
      setActive(index);
      now.current.scrollTo(index);
      focusRow(scroller.current, index);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { active: at, rows: all } = now.current;
      if (event.key === 'j') go(at + 1);
      else if (event.key === 'k') go(Math.max(0, at - 1));
      else if (event.key === 'x' && all[at]) setSelection((before) => toggled(before, all[at]!.id));
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [scroller, setSelection]);

  return { active, setActive };
}

/** The row may come into the page only with the next frame. */
function focusRow(scroller: HTMLElement | null, index: number, tries = 10): void {
  const link = scroller?.querySelector<HTMLElement>(`tr[data-index="${index}"] th a`);
  if (link) link.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusRow(scroller, index, tries - 1));
}

/** Where a letter is text, or belongs to what floats over the page. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"]',
  ) !== null;

import { type RefObject, useEffect } from 'react';
import { isTyping } from '../../ui/register/use-register-keys.ts';

const STEPS: Record<string, 'next' | 'previous' | 'left' | 'right'> = {
  j: 'next',
  k: 'previous',
  h: 'left',
  l: 'right',
};

/** `j` and `k` move the focus from card to card, `h` and `l` from column to column; Enter follows the link as always. */
export function useBoardKeys(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      const columns = cardsByColumn(place.current);
      const to = stepFrom(
        columns.map(({ length }) => length),
        whereIs(columns, document.activeElement),
        step,
      );
      if (to) columns[to.column]?.[to.card]?.focus();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [place]);
}

export interface At {
  readonly column: number;
  readonly card: number;
}

/** Where a step leads; without a card in focus, to the first one. Empty columns are passed over. */
export function stepFrom(
  lengths: readonly number[],
  at: At | undefined,
  step: 'next' | 'previous' | 'left' | 'right',
): At | undefined {
  const first = lengths.findIndex((length) => length > 0);
  if (first < 0) return undefined;
  if (!at) return { column: first, card: 0 };
  const last = (lengths[at.column] ?? 1) - 1;
  if (step === 'next') return { ...at, card: Math.min(at.card + 1, last) };
  if (step === 'previous') return { ...at, card: Math.max(at.card - 1, 0) };
  const by = step === 'right' ? 1 : -1;
  for (let column = at.column + by; column >= 0 && column < lengths.length; column += by)
    if (lengths[column]! > 0) return { column, card: Math.min(at.card, lengths[column]! - 1) };
  return at;
}

const cardsByColumn = (place: HTMLElement | null): HTMLElement[][] =>
  [...(place?.querySelectorAll('[data-column]') ?? [])].map((column) => [
    ...column.querySelectorAll<HTMLElement>('[data-card]'),
  ]);

function whereIs(columns: readonly HTMLElement[][], focused: Element | null): At | undefined {
  const item = focused?.closest('li');
  for (const [column, cards] of columns.entries()) {
    const card = cards.findIndex((one) => item?.contains(one));
    if (item && card >= 0) return { column, card };
  }
  return undefined;
}

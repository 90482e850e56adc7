import { type Dispatch, type SetStateAction, useEffect, useRef } from 'react';
import { numberText } from '../words.ts';
import type { RegisterRow } from './register.ts';
import { type Selection, withAll } from './selection.ts';

/** Ticks every row that was read; what was not read yet cannot be chosen by accident. */
export function SelectAll({
  rows,
  many,
  selection,
  setSelection,
}: {
  rows: readonly RegisterRow[];
  /** What rows are called. */
  many: string;
  selection: Selection;
  setSelection: Dispatch<SetStateAction<Selection>>;
}) {
  const box = useRef<HTMLInputElement>(null);
  const count = rows.reduce((sum, row) => sum + (selection[row.id] ? 1 : 0), 0);
  const all = rows.length > 0 && count === rows.length;
  useEffect(() => {
    box.current!.indeterminate = count > 0 && !all;
  }, [count, all]);
  const ids = () => rows.map((row) => row.id);
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={`Select the ${numberText(rows.length)} ${many} read so far`}
      checked={all}
      onChange={(event) => {
        const on = event.currentTarget.checked;
        setSelection((before) => withAll(before, ids(), on));
      }}
    />
  );
}

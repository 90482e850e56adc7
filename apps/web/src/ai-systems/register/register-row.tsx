import { type Dispatch, memo, type SetStateAction } from 'react';
import type { ColumnId } from './column-ids.ts';
import { COLUMNS, type RegisterRow } from './columns.tsx';
import { NameCell } from './name-cell.tsx';
import classes from './register-table.module.css';
import { type Selection, toggled } from './selection.ts';

interface Props {
  row: RegisterRow;
  index: number;
  columns: readonly ColumnId[];
  asOf: string | undefined;
  compact: boolean;
  selected: boolean;
  active: boolean;
  setSelection: Dispatch<SetStateAction<Selection>>;
  setActive: (index: number) => void;
  /** Where rows have no fixed height. */
  measure: ((row: HTMLElement | null) => void) | undefined;
}

/** One system. Scrolling draws the table anew with every frame; a row that did not change is left as it is. */
export const SystemRow = memo(function SystemRow({ row, index, columns, selected, active, measure, ...props }: Props) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      data-selected={selected || undefined}
      data-active={active || undefined}
    >
      <td className={classes.tick}>
        <input
          type="checkbox"
          aria-label={`Select ${row.name}`}
          checked={selected}
          onChange={() => props.setSelection((before) => toggled(before, row.id))}
        />
      </td>
      <NameCell row={row} asOf={props.asOf} compact={props.compact} onFocus={() => props.setActive(index)} />
      {columns.map((id) => (
        <td key={id} className={COLUMNS[id].right && classes.right}>
          <div className={classes.cell} data-clip>
            {COLUMNS[id].cell(row)}
          </div>
        </td>
      ))}
    </tr>
  );
});

/** Where a row will be: the list has its full length from the first page on, so nothing jumps. */
export const ShapeRow = ({ index, columns }: { index: number; columns: readonly ColumnId[] }) => (
  <tr data-index={index} aria-rowindex={index + 2} className={classes.shape}>
    <td />
    <td>
      <span>Reading</span>
    </td>
    {columns.map((id) => (
      <td key={id} />
    ))}
  </tr>
);

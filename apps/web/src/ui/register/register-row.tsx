import { type Dispatch, memo, type SetStateAction } from 'react';
import { NameCell } from './name-cell.tsx';
import type { Register, RegisterRow as Row } from './register.ts';
import classes from './register-table.module.css';
import { type Selection, toggled } from './selection.ts';

interface Props {
  register: Register<Row>;
  row: Row;
  index: number;
  columns: readonly string[];
  asOf: string | undefined;
  compact: boolean;
  selected: boolean;
  active: boolean;
  setSelection: Dispatch<SetStateAction<Selection>>;
  setActive: (index: number) => void;
  /** Where rows have no fixed height. */
  measure: ((row: HTMLElement | null) => void) | undefined;
}

/** One row. Scrolling draws the table anew with every frame; a row that did not change is left as it is. */
export const RegisterRow = memo(function RegisterRow({ register, row, index, selected, active, ...props }: Props) {
  const name = register.name.of(row);
  return (
    <tr
      ref={props.measure}
      data-index={index}
      aria-rowindex={index + 2}
      data-selected={selected || undefined}
      data-active={active || undefined}
    >
      <td className={classes.tick}>
        <input
          type="checkbox"
          aria-label={`Select ${name}`}
          checked={selected}
          onChange={() => props.setSelection((before) => toggled(before, row.id))}
        />
      </td>
      <NameCell
        name={name}
        to={`${register.path}/${row.id}`}
        asOf={props.asOf}
        meta={props.compact ? register.meta(row) : undefined}
        onFocus={() => props.setActive(index)}
      />
      {props.columns.map((id) => (
        <td key={id} className={register.columns[id]!.right && classes.right}>
          <div className={classes.cell} data-clip>
            {register.columns[id]!.cell(row)}
          </div>
        </td>
      ))}
    </tr>
  );
});

/** Where a row will be: the list has its full length from the first page on, so nothing jumps. */
export const ShapeRow = ({ index, columns }: { index: number; columns: readonly string[] }) => (
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

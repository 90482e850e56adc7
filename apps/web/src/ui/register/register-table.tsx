import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type Dispatch, type SetStateAction, useEffect, useRef } from 'react';
import type { Register, RegisterRow as Row } from './register.ts';
import { RegisterRow, ShapeRow } from './register-row.tsx';
import type { ListSearch } from './register-search.ts';
import classes from './register-table.module.css';
import { SelectAll } from './select-all.tsx';
import type { Selection } from './selection.ts';
import { SortHeader } from './sort-header.tsx';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useRegisterKeys } from './use-register-keys.ts';
import type { ChangeSearch } from './use-register-search.ts';

const ROW = 36;
const PHONE_ROW = 60;
/** What the bar of the selection covers of the list. */
const BULK_BAR = 44;
const NAME_WIDTH = 240;
const NO_COLUMNS: readonly string[] = [];
/** Rows before the last one read at which the next page is asked for. */
const AHEAD = 60;

interface Props {
  register: Register<Row>;
  rows: readonly Row[];
  total: number;
  /** Undefined when all is read or is being read. */
  readMore: (() => void) | undefined;
  search: ListSearch;
  change: ChangeSearch;
  compact: boolean;
  stale: boolean;
  selection: Selection;
  setSelection: Dispatch<SetStateAction<Selection>>;
}

/** Thousands of rows as one real table: only those in sight are in the page, and a page of them is read ahead. */
export function RegisterTable({ register, rows, total, readMore, search, compact, ...props }: Props) {
  const { selection, setSelection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const columns = compact ? NO_COLUMNS : (search.columns ?? register.address.defaultColumns);
  const selecting = Object.keys(selection).length > 0;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => (compact ? PHONE_ROW : ROW),
    overscan: 10,
    scrollPaddingStart: ROW,
    scrollPaddingEnd: selecting ? BULK_BAR : 0,
  });
  useKeptScroll(scroller, register.path, search, rows.length > 0);
  const keys = useRegisterKeys({ rows, scrollTo: (index) => virtual.scrollToIndex(index), scroller, setSelection });
  const items = virtual.getVirtualItems();
  const last = items.at(-1);
  const near = (last?.index ?? 0) >= rows.length - AHEAD;
  useEffect(() => {
    if (near) readMore?.();
  }, [near, readMore]);

  const width = columns.reduce((sum, id) => sum + register.columns[id]!.width, 0) + 40 + NAME_WIDTH;
  const room = { '--before': `${items[0]?.start ?? 0}px`, '--after': `${virtual.getTotalSize() - (last?.end ?? 0)}px` };
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      aria-label={register.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      data-stale={props.stale || undefined}
      data-selecting={selecting || undefined}
    >
      <table className={classes.table} aria-rowcount={total + 1} style={compact ? undefined : { minWidth: width }}>
        <colgroup>
          <col style={{ width: 40 }} />
          <col />
          {columns.map((id) => (
            <col key={id} style={{ width: register.columns[id]!.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th className={classes.tick}>
              <SelectAll rows={rows} many={register.many} selection={selection} setSelection={setSelection} />
            </th>
            {[register.name, ...columns.map((id) => register.columns[id]!)].map((column) => (
              <SortHeader
                key={column.label}
                label={column.label}
                sort={column.sort}
                right={'right' in column && column.right}
                address={register.address}
                search={search}
                change={props.change}
              />
            ))}
          </tr>
        </thead>
        <tbody style={room as CSSProperties} onMouseOver={titleClipped} onFocus={titleClipped}>
          {items.map(({ index }) => {
            const row = rows[index];
            if (!row) return <ShapeRow key={index} index={index} columns={columns} />;
            return (
              <RegisterRow
                key={row.id}
                register={register}
                row={row}
                index={index}
                columns={columns}
                asOf={search.asOf}
                compact={compact}
                selected={selection[row.id] ?? false}
                active={keys.active === index}
                setSelection={setSelection}
                setActive={keys.setActive}
                measure={compact ? virtual.measureElement : undefined}
              />
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** What does not fit its cell can be read by resting on it. */
function titleClipped(event: React.SyntheticEvent<HTMLElement>): void {
  const box = (event.target as HTMLElement).closest<HTMLElement>('[data-clip]');
  if (box && box.scrollWidth > box.clientWidth + 1) box.title = box.innerText;
}

import { Checkbox } from '@mantine/core';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type Dispatch, type SetStateAction, useEffect, useMemo, useRef } from 'react';
import { COLUMN_IDS, DEFAULT_COLUMNS } from './column-ids.ts';
import { COLUMNS, columnDefs, features, isRight, type RegisterRow } from './columns.tsx';
import { NameCell } from './name-cell.tsx';
import type { RegisterSearch } from './register-search.ts';
import classes from './register-table.module.css';
import { SortHeader } from './sort-header.tsx';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useRegisterKeys } from './use-register-keys.ts';

export type Selection = Record<string, true>;

const ROW = 36;
const PHONE_ROW = 60;
const NAME_WIDTH = 300;

/** Thousands of rows as one real table: only those in sight are in the page, and a page of them is read ahead. */
export function RegisterTable({
  rows,
  total,
  readMore,
  search,
  compact,
  stale,
  selection,
  setSelection,
}: {
  rows: readonly RegisterRow[];
  total: number;
  /** Undefined when all is read or is being read. */
  readMore: (() => void) | undefined;
  search: RegisterSearch;
  compact: boolean;
  stale: boolean;
  selection: Selection;
  setSelection: Dispatch<SetStateAction<Selection>>;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = compact ? [] : (search.columns ?? DEFAULT_COLUMNS);
  const columnVisibility = useMemo(() => Object.fromEntries(COLUMN_IDS.map((id) => [id, shown.includes(id)])), [shown]);
  const table = useTable({
    features,
    columns: columnDefs,
    data: rows as RegisterRow[],
    getRowId: (row) => row.id,
    state: { columnVisibility, rowSelection: selection },
    onRowSelectionChange: setSelection,
  });
  const model = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => (compact ? PHONE_ROW : ROW),
    overscan: 12,
    scrollPaddingStart: ROW,
  });
  useKeptScroll(scroller, search, rows.length > 0);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 40) readMore?.();
  }, [last, rows.length, readMore]);
  const keys = useRegisterKeys({ rows, scrollTo: (index) => virtual.scrollToIndex(index), scroller, setSelection });

  const columns = table.getVisibleLeafColumns();
  const width = shown.reduce((sum, id) => sum + COLUMNS[id].width, 0) + 40;
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      aria-label="AI systems"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      data-stale={stale || undefined}
    >
      <table
        className={classes.table}
        aria-rowcount={total + 1}
        style={compact ? undefined : { minWidth: width + NAME_WIDTH }}
      >
        <colgroup>
          <col style={{ width: 40 }} />
          <col />
          {columns.map((column) => (
            <col key={column.id} style={{ width: COLUMNS[column.id as keyof typeof COLUMNS].width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th className={classes.tick}>
              <Checkbox
                size="xs"
                aria-label={`Select the ${rows.length.toLocaleString('en-US')} systems read so far`}
                checked={rows.length > 0 && table.getIsAllRowsSelected()}
                indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                onChange={table.getToggleAllRowsSelectedHandler()}
              />
            </th>
            <SortHeader label="Name" sort="name" search={search} />
            {columns.map((column) => {
              const { label, sort } = COLUMNS[column.id as keyof typeof COLUMNS];
              return (
                <SortHeader key={column.id} label={label} sort={sort} search={search} right={isRight(column.id)} />
              );
            })}
          </tr>
        </thead>
        <tbody
          style={{ '--before': `${before}px`, '--after': `${after}px` } as CSSProperties}
          onMouseOver={markClipped}
          onFocus={markClipped}
        >
          {items.map(({ index }) => {
            const row = model[index];
            if (!row)
              return <ShapeRow key={index} index={index} cells={columns.length} measure={virtual.measureElement} />;
            return (
              <tr
                key={row.id}
                ref={compact ? virtual.measureElement : undefined}
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={row.getIsSelected()}
                data-active={keys.active === index || undefined}
              >
                <td className={classes.tick}>
                  <Checkbox
                    size="xs"
                    aria-label={`Select ${row.original.name}`}
                    checked={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                  />
                </td>
                <NameCell
                  row={row.original}
                  asOf={search.asOf}
                  compact={compact}
                  onFocus={() => keys.setActive(index)}
                />
                {row.getVisibleCells().map((cell) => (
                  <td key={cell.id} className={isRight(cell.column.id) ? classes.right : undefined}>
                    <div className={classes.cell} data-clip>
                      <table.FlexRender cell={cell} />
                    </div>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Where a row will be: the list has its full length from the first page on, so nothing jumps. */
function ShapeRow({
  index,
  cells,
  measure,
}: {
  index: number;
  cells: number;
  measure: (row: HTMLElement | null) => void;
}) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} className={classes.shape}>
      <td />
      <td>
        <span>Reading</span>
      </td>
      {Array.from({ length: cells }, (_, cell) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row that is not there yet have no other name
        <td key={cell} />
      ))}
    </tr>
  );
}

/** A text that does not fit opens over its neighbours while the pointer or the focus is on it. */
function markClipped(event: React.SyntheticEvent<HTMLElement>): void {
  const box = (event.target as HTMLElement).closest<HTMLElement>('[data-clip]');
  if (!box || box.dataset.open !== undefined) return;
  if (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1) box.title = box.innerText;
}

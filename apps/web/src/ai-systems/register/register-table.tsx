import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type Dispatch, type SetStateAction, useEffect, useRef } from 'react';
import { type ColumnId, DEFAULT_COLUMNS } from './column-ids.ts';
import { COLUMNS, type RegisterRow } from './columns.tsx';
import { ShapeRow, SystemRow } from './register-row.tsx';
import type { RegisterSearch } from './register-search.ts';
import classes from './register-table.module.css';
import { SelectAll } from './select-all.tsx';
import type { Selection } from './selection.ts';
import { SortHeader } from './sort-header.tsx';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useRegisterKeys } from './use-register-keys.ts';

const ROW = 36;
const PHONE_ROW = 60;
/** What the bar of the selection covers of the list. */
const BULK_BAR = 44;
const NAME_WIDTH = 240;
const NO_COLUMNS: readonly ColumnId[] = [];
/** Rows before the last one read at which the next page is asked for. */
const AHEAD = 60;

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
  const columns = compact ? NO_COLUMNS : (search.columns ?? DEFAULT_COLUMNS);
  const selecting = Object.keys(selection).length > 0;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => (compact ? PHONE_ROW : ROW),
    overscan: 10,
    scrollPaddingStart: ROW,
    scrollPaddingEnd: selecting ? BULK_BAR : 0,
  });
  useKeptScroll(scroller, search, rows.length > 0);
  const keys = useRegisterKeys({ rows, scrollTo: (index) => virtual.scrollToIndex(index), scroller, setSelection });
  const items = virtual.getVirtualItems();
  const last = items.at(-1);
  const near = (last?.index ?? 0) >= rows.length - AHEAD;
  useEffect(() => {
    if (near) readMore?.();
  }, [near, readMore]);

  const width = columns.reduce((sum, id) => sum + COLUMNS[id].width, 0) + 40 + NAME_WIDTH;
  const room = { '--before': `${items[0]?.start ?? 0}px`, '--after': `${virtual.getTotalSize() - (last?.end ?? 0)}px` };
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      aria-label="AI systems"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      data-stale={stale || undefined}
      data-selecting={selecting || undefined}
    >
      <table className={classes.table} aria-rowcount={total + 1} style={compact ? undefined : { minWidth: width }}>
        <colgroup>
          <col style={{ width: 40 }} />
          <col />
          {columns.map((id) => (
            <col key={id} style={{ width: COLUMNS[id].width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th className={classes.tick}>
              <SelectAll rows={rows} selection={selection} setSelection={setSelection} />
            </th>
            <SortHeader label="Name" sort="name" search={search} />
            {columns.map((id) => (
              <SortHeader
                key={id}
                label={COLUMNS[id].label}
                sort={COLUMNS[id].sort}
                right={COLUMNS[id].right}
                search={search}
              />
            ))}
          </tr>
        </thead>
        <tbody style={room as CSSProperties} onMouseOver={titleClipped} onFocus={titleClipped}>
          {items.map(({ index }) => {
            const row = rows[index];
            if (!row) return <ShapeRow key={index} index={index} columns={columns} />;
            return (
              <SystemRow
                key={row.id}
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

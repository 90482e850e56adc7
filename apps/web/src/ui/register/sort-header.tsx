import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ListSearch, RegisterAddress } from './register-search.ts';
import classes from './register-table.module.css';
import type { ChangeSearch } from './use-register-search.ts';

export function SortHeader({
  label,
  sort,
  address: { sorts },
  search,
  change,
  right = false,
}: {
  label: string;
  /** Absent: the list cannot be sorted by this column. */
  sort?: string;
  address: RegisterAddress;
  search: ListSearch;
  change: ChangeSearch;
  right?: boolean;
}) {
  if (!sort) return <th className={right ? classes.right : undefined}>{label}</th>;
  const here = (search.sort ?? sorts[0]) === sort;
  const down = search.dir === 'desc';
  const Arrow = down ? IconArrowDown : IconArrowUp;
  return (
    <th aria-sort={here ? (down ? 'descending' : 'ascending') : 'none'} className={right ? classes.right : undefined}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => change({ sort: sort === sorts[0] ? undefined : sort, dir: here && !down ? 'desc' : undefined })}
      >
        {label}
        <Arrow size={14} stroke={1.75} aria-hidden className={here ? undefined : classes.notHere} />
      </button>
    </th>
  );
}

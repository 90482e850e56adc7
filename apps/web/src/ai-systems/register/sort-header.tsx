import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { AiSystemSort } from '../../generated/graphql.ts';
import type { RegisterSearch } from './register-search.ts';
import classes from './register-table.module.css';
import { useRegisterSearch } from './use-register-search.ts';

export function SortHeader({
  label,
  sort,
  search,
  right = false,
}: {
  label: string;
  /** Absent: the list cannot be sorted by this column. */
  sort?: AiSystemSort;
  search: RegisterSearch;
  right?: boolean;
}) {
  const [, change] = useRegisterSearch();
  if (!sort) return <th className={right ? classes.right : undefined}>{label}</th>;
  const here = (search.sort ?? 'name') === sort;
  const down = search.dir === 'desc';
  const Arrow = down ? IconArrowDown : IconArrowUp;
  return (
    <th aria-sort={here ? (down ? 'descending' : 'ascending') : 'none'} className={right ? classes.right : undefined}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => change({ sort: sort === 'name' ? undefined : sort, dir: here && !down ? 'desc' : undefined })}
      >
        {label}
        <Arrow size={14} stroke={1.75} aria-hidden className={here ? undefined : classes.notHere} />
      </button>
    </th>
  );
}

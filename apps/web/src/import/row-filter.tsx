import { Checkbox, NativeSelect } from '@mantine/core';
import type { ImportFilterInput } from '../generated/graphql.ts';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';

/** Which rows are taken: every row, or those with certain values in one column. */
export function RowFilter({
  one,
  filter,
  setFilter,
  error,
  disabled,
}: {
  one: ImportOnPage;
  filter: ImportFilterInput | null;
  setFilter: (filter: ImportFilterInput | null) => void;
  error: string | undefined;
  disabled: boolean;
}) {
  const candidates = one.columns.filter((column) => column.values.length > 1);
  const column = one.columns.find(({ name }) => name === filter?.column);
  if (candidates.length === 0) return null;
  return (
    <section aria-labelledby="row-filter" className={classes.filter}>
      <h2 id="row-filter">Which rows</h2>
      <NativeSelect
        size="sm"
        label="Take"
        className={classes.filterColumn}
        value={filter?.column ?? ''}
        disabled={disabled}
        onChange={(event) =>
          setFilter(event.currentTarget.value ? { column: event.currentTarget.value, anyOf: [] } : null)
        }
      >
        <option value="">Every row</option>
        {candidates.map(({ name }) => (
          <option key={name} value={name}>
            Rows by “{name}”
          </option>
        ))}
      </NativeSelect>
      {filter && column && (
        <Checkbox.Group
          label={`With “${filter.column}” being one of`}
          error={error}
          value={[...filter.anyOf]}
          onChange={(anyOf) => setFilter({ ...filter, anyOf })}
        >
          <div className={classes.values}>
            {column.values.map(({ value, count }) => (
              <Checkbox
                key={value}
                size="xs"
                classNames={{ label: classes.value }}
                value={value}
                disabled={disabled}
                label={`${value || '(empty)'} · ${count.toLocaleString('en-US')}`}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </section>
  );
}

/** Rows that the filter takes, from the counts of the column. */
export function rowsTaken(one: ImportOnPage, filter: ImportFilterInput | null): number {
  if (!filter) return one.rowCount;
  const values = one.columns.find(({ name }) => name === filter.column)?.values ?? [];
  return values.filter(({ value }) => filter.anyOf.includes(value)).reduce((sum, { count }) => sum + count, 0);
}

import { type ImportField, type Source, takesSeveralColumns } from '@attestry/domain/import/mapping.ts';
import type { Why } from '@attestry/domain/import/suggest.ts';
import { Checkbox, NativeSelect } from '@mantine/core';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';

/** One fact: the column or columns that hold it, what they say in the first rows, and why they were suggested. */
export function MappingRow({
  field,
  columns,
  source,
  why,
  error,
  disabled,
  change,
}: {
  field: ImportField;
  columns: ImportOnPage['columns'];
  source: Source | undefined;
  why: Why | undefined;
  error: string | undefined;
  disabled: boolean;
  change: (source: Source | undefined) => void;
}) {
  const { label, kind, mayHoldSeveral } = field;
  const chosen = source?.columns ?? [];
  const slots = chosen.length === 0 || takesSeveralColumns(field) ? [...chosen, ''] : chosen;
  const choose = (slot: number, column: string) => {
    const next = slots.with(slot, column).filter(Boolean);
    change(next.length > 0 ? { ...source, columns: next } : undefined);
  };
  const samples = chosen.flatMap((name) => columns.find((column) => column.name === name)?.samples.slice(0, 3) ?? []);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-label="Column of the file">
        <div className={classes.slots}>
          {slots.map((column, slot) => (
            <NativeSelect
              key={slot}
              size="sm"
              aria-label={slot === 0 ? `Column for ${label}` : `Column ${slot + 1} for ${label}`}
              value={column}
              error={slot === 0 && error}
              disabled={disabled}
              onChange={(event) => choose(slot, event.currentTarget.value)}
            >
              <option value="">{slot === 0 ? 'No column' : 'Add another column'}</option>
              {columns.map(({ name }) => (
                <option key={name} value={name} disabled={name !== column && chosen.includes(name)}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          ))}
          {kind === 'date' && chosen.length > 0 && (
            <NativeSelect
              size="sm"
              aria-label={`Order of day and month for ${label}`}
              value={source?.dateOrder ?? 'mdy'}
              disabled={disabled}
              onChange={(event) =>
                change({ columns: chosen, ...source, dateOrder: event.currentTarget.value === 'dmy' ? 'dmy' : 'mdy' })
              }
              data={[
                { value: 'mdy', label: '3/4/2027 is 4 Mar 2027' },
                { value: 'dmy', label: '3/4/2027 is 3 Apr 2027' },
              ]}
            />
          )}
          {mayHoldSeveral && chosen.length > 0 && (
            <Checkbox
              size="xs"
              label="A cell can list several, separated by comma, semicolon or line break"
              checked={source?.holdsSeveral ?? false}
              disabled={disabled}
              onChange={(event) =>
                change({ columns: chosen, ...source, holdsSeveral: event.currentTarget.checked || undefined })
              }
            />
          )}
        </div>
        {why && chosen.length > 0 && (
          <p className={why.confidence === 'check' ? classes.look : classes.why}>
            {why.confidence === 'check' && 'To be looked at: '}
            {why.text}
          </p>
        )}
      </td>
      <td data-label="First values">
        <ul className={classes.samples}>
          {[...new Set(samples)].slice(0, 4).map((sample) => (
            <li key={sample} title={sample}>
              {sample}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

import { Button, Checkbox, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { COLUMN_IDS, type ColumnId, DEFAULT_COLUMNS } from './column-ids.ts';
import { COLUMNS } from './columns.tsx';
import classes from './filters.module.css';
import type { RegisterSearch } from './register-search.ts';

/** Which columns stand; kept in the address, so a link and a saved view carry them. */
export function ColumnChooser({
  search,
  change,
}: {
  search: RegisterSearch;
  change: (part: Partial<RegisterSearch>) => void;
}) {
  const [opened, { toggle, close }] = useDisclosure();
  const shown = search.columns ?? DEFAULT_COLUMNS;
  const choose = (id: ColumnId, on: boolean) => {
    const next = COLUMN_IDS.filter((one) => (one === id ? on : shown.includes(one)));
    if (next.length > 0) change({ columns: next.join() === DEFAULT_COLUMNS.join() ? undefined : next });
  };
  return (
    <Popover opened={opened} onChange={close} width={300} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="compact-sm" h={28} aria-expanded={opened} onClick={toggle}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} role="dialog" aria-label="Columns">
        <ul className={classes.options}>
          {COLUMN_IDS.map((id) => (
            <li key={id}>
              <Checkbox
                size="xs"
                classNames={{ root: classes.option, body: classes.optionBody, labelWrapper: classes.optionLabel }}
                label={COLUMNS[id].label}
                checked={shown.includes(id)}
                disabled={shown.length === 1 && shown[0] === id}
                onChange={(event) => choose(id, event.currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
        <div className={classes.foot}>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={!search.columns}
            onClick={() => change({ columns: undefined })}
          >
            As at first
          </Button>
          <Button size="compact-sm" variant="default" onClick={close}>
            Done
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

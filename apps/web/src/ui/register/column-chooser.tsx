import { Button, Checkbox, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Column } from './register.ts';
import type { ListSearch, RegisterAddress } from './register-search.ts';
import classes from './toolbar.module.css';
import type { ChangeSearch } from './use-register-search.ts';

/** Which columns stand; kept in the address, so a link and a saved view carry them. */
export function ColumnChooser({
  address: { columns, defaultColumns },
  looks,
  search,
  change,
}: {
  address: RegisterAddress;
  looks: Readonly<Record<string, Pick<Column<never>, 'label'>>>;
  search: ListSearch;
  change: ChangeSearch;
}) {
  const [opened, { toggle, close }] = useDisclosure();
  const shown = search.columns ?? defaultColumns;
  const choose = (id: string, on: boolean) => {
    const next = columns.filter((one) => (one === id ? on : shown.includes(one)));
    if (next.length > 0) change({ columns: next.join() === defaultColumns.join() ? undefined : next });
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
          {columns.map((id) => (
            <li key={id}>
              <Checkbox
                size="xs"
                classNames={{ root: classes.option, body: classes.optionBody, labelWrapper: classes.optionLabel }}
                label={looks[id]!.label}
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

import { Button, Checkbox, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ReportFormat, ReportOnRegisterDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { failureWords } from '../../shell/failure-words.ts';
import { useCommand } from '../../shell/queries.ts';
import { isFiltered } from '../../ui/register/register-search.ts';
import classes from '../../ui/register/toolbar.module.css';
import { counted, REPORT_FORMATS } from '../../ui/words.ts';
import { ADDRESS, filterOf, type RegisterSearch } from './register-search.ts';

const FORMATS = Object.keys(REPORT_FORMATS) as ReportFormat[];

/** An inventory report on exactly the systems in the list. */
export function ReportOnList({ search, total, asOf }: { search: RegisterSearch; total: number; asOf?: string }) {
  const [opened, { toggle, close }] = useDisclosure();
  const [formats, setFormats] = useState<ReportFormat[]>(['pdf']);
  const order = useCommand(ReportOnRegisterDocument);
  const navigate = useNavigate();
  const build = () =>
    order.mutate(
      {
        input: { kind: 'inventory', formats, asOf, filter: isFiltered(ADDRESS, search) ? filterOf(search) : undefined },
      },
      { onSuccess: () => navigate({ to: '/reports' }) },
    );
  return (
    <Popover opened={opened} onChange={close} width={300} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          h={28}
          aria-expanded={opened}
          onClick={toggle}
          disabled={total === 0}
        >
          Report on this list
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} role="dialog" aria-label="Report on this list">
        <p>Inventory report on {counted(total, 'system')}, built in the background.</p>
        <ul className={classes.formats}>
          {FORMATS.map((format) => (
            <li key={format}>
              <Checkbox
                size="xs"
                label={REPORT_FORMATS[format]}
                checked={formats.includes(format)}
                onChange={(event) =>
                  setFormats(
                    FORMATS.filter((one) => (one === format ? event.currentTarget.checked : formats.includes(one))),
                  )
                }
              />
            </li>
          ))}
        </ul>
        {order.error && (
          <p role="alert" className={classes.problem}>
            {failureWords(failureOf(order.error)).title}. {failureWords(failureOf(order.error)).text}
          </p>
        )}
        <Button onClick={build} loading={order.isPending} disabled={formats.length === 0} fullWidth>
          Build the report
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

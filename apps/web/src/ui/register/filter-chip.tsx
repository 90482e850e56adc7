import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { numberText } from '../words.ts';
import classes from './toolbar.module.css';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** Absent: it is not counted. */
  readonly count?: number;
}

/** One filter: what is chosen is said on the chip, what could be is counted below it. */
export function FilterChip({
  label,
  summary,
  options,
  chosen,
  choose,
}: {
  label: string;
  /** What is chosen, in words; undefined when nothing is. */
  summary: string | undefined;
  options: readonly FilterOption[];
  chosen: readonly string[];
  choose: (values: string[] | undefined) => void;
}) {
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <span className={classes.chip} data-chosen={summary !== undefined || undefined}>
      <Popover opened={opened} onChange={close} width={300} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={classes.chipButton} aria-expanded={opened} onClick={toggle}>
            <span className={classes.chipText}>{summary ? `${label}: ${summary}` : label}</span>
            {!summary && <IconChevronDown size={14} stroke={1.75} aria-hidden />}
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.dropdown} role="dialog" aria-label={`Filter by ${label.toLowerCase()}`}>
          <Options options={options} chosen={chosen} choose={choose} />
          <div className={classes.foot}>
            <Button size="compact-sm" variant="subtle" disabled={chosen.length === 0} onClick={() => choose(undefined)}>
              Clear
            </Button>
            <Button size="compact-sm" variant="default" onClick={close}>
              Done
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
      {summary && (
        <button
          type="button"
          className={classes.clear}
          aria-label={`Clear the filter by ${label.toLowerCase()}`}
          onClick={() => choose(undefined)}
        >
          <IconX size={14} stroke={1.75} aria-hidden />
        </button>
      )}
    </span>
  );
}

/** More than these get a box to find them by. */
const MANY = 10;
const SHOWN = 100;

function Options({
  options,
  chosen,
  choose,
}: {
  options: readonly FilterOption[];
  chosen: readonly string[];
  choose: (values: string[] | undefined) => void;
}) {
  const [words, setWords] = useState('');
  const found = options.filter((option) => option.label.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <>
      {options.length > MANY && (
        <TextInput
          data-autofocus
          size="sm"
          aria-label="Find a value"
          placeholder="Find a value"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          mb={8}
        />
      )}
      {found.length === 0 && <p className={classes.none}>{words ? 'No value with these words.' : 'No values.'}</p>}
      <ul className={classes.options}>
        {found.slice(0, SHOWN).map(({ value, label, count }) => (
          <li key={value}>
            <Checkbox
              size="xs"
              classNames={{ root: classes.option, body: classes.optionBody, labelWrapper: classes.optionLabel }}
              label={
                <span className={classes.optionText}>
                  <span>{label}</span>
                  {count !== undefined && <span className={classes.count}>{numberText(count)}</span>}
                </span>
              }
              checked={chosen.includes(value)}
              onChange={(event) =>
                choose(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className={classes.none}>{found.length - SHOWN} more: narrow them by words.</p>}
    </>
  );
}

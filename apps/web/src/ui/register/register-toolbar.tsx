import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ColumnChooser } from './column-chooser.tsx';
import { FacetChips } from './facet-chips.tsx';
import type { Register, RegisterRow } from './register.ts';
import { chosenOf, cleared, isFiltered, type ListSearch } from './register-search.ts';
import { SearchBox } from './search-box.tsx';
import classes from './toolbar.module.css';
import type { ChangeSearch } from './use-register-search.ts';

/** Search box, filters, and at the right what is done with the list as it stands. */
export function RegisterToolbar<Row extends RegisterRow>({
  register,
  search,
  change,
  compact,
  children,
}: {
  register: Register<Row>;
  search: ListSearch;
  change: ChangeSearch;
  compact: boolean;
  /** Before the chooser of columns. */
  children: ReactNode;
}) {
  const [opened, { toggle }] = useDisclosure();
  const { address } = register;
  const count = address.filters.filter((key) => chosenOf(search, key)).length;
  return (
    <div className={classes.bar}>
      <SearchBox
        label={`Search in ${register.searched}`}
        placeholder={register.placeholder}
        words={search.q}
        search={(q) => change({ q })}
      />
      {compact && (
        <Button variant="default" size="compact-sm" h={36} aria-expanded={opened} onClick={toggle}>
          {count > 0 ? `Filters (${count})` : 'Filters'}
        </Button>
      )}
      {(!compact || opened) && <FacetChips register={register} search={search} change={change} />}
      {isFiltered(address, search) && (!compact || opened) && (
        <Button variant="subtle" size="compact-sm" h={28} onClick={() => change(cleared(address))}>
          Clear all
        </Button>
      )}
      {!compact && (
        <span className={classes.right}>
          {children}
          <ColumnChooser address={address} looks={register.columns} search={search} change={change} />
        </span>
      )}
    </div>
  );
}

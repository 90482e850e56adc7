import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMay } from '../../shell/session.ts';
import { ColumnChooser } from './column-chooser.tsx';
import classes from './filters.module.css';
import { Filters } from './filters.tsx';
import { FILTER_KEYS, isFiltered, type RegisterSearch, withoutFilters } from './register-search.ts';
import { ReportOnList } from './report-on-list.tsx';
import { SavedViews } from './saved-views.tsx';
import { SearchBox } from './search-box.tsx';

export function RegisterToolbar({
  search,
  change,
  total,
  compact,
}: {
  search: RegisterSearch;
  change: (part: Partial<RegisterSearch>) => void;
  total: number;
  compact: boolean;
}) {
  const [opened, { toggle }] = useDisclosure();
  const mayReport = useMay('report.request');
  const count = FILTER_KEYS.filter((key) => search[key]).length;
  const clear = () => change({ ...CLEARED, ...withoutFilters(search) });
  return (
    <div className={classes.bar}>
      <SearchBox words={search.q} search={(q) => change({ q })} />
      {compact && (
        <Button variant="default" size="compact-sm" h={36} aria-expanded={opened} onClick={toggle}>
          {count > 0 ? `Filters (${count})` : 'Filters'}
        </Button>
      )}
      {(!compact || opened) && <Filters search={search} change={change} />}
      {isFiltered(search) && (!compact || opened) && (
        <Button variant="subtle" size="compact-sm" h={28} onClick={clear}>
          Clear all
        </Button>
      )}
      {!compact && (
        <span className={classes.right}>
          {mayReport && <ReportOnList search={search} total={total} asOf={search.asOf} />}
          <SavedViews />
          <ColumnChooser search={search} change={change} />
        </span>
      )}
    </div>
  );
}

const CLEARED: RegisterSearch = {
  q: undefined,
  ...Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined])),
};

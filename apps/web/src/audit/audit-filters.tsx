import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { AuditActorsDocument } from '../generated/graphql.ts';
import { query } from '../shell/queries.ts';
import { useMay, useToday } from '../shell/session.ts';
import { DateField } from '../ui/date-field.tsx';
import classes from './audit.module.css';
import type { AuditSearch } from './audit-search.ts';
import { ACTIONS, ENTITIES } from './audit-words.ts';

export function AuditFilters() {
  const search = useSearch({ from: '/signed-in/audit-log' });
  const today = useToday();
  const navigate = useNavigate();
  const readsMembers = useMay('member.read');
  const members = useQuery({ ...query(AuditActorsDocument, {}), enabled: readsMembers });
  const set = (change: AuditSearch) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value));
    void navigate({ to: '/audit-log', search: next, replace: true });
  };
  const day = (key: 'from' | 'through') => (value: string) => {
    if (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value)) set({ [key]: value });
  };
  const all = (options: Record<string, string>) => [
    { value: '', label: 'All' },
    ...Object.entries(options).map(([value, label]) => ({ value, label })),
  ];
  return (
    <search className={classes.filters} aria-label="Filter the log">
      <NativeSelect
        label="Record"
        data={all(ENTITIES)}
        value={search.entity ?? ''}
        onChange={(event) => set({ entity: event.currentTarget.value })}
      />
      <NativeSelect
        label="What happened"
        data={all(ACTIONS)}
        value={search.action ?? ''}
        onChange={(event) => set({ action: event.currentTarget.value })}
      />
      {readsMembers && (
        <NativeSelect
          label="By"
          data={all(Object.fromEntries(members.data?.members.map(({ id, name }) => [id, name]) ?? []))}
          value={search.actor ?? ''}
          onChange={(event) => set({ actor: event.currentTarget.value })}
        />
      )}
      <DateField
        label="From"
        max={today}
        value={search.from ?? ''}
        onChange={day('from')}
        pickLabel="Pick the first day"
      />
      <DateField
        label="Through"
        max={today}
        value={search.through ?? ''}
        onChange={day('through')}
        pickLabel="Pick the last day"
      />
      {Object.keys(search).length > 0 && (
        <Button variant="subtle" onClick={() => void navigate({ to: '/audit-log', search: {}, replace: true })}>
          Clear
        </Button>
      )}
    </search>
  );
}

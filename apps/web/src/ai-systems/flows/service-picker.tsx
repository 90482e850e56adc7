import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ServicesToChooseDocument } from '../../generated/graphql.ts';
import { query } from '../../shell/queries.ts';

/** A vendor's service, found by its name or the vendor's. */
export function ServicePicker({
  value,
  onChange,
  error,
}: {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  error: ReactNode;
}) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [words] = useDebouncedValue(typed.trim(), 150);
  // What is chosen stands in the field; looking for it again would leave the list with one name.
  const search = words === chosen ? undefined : words || undefined;
  const found = useQuery({ ...query(ServicesToChooseDocument, { search }), placeholderData: keepPreviousData });
  const options = (found.data?.services ?? []).map(({ id, name, vendor }) => ({
    value: id,
    label: `${name}, ${vendor.name}`,
  }));
  return (
    <Select
      label="Service"
      placeholder="Type a part of its name, or of the vendor’s"
      searchable
      value={value ?? null}
      onChange={(id) => {
        setChosen(options.find((option) => option.value === id)?.label);
        onChange(id ?? undefined);
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      data={
        value && chosen && !options.some((option) => option.value === value)
          ? [{ value, label: chosen }, ...options]
          : options
      }
      // The server has looked already.
      filter={({ options: all }) => all}
      nothingFoundMessage={
        found.isFetching ? 'Looking' : 'No service is called that. Add it on the vendor’s page first.'
      }
      error={error}
    />
  );
}

import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { VendorsToLinkDocument } from '../../generated/graphql.ts';
import { query } from '../../shell/queries.ts';

export interface PickedVendor {
  readonly id: string;
  readonly name: string;
}
interface Props {
  id: string;
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  vendor: PickedVendor | undefined;
  onChange: (vendor: PickedVendor | undefined) => void;
  /** A vendor that cannot be chosen here. */
  except: string;
  /** Where its list opens: over the page, or in the dialog it stands in. */
  within: 'page' | 'dialog';
}

/** One of the vendors on record, found by words of its name. */
export function VendorPicker({ vendor, onChange, except, within, ...field }: Props) {
  const [typed, setTyped] = useState(vendor?.name ?? '');
  const [words] = useDebouncedValue(typed.trim(), 150);
  const search = words === vendor?.name ? undefined : words || undefined;
  const found = useQuery({ ...query(VendorsToLinkDocument, { search }), placeholderData: keepPreviousData });
  const offered = new Map((found.data?.vendors.nodes ?? []).map((one) => [one.id, one.name]));
  if (vendor) offered.set(vendor.id, vendor.name);
  offered.delete(except);
  return (
    <Select
      {...field}
      searchable
      clearable
      withScrollArea={false}
      comboboxProps={within === 'dialog' ? { withinPortal: false } : { portalProps: { target: 'main' } }}
      clearButtonProps={{ 'aria-label': 'Clear' }}
      placeholder="Type a part of its name"
      value={vendor?.id ?? null}
      onChange={(id) => onChange(id ? { id, name: offered.get(id) ?? '' } : undefined)}
      searchValue={typed}
      onSearchChange={setTyped}
      data={[...offered].map(([value, label]) => ({ value, label }))}
      // The server has looked already.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? 'Looking' : 'No vendor on record has these words in its name'}
    />
  );
}

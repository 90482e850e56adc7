import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Choice, NameGroup } from './name-choices.ts';
import classes from './subprocessors.module.css';
import { VendorPicker } from './vendor-picker.tsx';

interface Props {
  id: string;
  group: NameGroup;
  choice: Choice;
  change: (choice: Choice) => void;
  error?: string;
  /** The vendor whose list it is: none of its own subprocessors. */
  except: string;
}

/** Which vendor a name stands for: one that is alike, a new one, or any other on record. */
export function NameChoice({ id, group: { name, candidates }, choice, change, error, except }: Props) {
  const [searching, setSearching] = useState(false);
  const chosen = typeof choice === 'object' ? choice : undefined;
  const offered = chosen && candidates.every((one) => one.id !== chosen.id) ? [chosen, ...candidates] : candidates;
  const take = (value: string) => {
    setSearching(value === 'other');
    if (value === 'new') change('new');
    else change(offered.find((one) => one.id === value));
  };
  return (
    <div className={classes.choice}>
      <NativeSelect
        id={id}
        aria-label={`Vendor on record for ${name}`}
        value={selectedOf(choice, searching)}
        onChange={(event) => take(event.currentTarget.value)}
        error={error}
        data={[
          { value: '', label: 'Choose', disabled: true },
          ...offered.map((one) => ({ value: one.id, label: one.name })),
          { value: 'new', label: `New vendor “${name}”` },
          { value: 'other', label: 'Another vendor on record…' },
        ]}
      />
      {searching && (
        <VendorPicker
          id={`${id}-other`}
          label={`Vendor on record that ${name} is`}
          within="page"
          vendor={chosen}
          except={except}
          onChange={(vendor) => {
            change(vendor);
            if (vendor) setSearching(false);
          }}
        />
      )}
    </div>
  );
}

function selectedOf(choice: Choice, searching: boolean): string {
  if (searching) return 'other';
  return typeof choice === 'object' ? choice.id : (choice ?? '');
}

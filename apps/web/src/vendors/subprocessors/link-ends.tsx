import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LinkEndsDocument } from '../../generated/graphql.ts';
import { query } from '../../shell/queries.ts';
import { type PickedVendor, VendorPicker } from './vendor-picker.tsx';

export interface Ends {
  readonly upper: PickedVendor;
  readonly lower?: PickedVendor;
  readonly upperServiceId?: string;
  readonly lowerServiceId?: string;
}
interface Choice {
  readonly value: string;
  readonly label: string;
}
export interface Parties {
  readonly upperServices: readonly Choice[];
  readonly lowerServices: readonly Choice[];
  /** Between exactly these two. */
  readonly agreements: readonly Choice[];
}

/** What the two vendors have that a link can name. */
export function useEnds({ upper, lower, upperServiceId, lowerServiceId }: Ends): Parties {
  // Asked with the upper one twice until the lower is known, so that its services are there at once.
  const { data } = useQuery(query(LinkEndsDocument, { upperId: upper.id, lowerId: lower?.id ?? upper.id }));
  const services = (end: 'upper' | 'lower', kept: string | undefined) =>
    (data?.[end]?.services ?? [])
      .filter(({ id, removedOn }) => !removedOn || id === kept)
      .map(({ id, name }) => ({ value: id, label: name }));
  return {
    upperServices: services('upper', upperServiceId),
    lowerServices: lower ? services('lower', lowerServiceId) : [],
    agreements: (data?.lower?.agreements ?? [])
      .filter(({ upperVendor }) => lower && upperVendor?.id === upper.id)
      .map(({ id, title }) => ({ value: id, label: title })),
  };
}

interface Props {
  ends: Ends;
  parties: Parties;
  isNew: boolean;
  errors: Readonly<Record<string, ReactNode>>;
  change: (ends: Ends) => void;
}

/** From which vendor and service to which; the vendors of a link stay what they are. */
export function LinkEnds({ ends, parties, isNew, errors, change }: Props) {
  const { upper, lower } = ends;
  return (
    <>
      {isNew && (
        <VendorPicker
          id="fact-lowerVendorId"
          label="Subprocessor"
          description="A vendor on record. Add it under Vendors first where it is not."
          within="dialog"
          vendor={lower}
          except={upper.id}
          error={errors.lowerVendorId}
          onChange={(vendor) => change({ ...ends, lower: vendor, lowerServiceId: undefined })}
        />
      )}
      <NativeSelect
        id="fact-upperServiceId"
        label={`Service of ${upper.name} that passes data on`}
        value={ends.upperServiceId ?? ''}
        onChange={(event) => change({ ...ends, upperServiceId: event.currentTarget.value || undefined })}
        error={errors.upperServiceId}
        data={[{ value: '', label: 'Any service' }, ...parties.upperServices]}
      />
      {lower && (
        <NativeSelect
          id="fact-lowerServiceId"
          label={`Service of ${lower.name} that receives it`}
          value={ends.lowerServiceId ?? ''}
          onChange={(event) => change({ ...ends, lowerServiceId: event.currentTarget.value || undefined })}
          error={errors.lowerServiceId}
          data={[{ value: '', label: 'Any service' }, ...parties.lowerServices]}
        />
      )}
    </>
  );
}

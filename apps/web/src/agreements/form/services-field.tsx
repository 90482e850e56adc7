import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { VendorForAgreementQuery } from '../../generated/graphql.ts';
import classes from './new-page.module.css';

type Vendor = NonNullable<VendorForAgreementQuery['vendor']>;

/** The services of the vendor that the agreement lists; it covers these and no others. */
export function ServicesField({
  vendor,
  chosen,
  onChange,
  error,
}: {
  vendor: Vendor;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error: ReactNode;
}) {
  const services = vendor.services.filter(({ removedOn }) => !removedOn);
  if (services.length === 0)
    return (
      <p className={classes.hint}>
        No service of {vendor.name} is recorded. Add them on the vendor’s page; the agreement can list them later.
      </p>
    );
  return (
    <Checkbox.Group
      id="fact-serviceIds"
      label="Services that it lists"
      description="It covers these from its first day in effect, and no others."
      value={[...chosen]}
      onChange={onChange}
      error={error}
    >
      <div className={classes.services}>
        {services.map(({ id, name, phi }) => (
          <Checkbox
            key={id}
            size="xs"
            value={id}
            label={name}
            description={phi === 'yes' ? 'Receives PHI' : undefined}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

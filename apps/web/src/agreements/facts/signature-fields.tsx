import { TextInput } from '@mantine/core';
import { DateField } from '../../ui/date-field.tsx';
import classes from './signature-fields.module.css';

/** Signatures and the effective date as a form holds them; '' is none. */
export interface SignaturesTyped {
  readonly signedByUpperOn: string;
  readonly signedByUpper: string;
  readonly signedByVendorOn: string;
  readonly signedByVendor: string;
  readonly effectiveOn: string;
}

export const NO_SIGNATURES: SignaturesTyped = {
  signedByUpperOn: '',
  signedByUpper: '',
  signedByVendorOn: '',
  signedByVendor: '',
  effectiveOn: '',
};

/** As the command takes them. */
export const sentSignatures = (typed: SignaturesTyped) => ({
  ...typed,
  signedByUpperOn: typed.signedByUpperOn || null,
  signedByVendorOn: typed.signedByVendorOn || null,
  effectiveOn: typed.effectiveOn || null,
});

export const hasSignatures = (typed: SignaturesTyped): boolean => Object.values(typed).some((value) => value !== '');

/** Who signed on which day, and from which day it is in effect. */
export function SignatureFields({
  upper,
  lower,
  typed,
  change,
  wrong,
  idPrefix,
}: {
  /** Names of the parties. */
  upper: string;
  lower: string;
  typed: SignaturesTyped;
  change: (typed: SignaturesTyped) => void;
  wrong: (field: keyof SignaturesTyped) => React.ReactNode;
  idPrefix: string;
}) {
  const day = (field: 'signedByUpperOn' | 'signedByVendorOn' | 'effectiveOn') => ({
    id: `${idPrefix}${field}`,
    value: typed[field],
    error: wrong(field),
    onChange: (value: string) => change({ ...typed, [field]: value }),
  });
  const name = (field: 'signedByUpper' | 'signedByVendor') => ({
    id: `${idPrefix}${field}`,
    value: typed[field],
    error: wrong(field),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => change({ ...typed, [field]: event.currentTarget.value }),
  });
  return (
    <>
      <div className={classes.pair}>
        <DateField {...day('signedByUpperOn')} label={`Signed by ${upper} on`} />
        <TextInput {...name('signedByUpper')} label={`Who signed for ${upper}`} />
      </div>
      <div className={classes.pair}>
        <DateField {...day('signedByVendorOn')} label={`Signed by ${lower} on`} />
        <TextInput {...name('signedByVendor')} label={`Who signed for ${lower}`} />
      </div>
      <DateField
        {...day('effectiveOn')}
        label="Effective on"
        description="First day in effect, not before both have signed: a written contract does not reach back (45 CFR 164.502(e)(2))."
      />
    </>
  );
}

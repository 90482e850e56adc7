import type { Parties } from '@attestry/domain/agreements/facts.ts';
import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../../shell/session.ts';
import classes from './new-page.module.css';

/** Who stands above the vendor; with it go the parties that the law names (45 CFR 164.502(e)(1)(i)-(ii)). */
export type Above = 'covered_entity' | 'business_associate' | 'vendor';

export const partiesOf = (above: Above): Parties => (above === 'covered_entity' ? 'ce_to_ba' : 'ba_to_subcontractor');

export function PartiesField({
  above,
  onChange,
  error,
}: {
  above: Above;
  onChange: (above: Above) => void;
  error: ReactNode;
}) {
  const { name } = useSession().organization;
  const choices: readonly { value: Above; label: string; text: string }[] = [
    {
      value: 'covered_entity',
      label: `${name}, as a covered entity`,
      text: 'The vendor works with its PHI on its behalf: a business associate agreement.',
    },
    {
      value: 'business_associate',
      label: `${name}, as a business associate of others`,
      text: 'The vendor works with the PHI of those it works for: a subcontractor agreement.',
    },
    {
      value: 'vendor',
      label: 'Another vendor',
      text: 'A business associate hands PHI on to this vendor. The agreement is theirs; a copy of it or its dates are recorded here.',
    },
  ];
  return (
    <Radio.Group
      id="fact-parties"
      label="Who gives the PHI to the vendor?"
      value={above}
      onChange={(value) => onChange(value as Above)}
      error={error}
    >
      <div className={classes.parties}>
        {choices.map(({ value, label, text }) => (
          <Radio
            key={value}
            size="xs"
            value={value}
            label={label}
            description={text}
            classNames={{ label: classes.party }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

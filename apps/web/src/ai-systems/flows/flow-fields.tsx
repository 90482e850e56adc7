import { IDENTIFIERS, type Identifier } from '@attestry/domain/ai-systems/facts.ts';
import { EXPOSURES, type Exposure, PHI_FLOW_LABELS } from '@attestry/domain/ai-systems/phi-flow.ts';
import { Checkbox, MultiSelect, Textarea } from '@mantine/core';
import { DateField } from '../../ui/date-field.tsx';
import classes from './flows.module.css';

/** What is said of a flow, whatever it goes to. */
export interface FlowDays {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly exposures: readonly Exposure[];
  readonly identifiers: readonly Identifier[];
  readonly notes: string;
}

export const sentDays = ({ endsOn, exposures, identifiers, ...rest }: FlowDays) => ({
  ...rest,
  endsOn: endsOn || null,
  exposures: [...exposures],
  identifiers: [...identifiers],
});

export function FlowFields({
  flow,
  change,
  wrong,
}: {
  flow: FlowDays;
  change: (flow: FlowDays) => void;
  wrong: Readonly<Record<string, string>>;
}) {
  const set = <Key extends keyof FlowDays>(key: Key, value: FlowDays[Key]) => change({ ...flow, [key]: value });
  return (
    <>
      <div className={classes.pair}>
        <DateField
          label={PHI_FLOW_LABELS.startsOn}
          description="The first day on which PHI was sent."
          value={flow.startsOn}
          onChange={(day) => set('startsOn', day)}
          error={wrong['facts.startsOn']}
        />
        <DateField
          label={PHI_FLOW_LABELS.endsOn}
          description="Empty while it goes on."
          value={flow.endsOn}
          onChange={(day) => set('endsOn', day)}
          error={wrong['facts.endsOn']}
        />
      </div>
      <Checkbox.Group
        label={PHI_FLOW_LABELS.exposures}
        description="Where PHI is exposed once it is there."
        value={[...flow.exposures]}
        onChange={(value) => set('exposures', value as Exposure[])}
        error={wrong['facts.exposures']}
      >
        <div className={classes.choices}>
          {Object.entries(EXPOSURES).map(([value, label]) => (
            <Checkbox key={value} size="xs" value={value} label={label} />
          ))}
        </div>
      </Checkbox.Group>
      <MultiSelect
        label={PHI_FLOW_LABELS.identifiers}
        description="Of 45 CFR 164.514(b)(2)(i), by the letter of their paragraph."
        data={Object.entries(IDENTIFIERS).map(([value, label]) => ({ value, label: `${value}  ${label}` }))}
        value={[...flow.identifiers]}
        onChange={(value) => set('identifiers', value as Identifier[])}
        error={wrong['facts.identifiers']}
        searchable
        hidePickedOptions
      />
      <Textarea
        label={PHI_FLOW_LABELS.notes}
        autosize
        minRows={1}
        value={flow.notes}
        onChange={({ currentTarget }) => set('notes', currentTarget.value)}
        error={wrong['facts.notes']}
      />
    </>
  );
}

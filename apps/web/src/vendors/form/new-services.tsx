import type { YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';
import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { AnswerRadios } from './answer-radios.tsx';
import classes from './new-services.module.css';

export interface NewService {
  /** Of the line, not of a record. */
  readonly key: number;
  readonly name: string;
  readonly phi: YesNoUnknown;
  readonly ai: YesNoUnknown;
}

export const emptyService = (key: number): NewService => ({ key, name: '', phi: 'unknown', ai: 'unknown' });

/** Nothing was said on the line: it is left out. */
export const isEmpty = ({ name, phi, ai }: NewService) => name.trim() === '' && phi === 'unknown' && ai === 'unknown';

/** The services of a new vendor, a few answers each; the rest later. */
export function NewServices({
  services,
  errors,
  change,
}: {
  services: readonly NewService[];
  /** By the key of the line. */
  errors: Readonly<Record<number, ReactNode>>;
  change: (services: readonly NewService[]) => void;
}) {
  const set = (key: number, part: Partial<NewService>) =>
    change(services.map((service) => (service.key === key ? { ...service, ...part } : service)));
  return (
    <fieldset className={classes.services}>
      <legend>Which of its services do you use?</legend>
      <p className={classes.hint}>Agreements cover services, not companies. Leave it empty when you do not know yet.</p>
      {services.map(({ key, name, phi, ai }, index) => (
        <fieldset key={key} className={classes.service} aria-label={`Service ${index + 1}`}>
          <TextInput
            id={`service-${key}`}
            label="Service"
            value={name}
            error={errors[key]}
            onChange={(event) => set(key, { name: event.currentTarget.value })}
          />
          <AnswerRadios
            id={`service-${key}-phi`}
            label="Receives PHI?"
            value={phi}
            change={(answer) => set(key, { phi: answer })}
          />
          <AnswerRadios
            id={`service-${key}-ai`}
            label="Uses AI?"
            value={ai}
            change={(answer) => set(key, { ai: answer })}
          />
          {services.length > 1 && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              className={classes.remove}
              onClick={() => change(services.filter((service) => service.key !== key))}
            >
              Take away
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => change([...services, emptyService(Math.max(0, ...services.map(({ key }) => key)) + 1)])}
      >
        Add another service
      </Button>
    </fieldset>
  );
}

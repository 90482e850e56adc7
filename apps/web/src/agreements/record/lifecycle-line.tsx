import { useSession } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import type { AgreementOnPage } from './agreement-on-page.ts';
import { lifecycleOf } from './lifecycle.ts';
import classes from './lifecycle-line.module.css';

/** The dated facts along a line: filled where they happened, hollow ahead, hatched where they are missing. */
export function LifecycleLine({ agreement }: { agreement: AgreementOnPage }) {
  const { organization, today } = useSession();
  const { asOf } = useAsOf();
  const day = asOf ?? today;
  return (
    <ol className={classes.line} aria-label="Dates of this agreement">
      {lifecycleOf(agreement, organization.name, day).map((step) => (
        <li key={step.key} className={classes.step} data-when={when(step.day, day)}>
          <span className={classes.label}>{step.label}</span>
          {step.day ? (
            <DateText day={step.day} today={step.day > day ? day : undefined} />
          ) : (
            <Unknown word="Not recorded" />
          )}
          {step.who && <span className={classes.who}>{step.who}</span>}
        </li>
      ))}
    </ol>
  );
}

const when = (step: string | null, day: string) => (step === null ? 'missing' : step <= day ? 'past' : 'ahead');

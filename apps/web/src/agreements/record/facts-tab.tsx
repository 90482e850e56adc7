import { AGREEMENT_LABELS, PARTIES, RENEWALS } from '@attestry/domain/agreements/facts.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import type { ReactNode } from 'react';
import { useSession } from '../../shell/session.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Section } from '../../ui/section.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { Why } from '../../ui/why.tsx';
import { counted } from '../../ui/words.ts';
import { partyNames } from '../facts/party-names.ts';
import { whyReasons } from '../facts/why-reasons.ts';
import type { AgreementOnPage } from './agreement-on-page.ts';
import { FileLink } from './file-link.tsx';
import { LifecycleLine } from './lifecycle-line.tsx';
import classes from './record.module.css';

export function FactsTab({ agreement }: { agreement: AgreementOnPage }) {
  return (
    <div className={classes.sections}>
      <Section title="Dates">
        <LifecycleLine agreement={agreement} />
      </Section>
      <Section title="Terms" text="What the agreement says, as far as recorded.">
        <Terms agreement={agreement} />
      </Section>
      <Section title="Parties">
        <PartyFacts agreement={agreement} />
      </Section>
      {agreement.amendments.length > 0 && (
        <Section title="Amendments">
          <Amendments agreement={agreement} />
        </Section>
      )}
      <Section title="Retention">
        <Retention agreement={agreement} />
      </Section>
      {agreement.notes && (
        <Section title="Notes">
          <p className={classes.prose}>{agreement.notes}</p>
        </Section>
      )}
    </div>
  );
}

function Terms({ agreement }: { agreement: AgreementOnPage }) {
  const { renewal, termEndsOn, renewalMonths, noticeDays, objectionDays, returnDays, standing } = agreement;
  const days = (count: number | null | undefined) => (count == null ? NOT_RECORDED : counted(count, 'day'));
  return (
    <dl className={classes.facts}>
      <Fact label={AGREEMENT_LABELS.renewal}>{renewal === 'unknown' ? <Unknown /> : RENEWALS[renewal]}</Fact>
      {renewal !== 'evergreen' && (
        <Fact label={AGREEMENT_LABELS.termEndsOn}>
          {termEndsOn ? <DateText day={termEndsOn} /> : NOT_RECORDED}
          {termEndsOn && standing.termEndsOn && standing.termEndsOn !== termEndsOn && (
            <span className={classes.second}>the present term ends on {dayText(standing.termEndsOn)}</span>
          )}
        </Fact>
      )}
      {renewal === 'auto' && (
        <Fact label="Renews for">{renewalMonths == null ? NOT_RECORDED : counted(renewalMonths, 'month')}</Fact>
      )}
      {renewal !== 'evergreen' && <Fact label="Notice before the end of a term">{days(noticeDays)}</Fact>}
      <Fact label="To object to a new subprocessor">{days(objectionDays)}</Fact>
      <Fact label="To return or destroy PHI">{days(returnDays)}</Fact>
    </dl>
  );
}

function PartyFacts({ agreement }: { agreement: AgreementOnPage }) {
  const { organization } = useSession();
  const { upper, upperIs, lower, lowerIs } = partyNames(agreement, organization.name);
  return (
    <dl className={classes.facts}>
      <Fact label="Between">{PARTIES[agreement.parties]}</Fact>
      <Fact label={`The ${upperIs}`}>{upper}</Fact>
      <Fact label={`The ${lowerIs}`}>{lower}</Fact>
      <Fact label={AGREEMENT_LABELS.owner}>{agreement.owner || NOT_RECORDED}</Fact>
    </dl>
  );
}

function Amendments({ agreement }: { agreement: AgreementOnPage }) {
  return (
    <ol className={classes.lines}>
      {agreement.amendments.map(({ id, effectiveOn, description, document }) => (
        <li key={id}>
          <span className={classes.lead}>
            Effective <DateText day={effectiveOn} />
          </span>
          <span className={classes.prose}>{description}</span>
          {document && <FileLink file={document} />}
        </li>
      ))}
    </ol>
  );
}

function Retention({ agreement }: { agreement: AgreementOnPage }) {
  const { keepUntil, retention } = agreement.standing;
  return keepUntil ? (
    <p>
      Kept until {dayText(keepUntil)}.{' '}
      <Why label={`Why it is kept until ${dayText(keepUntil)}`} reasons={whyReasons([retention])} />
    </p>
  ) : (
    <p>
      Kept, with no end in sight: {lowerFirst(retention.text)}{' '}
      <Why label="Why it is kept" reasons={whyReasons([retention])} />
    </p>
  );
}

export const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={classes.fact}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const NOT_RECORDED = <Unknown word="Not recorded" />;
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

import { CONDITION_MET } from '@attestry/domain/agreements/facts.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { AddConditionDialog } from './add-condition-dialog.tsx';
import type { AgreementOnPage, Condition } from './agreement-on-page.ts';
import { ConditionStatusDialog } from './condition-status-dialog.tsx';
import classes from './conditions-tab.module.css';
import { FileLink } from './file-link.tsx';
import record from './record.module.css';
import { WithdrawConditionDialog } from './withdraw-condition-dialog.tsx';

/** Settings that the agreement makes cover depend on, and on which days they held. */
export function ConditionsTab({ agreement }: { agreement: AgreementOnPage }) {
  const may = useMay('agreement.set-condition') && !useAsOf().readOnly;
  const [adding, setAdding] = useState(false);
  const add = may && (
    <Button variant="default" onClick={() => setAdding(true)}>
      Add a condition…
    </Button>
  );
  return (
    <>
      {agreement.conditions.length === 0 ? (
        <EmptyState title="It sets no conditions" action={add}>
          Where an agreement covers PHI only under a condition, such as zero data retention switched on, record the
          condition here. On days on which it is not met, or nobody knows, PHI is not shown as covered.
        </EmptyState>
      ) : (
        <>
          <div className={record.bar}>
            <p>PHI is covered only on days on which every condition is known to be met.</p>
            {add}
          </div>
          <Conditions conditions={agreement.conditions} may={may} />
        </>
      )}
      <AddConditionDialog agreement={agreement} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function Conditions({ conditions, may }: { conditions: readonly Condition[]; may: boolean }) {
  const [setting, setSetting] = useState<Condition>();
  const [withdrawing, setWithdrawing] = useState<Condition>();
  const standing = conditions.filter(({ withdrawnAt }) => !withdrawnAt);
  const withdrawn = conditions.filter(({ withdrawnAt }) => withdrawnAt);
  return (
    <>
      <div className={record.blocks}>
        {standing.map((condition) => (
          <article key={condition.id} className={record.block} aria-label={condition.condition}>
            <div className={record.blockHead}>
              <div>
                <h2>{condition.condition}</h2>
                <p className={classes.about}>{condition.service?.name ?? 'Every service that it lists'}</p>
              </div>
              {may && (
                <span className={record.row}>
                  <Button size="compact-sm" variant="default" onClick={() => setSetting(condition)}>
                    Set its state…
                  </Button>
                  <Button size="compact-sm" variant="subtle" onClick={() => setWithdrawing(condition)}>
                    Withdraw…
                  </Button>
                </span>
              )}
            </div>
            <p>
              <MetMark met={condition.met} />
            </p>
            <Statuses condition={condition} />
          </article>
        ))}
        {withdrawn.map(({ id, condition, withdrawnReason }) => (
          <article key={id} className={`${record.block} ${record.withdrawn}`} aria-label={condition}>
            <h2>{condition}</h2>
            <p>Withdrawn: {withdrawnReason}</p>
          </article>
        ))}
      </div>
      <ConditionStatusDialog condition={setting} onClose={() => setSetting(undefined)} />
      <WithdrawConditionDialog condition={withdrawing} onClose={() => setWithdrawing(undefined)} />
    </>
  );
}

/** On which days it was met: each line holds from its day until the line above it. */
function Statuses({ condition: { statuses } }: { condition: Condition }) {
  if (statuses.length === 0) return <p className={classes.about}>Nobody has recorded whether it is met.</p>;
  return (
    <ol className={classes.statuses}>
      {statuses.map(({ id, since, met, note, document }) => (
        <li key={id}>
          <span className={classes.since}>
            Since <DateText day={since} />
          </span>
          <span>
            <MetMark met={met} />
          </span>
          <span className={classes.note}>
            {note}
            {document && <FileLink file={document} />}
          </span>
        </li>
      ))}
      <li>
        <span className={classes.since}>Before</span>
        <span>
          <MetMark met="unknown" />
        </span>
      </li>
    </ol>
  );
}

const MetMark = ({ met }: { met: keyof typeof CONDITION_MET }) => (
  <Status standing={({ yes: 'order', no: 'gap', unknown: 'unknown' } as const)[met]}>{CONDITION_MET[met]}</Status>
);

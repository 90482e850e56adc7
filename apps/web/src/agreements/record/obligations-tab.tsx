import type { AgreementStage } from '@attestry/domain/agreements/lifecycle.ts';
import { OBLIGATION_STATES, type ObligationState } from '@attestry/domain/agreements/obligation.ts';
import { RETURN_CATEGORIES } from '@attestry/domain/agreements/return-or-destroy.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Standing, Status } from '../../ui/status.tsx';
import { Why } from '../../ui/why.tsx';
import { whyReasons } from '../facts/why-reasons.ts';
import type { AgreementOnPage, Obligation } from './agreement-on-page.ts';
import { DueDialog } from './due-dialog.tsx';
import { FileLink } from './file-link.tsx';
import { FulfilDialog } from './fulfil-dialog.tsx';
import { InfeasibleDialog } from './infeasible-dialog.tsx';
import classes from './obligations-tab.module.css';
import { RecheckDialog } from './recheck-dialog.tsx';
import record from './record.module.css';

/** What is to be returned or destroyed at the end, by kind of holding (45 CFR 164.504(e)(2)(ii)(J)). */
export function ObligationsTab({ agreement }: { agreement: AgreementOnPage }) {
  const { obligations, standing } = agreement;
  if (obligations.length === 0) {
    const { title, text } = NONE[standing.stage] ?? NOT_YET;
    return <EmptyState title={title}>{text}</EmptyState>;
  }
  return (
    <>
      <p className={classes.clock}>
        Whatever the vendor holds, in any form, is returned or destroyed where that is feasible (45 CFR
        164.504(e)(2)(ii)(J)). {standing.retention.text}{' '}
        <Why label="Why the retention stands there" reasons={whyReasons([standing.retention])} />
      </p>
      <Obligations obligations={obligations} />
    </>
  );
}

const NOT_YET = {
  title: 'Nothing is due to be returned or destroyed',
  text: 'When the agreement ends, an obligation starts for each kind of holding: primary data, backups, prompts and logs, indexes, fine-tuning data, model weights, and what subprocessors hold.',
};
const NONE: Readonly<Partial<Record<AgreementStage, typeof NOT_YET>>> = {
  ended: {
    title: 'Nobody recorded what became of the PHI',
    text: 'Its term ran out. Record its end: an obligation then starts for each kind of holding.',
  },
  superseded: {
    title: 'Nothing is due to be returned or destroyed',
    text: 'Another agreement took its place: what the vendor holds, it holds under that one.',
  },
};

type Asking = 'done' | 'infeasible' | 'recheck' | 'due';

function Obligations({ obligations }: { obligations: readonly Obligation[] }) {
  const { readOnly } = useAsOf();
  const [asked, setAsked] = useState<{ about: Obligation; for: Asking }>();
  const about = (dialog: Asking) => (asked?.for === dialog ? asked.about : undefined);
  const close = () => setAsked(undefined);
  return (
    <>
      <div className={record.blocks}>
        {obligations.map((obligation) => (
          <article key={obligation.id} className={record.block} aria-label={RETURN_CATEGORIES[obligation.category]}>
            <div className={record.blockHead}>
              <div>
                <h2>{RETURN_CATEGORIES[obligation.category]}</h2>
                <p className={classes.state}>
                  <StateMark state={obligation.standing.state} /> {obligation.standing.reason.text}
                </p>
              </div>
              {!readOnly && (
                <Commands obligation={obligation} ask={(dialog) => setAsked({ about: obligation, for: dialog })} />
              )}
            </div>
            <Told obligation={obligation} />
          </article>
        ))}
      </div>
      <FulfilDialog obligation={about('done')} onClose={close} />
      <InfeasibleDialog obligation={about('infeasible')} onClose={close} />
      <RecheckDialog obligation={about('recheck')} onClose={close} />
      <DueDialog obligation={about('due')} onClose={close} />
    </>
  );
}

function Told({ obligation }: { obligation: Obligation }) {
  const { method, certificate, infeasibleSince, protections } = obligation;
  if (!method && !certificate && !infeasibleSince) return null;
  return (
    <dl className={record.facts}>
      {method && (
        <div className={record.fact}>
          <dt>Method</dt>
          <dd className={record.prose}>{method}</dd>
        </div>
      )}
      {certificate && (
        <div className={record.fact}>
          <dt>Certificate</dt>
          <dd>
            <FileLink file={certificate} />
          </dd>
        </div>
      )}
      {infeasibleSince && (
        <div className={record.fact}>
          <dt>Protections that go on</dt>
          <dd className={record.prose}>{protections}</dd>
        </div>
      )}
    </dl>
  );
}

function Commands({ obligation, ask }: { obligation: Obligation; ask: (dialog: Asking) => void }) {
  const mayFulfil = useMay('return-obligation.fulfil');
  const mayDeclare = useMay('return-obligation.declare-infeasible');
  const mayMove = useMay('return-obligation.change-due');
  const done = obligation.standing.state === 'done';
  const infeasible = obligation.infeasibleSince != null;
  const button = (dialog: Asking, name: string, primary = false) => (
    <Button key={dialog} size="compact-sm" variant={primary ? 'default' : 'subtle'} onClick={() => ask(dialog)}>
      {name}
    </Button>
  );
  return (
    <span className={record.row}>
      {mayFulfil && button('done', done ? 'Correct…' : 'Record as done…', !done)}
      {mayDeclare && !done && !infeasible && button('infeasible', 'Not feasible…')}
      {mayDeclare && !done && infeasible && button('recheck', 'Looked at again…', true)}
      {mayMove && !done && !infeasible && button('due', 'Change the due date…')}
    </span>
  );
}

const StateMark = ({ state }: { state: ObligationState }) => (
  <Status standing={STANDINGS[state]}>{OBLIGATION_STATES[state]}</Status>
);
const STANDINGS: Readonly<Record<ObligationState, Standing>> = {
  open: 'soon',
  overdue: 'gap',
  infeasible: 'plain',
  recheck_due: 'gap',
  done: 'order',
};

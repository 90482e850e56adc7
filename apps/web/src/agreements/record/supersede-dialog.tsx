import { AGREEMENT_STAGES } from '@attestry/domain/agreements/lifecycle.ts';
import { dayBefore } from '@attestry/domain/time/dates.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  AgreementsWithVendorDocument,
  type AgreementsWithVendorQuery,
  SupersedeAgreementDocument,
} from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import classes from '../../shell/form/command-dialog.module.css';
import { say } from '../../shell/notices.tsx';
import { query, useCommand } from '../../shell/queries.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import type { AgreementOnPage } from './agreement-on-page.ts';
import { Losses } from './end-effects.tsx';

type Other = AgreementsWithVendorQuery['agreements']['nodes'][number];

/** Another agreement between the same parties takes its place. */
export function SupersedeDialog({
  agreement,
  opened,
  onClose,
}: {
  agreement: AgreementOnPage;
  opened: boolean;
  onClose: () => void;
}) {
  const { data } = useQuery({
    ...query(AgreementsWithVendorDocument, { vendorId: agreement.vendor.id }),
    enabled: opened,
  });
  const [byId, setById] = useState('');
  const supersede = useCommand(SupersedeAgreementDocument);
  const { reset } = supersede;
  useEffect(() => {
    if (!opened) return;
    reset();
    setById('');
  }, [opened, reset]);
  const others = (data?.agreements.nodes ?? []).filter((other) => mayTakePlaceOf(agreement, other));
  const by = others.find(({ id }) => id === byId);
  const failure = supersede.error ? failureOf(supersede.error) : undefined;
  const wrong = fieldErrors(failure?.fields).supersededById;
  const confirm = (reason: string) =>
    supersede.mutate(
      { input: { id: agreement.id, version: agreement.version, supersededById: byId, reason } },
      {
        onSuccess: () => {
          say(`“${agreement.title}” is superseded.`);
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title="Supersede by another agreement"
      command="Supersede it"
      busy={supersede.isPending}
      disabled={!by}
      problem={failure && !wrong && <FailureState failure={failure} />}
      onConfirm={confirm}
    >
      <NativeSelect
        label="The agreement that takes its place"
        description={data && others.length === 0 ? NONE : 'Between the same parties, effective later than this one.'}
        value={byId}
        error={wrong}
        onChange={(event) => setById(event.currentTarget.value)}
        data={[
          { value: '', label: 'Choose an agreement' },
          ...others.map((other) => ({ value: other.id, label: nameOf(other) })),
        ]}
      />
      {by?.effectiveOn && <Effects agreement={agreement} by={by} lastDay={dayBefore(by.effectiveOn)} />}
    </ReasonDialog>
  );
}

function Effects({ agreement, by, lastDay }: { agreement: AgreementOnPage; by: Other; lastDay: string }) {
  return (
    <div className={classes.effects}>
      <p>
        {dayText(lastDay)} becomes its last day in effect; from then on only the services that “{by.title}” lists are
        covered.
      </p>
      <Losses
        agreement={agreement}
        lastDay={lastDay}
        goOn={new Set(by.coveredServices.map(({ service }) => service.id))}
      />
      <p>No obligation to return or destroy PHI starts: what the vendor holds, it holds under the other agreement.</p>
    </div>
  );
}

const mayTakePlaceOf = (agreement: AgreementOnPage, other: Other): boolean =>
  other.id !== agreement.id &&
  (other.upperVendor?.id ?? null) === (agreement.upperVendor?.id ?? null) &&
  Boolean(other.effectiveOn && (!agreement.effectiveOn || other.effectiveOn > agreement.effectiveOn));

const nameOf = ({ title, effectiveOn, standing }: Other): string =>
  `${title} (${AGREEMENT_STAGES[standing.stage].toLowerCase()}, effective ${dayText(effectiveOn!)})`;

const NONE =
  'No other agreement between the same parties is effective later. Record the new one first, then supersede this one.';

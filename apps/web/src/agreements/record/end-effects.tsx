import { movedDue, obligationsAtEnd, RETURN_DAYS } from '@attestry/domain/agreements/obligation.ts';
import { RETURN_CATEGORIES } from '@attestry/domain/agreements/return-or-destroy.ts';
import { dayAfter } from '@attestry/domain/time/dates.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { isPlainDate } from '@attestry/domain/time/plain-date.ts';
import { useQuery } from '@tanstack/react-query';
import { FlowsToVendorDocument } from '../../generated/graphql.ts';
import classes from '../../shell/form/command-dialog.module.css';
import { query } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { counted } from '../../ui/words.ts';
import type { AgreementOnPage } from './agreement-on-page.ts';
import { losingCover } from './losing-cover.ts';

/** Exactly what an end on a day does: which flows lose cover from when, and what falls due. */
export function EndEffects({ agreement, lastDay }: { agreement: AgreementOnPage; lastDay: string }) {
  if (!isPlainDate(lastDay)) return null;
  return (
    <div className={classes.effects}>
      <p>
        From {dayText(dayAfter(lastDay))} on, “{agreement.title}” covers nothing.
      </p>
      <Losses agreement={agreement} lastDay={lastDay} goOn={NOTHING} />
      <Falling agreement={agreement} lastDay={lastDay} />
    </div>
  );
}

/** The flows that lose this agreement's cover, as far as flows are recorded. */
export function Losses({
  agreement,
  lastDay,
  goOn,
}: {
  agreement: AgreementOnPage;
  lastDay: string;
  goOn: ReadonlySet<string>;
}) {
  const may = useMay('coverage.read');
  const { data } = useQuery({
    ...query(FlowsToVendorDocument, { vendorId: agreement.vendor.id, first: FLOWS }),
    enabled: may,
  });
  if (!data) return null;
  const { nodes, totalCount } = data.coverageTimeline;
  const losses = losingCover(nodes, agreement.id, lastDay, goOn);
  if (losses.length === 0 && totalCount <= nodes.length) return <p>No recorded PHI flow loses cover by it.</p>;
  return (
    <div>
      <p>
        {counted(losses.length, 'PHI flow')} {losses.length === 1 ? 'loses' : 'lose'} its cover
        {totalCount > nodes.length && `, of the first ${nodes.length} that were looked at`}:
      </p>
      <ul>
        {losses.slice(0, LISTED).map(({ id, flow, from }) => (
          <li key={id}>
            {flow}, from {dayText(from)}
          </li>
        ))}
        {losses.length > LISTED && <li>and {losses.length - LISTED} more</li>}
      </ul>
    </div>
  );
}

/** What is to be returned or destroyed, and by when. */
function Falling({ agreement, lastDay }: { agreement: AgreementOnPage; lastDay: string }) {
  const returnDays = agreement.returnDays ?? null;
  if (agreement.obligations.length > 0)
    return <Moving agreement={agreement} lastDay={lastDay} returnDays={returnDays} />;
  const started = obligationsAtEnd(lastDay, returnDays);
  const days = counted(returnDays ?? RETURN_DAYS, 'day');
  return (
    <div>
      <p>
        {started.length} obligations to return or destroy PHI start, due {dayText(started[0]!.dueOn)}: {days} after the
        last day
        {returnDays === null ? ', as the agreement is not recorded to say otherwise' : ', as the agreement says'}.
      </p>
      <ul>
        {started.map(({ category }) => (
          <li key={category}>{RETURN_CATEGORIES[category]}</li>
        ))}
      </ul>
    </div>
  );
}

/** The obligations have started: what is due by the last day moves with it. */
function Moving({
  agreement,
  lastDay,
  returnDays,
}: {
  agreement: AgreementOnPage;
  lastDay: string;
  returnDays: number | null;
}) {
  const before = { endsOn: agreement.endsOn ?? null, returnDays };
  const moved = agreement.obligations.flatMap(
    ({ dueOn, doneOn }) => movedDue({ dueOn, doneOn: doneOn ?? null }, before, { endsOn: lastDay, returnDays }) ?? [],
  );
  return (
    <p>
      {moved[0]
        ? `${counted(moved.length, 'obligation')} to return or destroy PHI ${moved.length === 1 ? 'moves' : 'move'} along, to ${dayText(moved[0])}.`
        : 'The obligations to return or destroy PHI have started; their due dates stay.'}
    </p>
  );
}

const NOTHING: ReadonlySet<string> = new Set();
/** Flows of one vendor that are looked at. */
const FLOWS = 50;
const LISTED = 10;

import { dayText } from '@attestry/domain/time/day-text.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubprocessorVersionsQuery } from '../../generated/graphql.ts';
import { useToday } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { InstantText } from '../../ui/date-text.tsx';
import { distanceText } from '../../ui/dates.ts';
import { Status } from '../../ui/status.tsx';
import { Why } from '../../ui/why.tsx';
import { counted } from '../../ui/words.ts';
import { ListDifference } from './list-difference.tsx';
import { ListLines } from './list-lines.tsx';
import classes from './subprocessors.module.css';

type List = NonNullable<SubprocessorVersionsQuery['vendor']>['subprocessorLists'][number];

interface Props {
  vendor: { readonly id: string; readonly name: string };
  /** Newest first. */
  lists: readonly List[];
}

/** The list that the vendor publishes, as it was on the days it was recorded for. */
export function ListVersions({ vendor, lists }: Props) {
  if (lists.length === 0)
    return (
      <p className={classes.note}>
        No published list of {vendor.name} is recorded: what stands here was added by hand.
      </p>
    );
  return (
    <section aria-labelledby="list-versions" className={classes.versions}>
      <h2 id="list-versions" className={classes.heading}>
        The list that {vendor.name} publishes
      </h2>
      {lists.map((list, at) => (
        <Version key={list.id} vendor={vendor} list={list} before={lists[at + 1]} />
      ))}
    </section>
  );
}

function Version({ vendor, list, before }: { vendor: Props['vendor']; list: List; before: List | undefined }) {
  const [opened, setOpened] = useState(false);
  const { listedOn, createdAt, source, document, entries, difference } = list;
  return (
    <article className={classes.version} aria-labelledby={`list-${list.id}`}>
      <div>
        <h3 id={`list-${list.id}`}>List of {dayText(listedOn)}</h3>
        <p className={classes.about}>
          <span>{counted(entries.length, 'line')}</span>
          <span>
            Recorded <InstantText at={createdAt} dayOnly />
          </span>
          {source && <span>{source}</span>}
          {document && (
            <Link to="/documents/$id/view" params={{ id: document.id }}>
              {document.name}
            </Link>
          )}
        </p>
      </div>
      <div className={classes.said}>
        {difference && before ? (
          <>
            <Objection list={list} />
            <ListDifference difference={difference} before={before.listedOn} />
          </>
        ) : (
          <p className={classes.dim}>The first version on record: there is nothing to compare it to.</p>
        )}
        <details onToggle={(event) => setOpened(event.currentTarget.open)}>
          <summary>All lines of this version</summary>
          {opened && <ListLines vendorId={vendor.id} listId={list.id} label={`List of ${dayText(listedOn)}`} />}
        </details>
      </div>
    </article>
  );
}

/** Until when what it adds can be objected to, where an agreement says so. */
function Objection({ list: { objectBy, difference } }: { list: List }) {
  const today = useToday();
  const { asOf } = useAsOf();
  if (!difference || difference.added.length === 0) return null;
  if (!objectBy)
    return <p className={classes.dim}>No agreement with the vendor gives a time to object to what it adds.</p>;
  const day = asOf ?? today;
  const over = objectBy.on < day;
  return (
    <p>
      <Status standing={over ? 'plain' : 'soon'}>
        {over ? 'Time to object ended on' : 'Object by'} {dayText(objectBy.on)}
      </Status>{' '}
      <span className={classes.dim}>{distanceText(objectBy.on, day)}</span>{' '}
      <Why label="Why: last day to object" reasons={[objectBy.reason]} />
    </p>
  );
}

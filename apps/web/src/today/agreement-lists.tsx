import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AgreementsTodayDocument, type AgreementsTodayQuery } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { query } from '../shell/queries.ts';
import { useToday } from '../shell/session.ts';
import { DateText } from '../ui/date-text.tsx';
import { distanceText } from '../ui/dates.ts';
import { Section } from '../ui/section.tsx';
import { Status } from '../ui/status.tsx';
import { counted, numberText } from '../ui/words.ts';
import { dueObligations } from './due-obligations.ts';
import classes from './today.module.css';

type Board = AgreementsTodayQuery['agreementBoard'];

/** PHI without an agreement, agreements that end soon, and what is late to be returned or destroyed; only where there is something. */
export function AgreementLists() {
  const { data, error, refetch } = useQuery(query(AgreementsTodayDocument, {}));
  const board = data?.agreementBoard;
  if (error)
    return (
      <Section title="Agreements">
        <FailureState failure={failureOf(error)} again={refetch} />
      </Section>
    );
  if (!board) return null;
  const late = dueObligations(board.endedOpen.agreements);
  const soon = board.expiringIn30.count + board.expiringIn90.count;
  if (board.missing.count + soon + late.length === 0) return null;
  return (
    <Section title="Agreements" text={<Link to="/agreements">The board</Link>}>
      <Missing missing={board.missing} />
      <Late late={late} />
      <Expiring board={board} count={soon} />
    </Section>
  );
}

const SHOWN = 5;

function Missing({ missing: { services, count } }: { missing: Board['missing'] }) {
  return (
    <List
      shown={Math.min(SHOWN, services.length)}
      count={count}
      all={<Link to="/agreements">All {numberText(count)}</Link>}
    >
      {services.slice(0, SHOWN).map(({ service, since, aiSystems }) => (
        <Line
          key={service.id}
          name={
            <Link to="/vendors/$id" params={{ id: service.vendor.id }}>
              {service.name}
            </Link>
          }
          second={
            <>
              {service.vendor.name}; PHI from {counted(aiSystems, 'AI system')} since <DateText day={since} />
            </>
          }
          why={<Status standing="gap">PHI without an agreement</Status>}
        />
      ))}
    </List>
  );
}

function Late({ late }: { late: ReturnType<typeof dueObligations> }) {
  return (
    <List
      shown={Math.min(SHOWN, late.length)}
      count={late.length}
      all={
        <Link to="/agreements" search={{ view: 'register', open: ['yes'] }}>
          All with obligations open
        </Link>
      }
    >
      {late.slice(0, SHOWN).map(({ id, title, vendor, words, since }) => (
        <Line
          key={id}
          name={
            <Link to="/agreements/$id" params={{ id }} search={{ tab: 'obligations' }}>
              {title}
            </Link>
          }
          second={
            <>
              {vendor}, ended{since && '; due since '}
              {since && <DateText day={since} />}
            </>
          }
          why={<Status standing="gap">{words}</Status>}
        />
      ))}
    </List>
  );
}

function Expiring({ board, count }: { board: Board; count: number }) {
  const today = useToday();
  const ending = [...board.expiringIn30.agreements, ...board.expiringIn90.agreements];
  return (
    <List
      shown={Math.min(SHOWN, ending.length)}
      count={count}
      all={
        <Link to="/agreements" search={{ view: 'register', within: ['90'] }}>
          All {numberText(count)} that end within 90 days
        </Link>
      }
    >
      {ending.slice(0, SHOWN).map(({ id, title, vendor, standing }) => (
        <Line
          key={id}
          name={
            <Link to="/agreements/$id" params={{ id }}>
              {title}
            </Link>
          }
          second={vendor.name}
          why={
            standing.inEffectThrough && (
              <>
                <Status standing="soon">Ends {distanceText(standing.inEffectThrough, today)}</Status>{' '}
                <DateText day={standing.inEffectThrough} />
              </>
            )
          }
        />
      ))}
    </List>
  );
}

function List({
  shown,
  count,
  all,
  children,
}: {
  shown: number;
  count: number;
  /** The way to all of them. */
  all: ReactNode;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <>
      <ul className={classes.lines}>{children}</ul>
      {count > shown && <p className={classes.all}>{all}</p>}
    </>
  );
}

const Line = ({ name, second, why }: { name: ReactNode; second: ReactNode; why: ReactNode }) => (
  <li className={classes.line}>
    {name}
    <span className={classes.department}>{second}</span>
    <span className={classes.why}>{why}</span>
  </li>
);

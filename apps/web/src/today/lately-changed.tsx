import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { differencesOf } from '../audit/differences.ts';
import { LatelyChangedDocument, type LatelyChangedQuery } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { query } from '../shell/queries.ts';
import { InstantText } from '../ui/date-text.tsx';
import { Section } from '../ui/section.tsx';
import { RowsShape } from '../ui/shapes.tsx';
import classes from './today.module.css';

type Event = LatelyChangedQuery['auditEvents']['nodes'][number];

export function LatelyChanged() {
  const { data, error, refetch } = useQuery(query(LatelyChangedDocument, {}));
  return (
    <Section title="Changed lately" text={<Link to="/audit-log">Audit log</Link>}>
      {error && <FailureState failure={failureOf(error)} again={refetch} />}
      {!data && !error && <RowsShape rows={6} />}
      {data?.auditEvents.nodes.length === 0 && <p className={classes.none}>Nothing has been recorded yet.</p>}
      <ul className={classes.lines}>
        {data?.auditEvents.nodes.map((event) => (
          <ChangedLine key={event.id} event={event} />
        ))}
      </ul>
    </Section>
  );
}

function ChangedLine({ event }: { event: Event }) {
  const { name } = (event.after ?? event.before ?? {}) as { name?: string };
  return (
    <li className={classes.line}>
      <Link to="/ai-systems/$id" params={{ id: event.entityId }}>
        {name ?? 'AI system'}
      </Link>
      <span className={classes.department}>{whatChanged(event)}</span>
      <span className={classes.why}>
        {event.actor}, <InstantText at={event.at} ago />
      </span>
    </li>
  );
}

function whatChanged({ action, before, after }: Event): string {
  if (action === 'insert') return 'Recorded';
  const labels = differencesOf(before, after).map(({ label }) => label.toLowerCase());
  const shown = labels.slice(0, 3).join(', ');
  return labels.length > 3 ? `Changed ${shown} and ${labels.length - 3} more` : `Changed ${shown}`;
}

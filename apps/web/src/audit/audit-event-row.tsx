import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AuditRowFragment } from '../generated/graphql.ts';
import { InstantText } from '../ui/date-text.tsx';
import { Diff } from '../ui/diff.tsx';
import { Status } from '../ui/status.tsx';
import { counted, numberText } from '../ui/words.ts';
import classes from './audit.module.css';
import { actionName, COMMANDS, entityName } from './audit-words.ts';
import { differencesOf } from './differences.ts';
import { nameIn, placeOf } from './subject.ts';

/** Up to this many differences are shown at once; a whole new record is folded. */
const SHOWN = 4;

export function AuditEventRow({ event }: { event: AuditRowFragment }) {
  return (
    <tr>
      <td>
        <InstantText at={event.at} />
      </td>
      <td>{event.actor}</td>
      <td>
        <p>
          {event.action === 'refused' ? <Status standing="gap">Refused</Status> : actionName(event.action)}{' '}
          <Subject event={event} />
        </p>
        <p className={classes.command}>
          {COMMANDS[event.command] && `${COMMANDS[event.command]} · `}
          <code>{event.command}</code>
        </p>
        {event.reason && <p className={classes.reason}>“{event.reason}”</p>}
      </td>
      <td>
        <Change event={event} />
      </td>
      <td className="number" data-label="Sealed as">
        {event.leafIndex === null ? 'Soon' : numberText(event.leafIndex ?? 0)}
      </td>
    </tr>
  );
}

function Subject({ event }: { event: AuditRowFragment }) {
  const name = nameIn(event.after) ?? nameIn(event.before);
  const words = [entityName(event.entity), name].filter(Boolean).join(' ');
  if (event.entity === 'session') return null;
  const place = placeOf(event);
  return place ? <Link {...place}>{words}</Link> : words;
}

function Change({ event }: { event: AuditRowFragment }) {
  // What it belongs to is said by the link, not by its number.
  const owner = placeOf(event)?.params.id;
  const differences = differencesOf(event.before, event.after, event.entity).filter(({ after }) => after !== owner);
  const details = differencesOf(null, event.details);
  const count = differences.length + details.length;
  const [unfolded, setUnfolded] = useState(count <= SHOWN);
  return (
    <>
      {unfolded && <Diff differences={differences} />}
      {unfolded && <Diff differences={details} plain />}
      {count > SHOWN && (
        <UnstyledButton className={classes.fold} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? 'Fold' : counted(count, 'fact')}
        </UnstyledButton>
      )}
    </>
  );
}

import { dayText } from '@attestry/domain/time/day-text.ts';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { counted } from '../../ui/words.ts';
import classes from './board.module.css';
import type { Missing } from './board-columns.ts';

/** A service that PHI reaches though no agreement lists it, and the way to one. */
export function MissingCard({ missing, asOf }: { missing: Missing; asOf: string | undefined }) {
  const { service, since, aiSystems } = missing;
  const mayAdd = useMay('agreement.create') && !asOf;
  return (
    <li className={classes.card} data-missing>
      <Link
        to="/vendors/$id"
        params={{ id: service.vendor.id }}
        search={asOf ? { asOf } : {}}
        className={classes.open}
        data-card
        preload={false}
      >
        <span className={classes.vendor}>{service.vendor.name}</span>
        <span className={classes.title}>{service.name}</span>
      </Link>
      <p className={classes.words}>
        PHI since {dayText(since)}, from {counted(aiSystems, 'AI system')}
      </p>
      {mayAdd && (
        <Link
          to="/agreements/new"
          search={{ vendor: service.vendor.id, service: service.id }}
          className={classes.file}
          preload={false}
          aria-label={`Add an agreement with ${service.vendor.name} for ${service.name}`}
        >
          Add an agreement
        </Link>
      )}
    </li>
  );
}

import { Link, useMatches } from '@tanstack/react-router';
import { useSession } from './session.ts';
import classes from './where-i-am.module.css';

/** Organization, then the pages above this one. The page itself says its own name below. */
export function WhereIAm() {
  const { organization } = useSession();
  const trail = useMatches({
    select: (matches) =>
      matches.flatMap(({ staticData, pathname }) => (staticData.title ? [{ title: staticData.title, pathname }] : [])),
  });
  return (
    <div className={classes.where}>
      <span className={classes.organization}>{organization.name}</span>
      {trail.slice(-2).map(({ title, pathname }, index, shown) => (
        <span key={pathname + title} className={classes.step}>
          <span aria-hidden="true" className={classes.slash}>
            /
          </span>
          {index === shown.length - 1 ? <span>{title}</span> : <Link to={pathname}>{title}</Link>}
        </span>
      ))}
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { Mark } from '../ui/mark.tsx';
import { PLACES, type Place, SETTINGS } from './navigation.ts';
import classes from './navigation-bar.module.css';
import { useSession } from './session.ts';

export function NavigationBar({ onLeave }: { onLeave?: () => void }) {
  const { permissions } = useSession();
  const mayOpen = ({ needs }: Place) => !needs || permissions.includes(needs);
  return (
    <nav aria-label="Main" className={classes.navigation}>
      <Link to="/" className={classes.product} onClick={onLeave}>
        <Mark />
        Attestry
      </Link>
      {PLACES.filter(({ places }) => places.some(mayOpen)).map(({ group, places }) => (
        <div key={group} className={classes.group}>
          <h2 id={`navigation-${group}`}>{group}</h2>
          <ul aria-labelledby={`navigation-${group}`}>
            {places.filter(mayOpen).map((place) => (
              <PlaceLink key={place.to} place={place} onLeave={onLeave} />
            ))}
          </ul>
        </div>
      ))}
      <ul className={classes.foot}>
        <PlaceLink place={SETTINGS} onLeave={onLeave} />
      </ul>
    </nav>
  );
}

function PlaceLink({ place, onLeave }: { place: Place; onLeave?: () => void }) {
  return (
    <li>
      <Link to={place.to} activeOptions={{ exact: place.to === '/' }} className={classes.place} onClick={onLeave}>
        <place.icon size={18} stroke={1.5} aria-hidden />
        {place.name}
      </Link>
    </li>
  );
}

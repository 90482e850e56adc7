import { Link, Outlet } from '@tanstack/react-router';
import { useMay } from '../shell/session.ts';
import classes from './settings-frame.module.css';

export function SettingsFrame() {
  const readsMembers = useMay('member.read');
  return (
    <>
      <nav aria-label="Settings" className={classes.tabs}>
        <Link to="/settings/account">My account</Link>
        {readsMembers && <Link to="/settings/people">People</Link>}
        <Link to="/settings/organization">Organization</Link>
      </nav>
      <Outlet />
    </>
  );
}

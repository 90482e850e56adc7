import { Outlet } from '@tanstack/react-router';
import { Notices } from './notices.tsx';
import { usePageTitle } from './page-title.ts';

/** What every page has, signed in or not. */
export function Page() {
  usePageTitle();
  return (
    <>
      <Outlet />
      <Notices />
    </>
  );
}

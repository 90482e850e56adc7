import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { ShownTimeZone } from '../ui/date-text.tsx';
import { AsOfBand } from './as-of-band.tsx';
import { AsOfControl } from './as-of-control.tsx';
import { CommandPalette } from './command-palette.tsx';
import { useFocusOnPage } from './focus-on-page.ts';
import classes from './frame.module.css';
import { IdleLogoff } from './idle-logoff.tsx';
import { MyMenu } from './my-menu.tsx';
import { NavigationBar } from './navigation-bar.tsx';
import { useSession } from './session.ts';
import { SignInAgain } from './sign-in-again.tsx';
import { useTaskEvents } from './tasks.ts';
import { WhereIAm } from './where-i-am.tsx';

/** What surrounds every page of someone who is signed in. */
export function Frame() {
  useTaskEvents();
  useFocusOnPage();
  const [drawer, { open, close }] = useDisclosure();
  const { timeZone } = useSession().organization;
  return (
    <ShownTimeZone value={timeZone}>
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <div className={classes.frame}>
        <div className={classes.side}>
          <NavigationBar />
        </div>
        <Drawer
          opened={drawer}
          onClose={close}
          size={264}
          padding={0}
          withCloseButton={false}
          attributes={{ content: { 'aria-label': 'Menu' } }}
        >
          <NavigationBar onLeave={close} />
        </Drawer>
        <header className={classes.top}>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label="Menu" hiddenFrom="sm" onClick={open}>
            <IconMenu2 size={20} />
          </ActionIcon>
          <WhereIAm />
          <CommandPalette />
          <AsOfControl />
          <MyMenu />
        </header>
        <main id="content" tabIndex={-1} className={classes.content}>
          <AsOfBand />
          <Outlet />
        </main>
      </div>
      <IdleLogoff />
      <SignInAgain />
    </ShownTimeZone>
  );
}

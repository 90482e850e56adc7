import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import classes from './my-menu.module.css';
import { useSession } from './session.ts';
import { signOut } from './sign-out.ts';
import { SwitchOrganization } from './switch-organization.tsx';

export function MyMenu() {
  const { member, organization, otherOrganizations } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [target, setTarget] = useState<(typeof otherOrganizations)[number]>();
  return (
    <>
      <Menu position="bottom-end" width={264} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton className={classes.me} aria-label={`My menu, ${member.name}`}>
            <IconUser size={18} stroke={1.5} aria-hidden />
            <span className={classes.name}>{member.name}</span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <span className={classes.who}>{member.name}</span>
            {member.email}
            <br />
            {organization.name}
          </Menu.Label>
          <Menu.Item component={Link} to="/settings/account">
            My account and sessions
          </Menu.Item>
          {otherOrganizations.map((other) => (
            <Menu.Item key={other.id} onClick={() => setTarget(other)}>
              Switch to {other.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>Colours</Menu.Label>
          <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
            {SCHEMES.map(({ scheme, name }) => (
              <Menu.RadioItem key={scheme} value={scheme}>
                {name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SwitchOrganization target={target} onClose={() => setTarget(undefined)} />
    </>
  );
}

const SCHEMES: readonly { scheme: MantineColorScheme; name: string }[] = [
  { scheme: 'auto', name: 'As the device' },
  { scheme: 'light', name: 'Light' },
  { scheme: 'dark', name: 'Dark' },
];

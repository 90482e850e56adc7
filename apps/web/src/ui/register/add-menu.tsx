import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './register-page.module.css';

interface Way {
  readonly name: string;
  readonly to: string;
}

/** How a register grows: by one, and by other ways; those that the person may not are false. */
export function AddMenu({ add, more }: { add: Way | false; more: readonly (Way | false)[] }) {
  const ways = more.filter((way) => way !== false);
  if (!add && ways.length === 0) return null;
  return (
    <Button.Group>
      {add && (
        <Button component={Link} to={add.to as '/'}>
          {add.name}
        </Button>
      )}
      {ways.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button px={6} aria-label="More ways to add" className={classes.more}>
              <IconChevronDown size={16} stroke={1.75} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {ways.map(({ name, to }) => (
              <Menu.Item key={to} component={Link} to={to as '/'}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Button.Group>
  );
}

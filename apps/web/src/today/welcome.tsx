import { Button } from '@mantine/core';
import { IconFileImport, IconFlask, IconPencilPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay, useSession } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Choice } from './choice.tsx';
import { FillSample } from './fill-sample.tsx';
import classes from './today.module.css';

/** The first screen of an organization without records. */
export function Welcome() {
  const { organization } = useSession();
  const may = {
    import: useMay('ai-system.import'),
    create: useMay('ai-system.create'),
    sample: useMay('organization.fill-sample'),
  };
  return (
    <>
      <PageHeader
        title={`Welcome to ${organization.name}`}
        state="Begin with the list of AI systems: everything that uses AI and is used or considered, pilots and shadow IT included."
      />
      {!may.import && !may.create && !may.sample && (
        <EmptyState title="Nothing has been recorded yet">Your colleagues who keep the inventory begin it.</EmptyState>
      )}
      <ul className={classes.choices}>
        {may.import && (
          <Choice
            icon={<IconFileImport stroke={1.5} aria-hidden />}
            title="Import a file"
            text="CSV or Excel, as you have it: columns are matched for you, and nothing is written before you have seen it."
            command={
              <Button component={Link} to="/ai-systems/import">
                Choose a file
              </Button>
            }
          />
        )}
        {may.create && (
          <Choice
            icon={<IconPencilPlus stroke={1.5} aria-hidden />}
            title="Add one by hand"
            text="Its name is enough to begin with; what you do not know yet stays unknown."
            command={
              <Button component={Link} to="/ai-systems/new" variant="default">
                Add an AI system
              </Button>
            }
          />
        )}
        {may.sample && <FillSample icon={<IconFlask stroke={1.5} aria-hidden />} />}
      </ul>
    </>
  );
}

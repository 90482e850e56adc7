import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RemoveViewDocument, SavedViewsDocument, SaveViewDocument } from '../../generated/graphql.ts';
import { sentence } from '../../ui/field-errors.ts';
import classes from '../../ui/register/toolbar.module.css';
import { failureOf } from '../api-error.ts';
import { execute } from '../client.ts';
import { query, queryClient } from '../queries.ts';
import { useMay } from '../session.ts';

/** Lists of mine by name: filters, sort and columns as the address has them. */
export function SavedViews({ path }: { path: string }) {
  const [opened, { toggle, close }] = useDisclosure();
  const address = useLocation({ select: (location) => location.searchStr });
  const views = useQuery(viewsOf(path));
  const here = views.data?.savedViews.find((view) => view.query === address);
  const navigate = useNavigate();
  return (
    <Popover opened={opened} onChange={close} width={300} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          h={28}
          aria-expanded={opened}
          onClick={toggle}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
        >
          {here?.name ?? 'Views'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} role="dialog" aria-label="Saved views">
        {views.data?.savedViews.length === 0 && (
          <p className={classes.none}>A view keeps filters, sort and columns under a name.</p>
        )}
        <ul className={classes.options}>
          {views.data?.savedViews.map((view) => (
            <li key={view.id} className={classes.view}>
              <button
                type="button"
                className={classes.viewName}
                aria-current={view === here || undefined}
                onClick={() => {
                  close();
                  void navigate({ href: `${path}${view.query}` });
                }}
              >
                {view.name}
              </button>
              <RemoveView path={path} id={view.id} name={view.name} />
            </li>
          ))}
        </ul>
        <SaveView path={path} address={address} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** A register's views are kept under the name that its address has. */
const registerAt = (path: string) => path.slice(1);
const viewsOf = (path: string) => query(SavedViewsDocument, { register: registerAt(path) });
/** Views change nothing else on the page: only their own list is asked for again. */
const refresh = (path: string) => queryClient.invalidateQueries({ queryKey: viewsOf(path).queryKey });

function SaveView({ path, address }: { path: string; address: string }) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  if (!useMay('saved-view.save')) return null;
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setProblem('Give the view a name.');
    try {
      await execute(SaveViewDocument, { input: { register: registerAt(path), name: name.trim(), query: address } });
      setName('');
      setProblem(undefined);
      await refresh(path);
    } catch (error) {
      const failure = failureOf(error);
      setProblem(sentence(failure.fields?.[0]?.message ?? failure.message));
    }
  };
  return (
    <form onSubmit={save} className={classes.saveView} noValidate>
      <TextInput
        size="sm"
        label="Save this list as"
        value={name}
        error={problem}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
      />
      <Button type="submit" variant="default">
        Save
      </Button>
    </form>
  );
}

function RemoveView({ path, id, name }: { path: string; id: string; name: string }) {
  const may = useMay('saved-view.remove');
  if (!may) return null;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={`Remove the view ${name}`}
      onClick={() => execute(RemoveViewDocument, { id }).finally(() => refresh(path))}
    >
      <IconTrash size={14} stroke={1.75} />
    </ActionIcon>
  );
}

import type { Permission } from '@attestry/domain/people/permissions.ts';
import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FindAiSystemsDocument } from '../generated/graphql.ts';
import { PLACES, SETTINGS } from './navigation.ts';
import { commandsHere } from './offered-commands.ts';
import { query } from './queries.ts';
import { useSession } from './session.ts';
import { signOut } from './sign-out.ts';

export interface PaletteEntry {
  key: string;
  name: string;
  /** What kind of thing it is, or where it belongs. */
  second: string;
  run: () => void;
}

/** Everything that can be gone to or done, narrowed by what is typed: records, then commands, then pages. */
export function usePaletteEntries(typed: string): { entries: PaletteEntry[]; searching: boolean } {
  const records = useRecords(typed);
  const fixed = useFixedEntries();
  const matches = ({ name, second }: PaletteEntry) => hasWords(`${name} ${second}`, typed);
  // Until the search has caught up, Enter must not open what was found for other words.
  const found = records.caughtUp ? records.entries : records.entries.filter(matches);
  return { entries: [...found, ...fixed.filter(matches)], searching: records.searching };
}

const hasWords = (text: string, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));

function useRecords(typed: string) {
  const { permissions } = useSession();
  const navigate = useNavigate();
  const [search] = useDebouncedValue(typed.trim(), 120);
  const enabled = search.length > 1 && permissions.includes('ai-system.read');
  const found = useQuery({ ...query(FindAiSystemsDocument, { search }), enabled });
  const entries = (enabled ? (found.data?.aiSystems.nodes ?? []) : []).map(
    ({ id, name, department }): PaletteEntry => ({
      key: id,
      name,
      second: department || 'AI system',
      run: () => void navigate({ to: '/ai-systems/$id', params: { id } }),
    }),
  );
  return { entries, searching: found.isFetching, caughtUp: search === typed.trim() };
}

function useFixedEntries(): PaletteEntry[] {
  const { permissions } = useSession();
  const navigate = useNavigate();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const allowed = ({ needs }: { needs?: Permission }) => !needs || permissions.includes(needs);
  const go = (to: string, search?: object) => () => void navigate({ to, search } as never);
  const command = (name: string, run: () => void, needs?: Permission) => ({
    key: name,
    name,
    second: 'Command',
    run,
    needs,
  });
  const other = colorScheme === 'dark' ? 'light' : 'dark';
  return [
    ...commandsHere().map(({ name, run }) => command(name, run)),
    command('Add an AI system', go('/ai-systems/new'), 'ai-system.create'),
    command('Import AI systems from a file', go('/ai-systems/import'), 'ai-system.import'),
    command('Order an inventory report', go('/reports', { order: true }), 'report.request'),
    command('Invite a person', go('/settings/people', { invite: true }), 'member.invite'),
    command('Change my password', go('/settings/account')),
    command(`Use the ${other} colour scheme`, () => setColorScheme(other)),
    command('Sign out', () => void signOut()),
    ...[...PLACES.flatMap(({ places }) => places), SETTINGS].map(({ name, to, needs }) => ({
      key: to,
      name,
      second: 'Page',
      run: go(to),
      needs,
    })),
  ].filter(allowed);
}

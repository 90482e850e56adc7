import type { Permission } from '@attestry/domain/people/permissions.ts';
import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  FindAgreementsDocument,
  FindAiSystemsDocument,
  FindVendorsDocument,
  type TypedDocumentString,
} from '../generated/graphql.ts';
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
  const [search] = useDebouncedValue(typed.trim(), 120);
  const found = [useAiSystems(search), useVendors(search), useAgreements(search)];
  return {
    entries: found.flatMap(({ entries }) => entries),
    searching: found.some(({ searching }) => searching),
    caughtUp: search === typed.trim(),
  };
}

/** Records of one register with these words, when the person may read it. */
function useFound<Result, Node extends { id: string }>(
  document: TypedDocumentString<Result, { search: string }>,
  search: string,
  needs: Permission,
  nodesOf: (result: Result) => readonly Node[],
  entryOf: (node: Node) => { name: string; second: string; to: string },
) {
  const { permissions } = useSession();
  const navigate = useNavigate();
  const enabled = search.length > 1 && permissions.includes(needs);
  const { data, isFetching } = useQuery({ ...query(document, { search }), enabled });
  const entries = (enabled && data ? nodesOf(data) : []).map((node): PaletteEntry => {
    const { to, ...words } = entryOf(node);
    return { key: node.id, ...words, run: () => void navigate({ to: to as '/' }) };
  });
  return { entries, searching: isFetching };
}

const useAiSystems = (search: string) =>
  useFound(
    FindAiSystemsDocument,
    search,
    'ai-system.read',
    ({ aiSystems }) => aiSystems.nodes,
    ({ id, name, department }) => ({ name, second: department || 'AI system', to: `/ai-systems/${id}` }),
  );

const useVendors = (search: string) =>
  useFound(
    FindVendorsDocument,
    search,
    'vendor.read',
    ({ vendors }) => vendors.nodes,
    ({ id, name }) => ({ name, second: 'Vendor', to: `/vendors/${id}` }),
  );

const useAgreements = (search: string) =>
  useFound(
    FindAgreementsDocument,
    search,
    'agreement.read',
    ({ agreements }) => agreements.nodes,
    ({ id, title, vendor }) => ({ name: title, second: `Agreement with ${vendor.name}`, to: `/agreements/${id}` }),
  );

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
    command('Add a vendor', go('/vendors/new'), 'vendor.create'),
    command('Import vendors from a file', go('/vendors/import'), 'vendor.import'),
    command('Look at likely duplicates of vendors', go('/vendors/duplicates'), 'vendor.merge'),
    command('Add an agreement', go('/agreements/new'), 'agreement.create'),
    command('Order a report', go('/reports', { order: 'inventory' }), 'report.request'),
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

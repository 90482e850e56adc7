import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useOfferedCommands } from '../../shell/offered-commands.ts';
import { useMay, useSession } from '../../shell/session.ts';
import type { AgreementOnPage } from './agreement-on-page.ts';
import { AmendDialog } from './amend-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import { MOVE_PERMISSIONS, type Move, movesOf } from './moves.ts';
import { NoticeDialog } from './notice-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { SupersedeDialog } from './supersede-dialog.tsx';

/** What can be done with the agreement as it stands now. */
export function Commands({ agreement }: { agreement: AgreementOnPage }) {
  const { permissions } = useSession();
  const mayUpdate = useMay('agreement.update');
  const [asked, setAsked] = useState<Move>();
  const close = () => setAsked(undefined);
  const mayUse = (move: Move) => permissions.includes(MOVE_PERMISSIONS[move]);
  const moves = movesOf(agreement);
  const [next, more] = [moves.next.filter(mayUse), moves.more.filter(mayUse)];
  const offered = [...next, ...more].join(' ');
  const name = (move: Move) => NAMES[move](agreement);
  useOfferedCommands(
    useMemo(
      () => [...next, ...more].map((move) => ({ name: name(move).replace('…', ''), run: () => setAsked(move) })),
      [offered],
    ),
  );
  return (
    <>
      {next.map((move) => (
        <Button key={move} variant="default" onClick={() => setAsked(move)}>
          {name(move)}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}>
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((move) => (
              <Menu.Item key={move} onClick={() => setAsked(move)}>
                {name(move)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {mayUpdate && (
        <Button component={Link} to="/agreements/$id/edit" params={{ id: agreement.id } as never}>
          Edit
        </Button>
      )}
      <SendDialog agreement={agreement} opened={asked === 'send'} onClose={close} />
      <SignDialog agreement={agreement} opened={asked === 'sign'} onClose={close} />
      <AmendDialog agreement={agreement} opened={asked === 'amend'} onClose={close} />
      <NoticeDialog agreement={agreement} opened={asked === 'notice'} onClose={close} />
      <EndDialog agreement={agreement} opened={asked === 'end'} onClose={close} />
      <SupersedeDialog agreement={agreement} opened={asked === 'supersede'} onClose={close} />
    </>
  );
}

const NAMES: Readonly<Record<Move, (agreement: AgreementOnPage) => string>> = {
  send: () => 'Record as sent…',
  sign: ({ effectiveOn, signedByUpperOn, signedByVendorOn }) => {
    if (effectiveOn) return 'Correct signatures…';
    return signedByUpperOn && signedByVendorOn ? 'Record the effective date…' : 'Sign…';
  },
  amend: () => 'Amend…',
  notice: () => 'Give notice…',
  end: ({ endsOn }) => (endsOn ? 'Change the last day…' : 'End…'),
  supersede: () => 'Supersede…',
};

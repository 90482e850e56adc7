import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { choiceLabel } from '../facts/choices.ts';
import { TierMark } from '../facts/tier-mark.tsx';
import { Unknown } from '../facts/unknown.tsx';
import type { RegisterRow } from './columns.tsx';
import classes from './register-table.module.css';

/** The name, two lines of it; a longer one opens over the rows below while the pointer or the focus is on it. */
export function NameCell({
  row,
  asOf,
  compact,
  onFocus,
}: {
  row: RegisterRow;
  asOf: string | undefined;
  compact: boolean;
  onFocus: () => void;
}) {
  const link = useRef<HTMLAnchorElement>(null);
  const [open, setOpen] = useState(false);
  const openIfClipped = () => {
    const box = link.current!;
    if (!compact && box.scrollHeight > box.clientHeight + 1) setOpen(true);
  };
  return (
    <th scope="row" className={classes.name} data-open={open || undefined}>
      <Link
        ref={link}
        to="/ai-systems/$id"
        params={{ id: row.id }}
        search={asOf ? { asOf } : {}}
        preload={false}
        onMouseEnter={openIfClipped}
        onMouseLeave={() => setOpen(false)}
        onFocus={() => {
          onFocus();
          openIfClipped();
        }}
        onBlur={() => setOpen(false)}
      >
        {row.name}
      </Link>
      {compact && (
        <span className={classes.meta}>
          <span>{choiceLabel('stage', row.stage)}</span>
          <TierMark tier={row.tier} />
          {row.phi === 'yes' && <span>PHI</span>}
          {row.phi === 'no' && <span>No PHI</span>}
          {row.phi === 'unknown' && <Unknown word="PHI unknown" />}
        </span>
      )}
    </th>
  );
}

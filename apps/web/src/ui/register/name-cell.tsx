import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import classes from './register-table.module.css';

/** The name, two lines of it; a longer one opens over the rows below while the pointer or the focus is on it. */
export function NameCell({
  name,
  to,
  asOf,
  meta,
  onFocus,
}: {
  name: string;
  to: string;
  asOf: string | undefined;
  /** On a phone, where there are no columns: what stands below the name. */
  meta: ReactNode;
  onFocus: () => void;
}) {
  const link = useRef<HTMLAnchorElement>(null);
  const [open, setOpen] = useState(false);
  const openIfClipped = () => {
    const box = link.current!;
    if (meta === undefined && box.scrollHeight > box.clientHeight + 1) setOpen(true);
  };
  return (
    <th scope="row" className={classes.name} data-open={open || undefined}>
      <Link
        ref={link}
        to={to as '/'}
        search={(asOf ? { asOf } : {}) as never}
        preload={false}
        onMouseEnter={openIfClipped}
        onMouseLeave={() => setOpen(false)}
        onFocus={() => {
          onFocus();
          openIfClipped();
        }}
        onBlur={() => setOpen(false)}
      >
        {name}
      </Link>
      {meta !== undefined && <span className={classes.meta}>{meta}</span>}
    </th>
  );
}

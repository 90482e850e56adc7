import { Popover, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './why.module.css';

export interface WhyReason {
  key: string;
  text: string;
  citation?: string | null;
}

interface Props {
  /** What is explained, for those who do not see it: "Why tier 3". */
  label: string;
  reasons: readonly WhyReason[];
  /** What could change the answer, such as facts that are not known. */
  note?: ReactNode;
  /** Word of a citation that is the product's own default and not law. */
  policyWord?: string;
  children?: ReactNode;
}

/** The reasons behind a computed value, one press away: each with its citation. */
export function Why({ label, reasons, note, policyWord = 'Default of this product', children = 'Why' }: Props) {
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <Popover opened={opened} onChange={close} width={380} position="bottom-start" trapFocus returnFocus withArrow>
      <Popover.Target>
        <UnstyledButton className={classes.why} aria-label={label} aria-expanded={opened} onClick={toggle}>
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label} tabIndex={-1} data-autofocus>
        <WhyList reasons={reasons} policyWord={policyWord} />
        {note && <div className={classes.note}>{note}</div>}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The same list where there is room for it. */
export function WhyList({ reasons, policyWord }: { reasons: readonly WhyReason[]; policyWord: string }) {
  return (
    <ul className={classes.reasons}>
      {reasons.map(({ key, text, citation }) => (
        <li key={key}>
          {text}
          {citation && <span className={classes.citation}>{citation === 'policy' ? policyWord : citation}</span>}
        </li>
      ))}
    </ul>
  );
}

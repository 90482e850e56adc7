import { IconCheck, IconClock, IconExclamationCircle, IconQuestionMark } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status.module.css';

export type Standing = 'gap' | 'soon' | 'order' | 'unknown' | 'plain';

interface Props {
  standing: Standing;
  /** The word. Colour and mark only repeat it. */
  children: ReactNode;
}

/** A word with its mark: open gap, soon, in order, unknown (hatched), or plain. */
export function Status({ standing, children }: Props) {
  const Mark = MARKS[standing];
  return (
    <span className={classes.status} data-standing={standing}>
      {Mark && <Mark size={14} stroke={2} aria-hidden />}
      <span>{children}</span>
    </span>
  );
}

const MARKS = {
  gap: IconExclamationCircle,
  soon: IconClock,
  order: IconCheck,
  unknown: IconQuestionMark,
  plain: undefined,
} as const;

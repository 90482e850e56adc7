import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { counted } from '../words.ts';
import type { Register, RegisterRow } from './register.ts';
import classes from './register-page.module.css';

/** What can be done with the selected rows at once. */
export function BulkBar<Row extends RegisterRow>({
  register: { path, name, one, many },
  selected,
  clear,
  children,
}: {
  register: Register<Row>;
  selected: readonly Row[];
  clear: () => void;
  /** Further commands. */
  children?: ReactNode;
}) {
  const [said, setSaid] = useState('');
  if (selected.length === 0) return null;
  const copy = async () => {
    const lines = selected.map((row) => `${name.of(row)}\t${location.origin}${path}/${row.id}`);
    setSaid(
      (await copied(lines.join('\n'))) ? `${counted(lines.length, 'link')} copied` : 'The browser refused to copy',
    );
  };
  return (
    <section className={classes.bulk} aria-label="Selection">
      <span>{counted(selected.length, one, many)} selected</span>
      {children}
      <Button size="compact-sm" variant="default" onClick={copy}>
        Copy names and links
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={clear}>
        Clear the selection
      </Button>
      <span role="status">{said}</span>
    </section>
  );
}

/** Pages served over plain HTTP by IP address have no clipboard; what is selected can still be copied there. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

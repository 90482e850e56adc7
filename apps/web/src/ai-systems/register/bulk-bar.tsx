import { Button } from '@mantine/core';
import { useState } from 'react';
import { counted } from '../../ui/words.ts';
import type { RegisterRow } from './columns.tsx';
import classes from './register-page.module.css';

/** What can be done with the selected systems at once. */
export function BulkBar({ selected, clear }: { selected: readonly RegisterRow[]; clear: () => void }) {
  const [said, setSaid] = useState('');
  if (selected.length === 0) return null;
  const copy = async () => {
    const lines = selected.map(({ id, name }) => `${name}\t${location.origin}/ai-systems/${id}`);
    setSaid(
      (await copied(lines.join('\n'))) ? `${counted(lines.length, 'link')} copied` : 'The browser refused to copy',
    );
  };
  return (
    <section className={classes.bulk} aria-label="Selection">
      <span>{counted(selected.length, 'system')} selected</span>
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

import { Button, Radio } from '@mantine/core';
import { useMemo, useState } from 'react';
import { InstantText } from '../date-text.tsx';
import { PageHeader } from '../page-header.tsx';
import classes from './conflict-panel.module.css';
import type { FactSet } from './fact-set.ts';
import { merged, mergeOf, type Side } from './merge.ts';

/** Two people changed the same version: both versions side by side, a choice per fact, then one save on top of theirs. */
export function ConflictPanel<Facts extends object>({
  name,
  set: { names, labels, isSame, Value },
  base,
  mine,
  theirs,
  last,
  settle,
  busy,
}: {
  /** Of the record, as it was read. */
  name: string;
  set: FactSet<Facts>;
  base: Facts;
  mine: Facts;
  theirs: Facts;
  /** Who saved theirs. */
  last: { readonly actor: string; readonly at: string } | undefined;
  settle: (facts: Facts) => void;
  busy: boolean;
}) {
  const merges = useMemo(
    () => mergeOf(names, isSame, { base, mine, theirs } as Record<'base' | Side, never>),
    [names, isSame, base, mine, theirs],
  );
  const [picked, setPicked] = useState<Partial<Record<string, Side>>>({});
  const [missing, setMissing] = useState(false);
  const sideOf = (fact: string, proposed: Side | undefined) => picked[fact] ?? proposed;
  const open = merges.filter(({ fact, proposed }) => !sideOf(fact, proposed));
  const save = () => {
    setMissing(open.length > 0);
    if (open.length > 0) return;
    settle(
      merged(mine, theirs, Object.fromEntries(merges.map(({ fact, proposed }) => [fact, sideOf(fact, proposed)]))),
    );
  };
  return (
    <section className={classes.panel} aria-label="Two versions">
      <PageHeader
        title={`Two people changed ${name}`}
        state={
          <>
            {last ? (
              <>
                {last.actor} saved a newer version, <InstantText at={last.at} />
              </>
            ) : (
              'A newer version was saved'
            )}
            , while you were editing. Yours is not saved yet, and nothing of it is lost: choose for each fact, then save
            on top of theirs.
          </>
        }
      />
      <table className={classes.table}>
        <thead>
          <tr>
            <th>Fact</th>
            <th>When you began</th>
            <th>Yours</th>
            <th>Theirs, recorded now</th>
          </tr>
        </thead>
        <tbody>
          {merges.map(({ fact, base: before, mine: my, theirs: their, proposed }) => {
            const side = sideOf(fact, proposed);
            return (
              <tr key={fact} data-open={!side || undefined}>
                <th scope="row">
                  {labels[fact]}
                  {!proposed && <span className={classes.both}>Both changed it</span>}
                </th>
                <td data-label="When you began">
                  <Value fact={fact} value={before} />
                </td>
                {(['mine', 'theirs'] as const).map((one) => (
                  <td
                    key={one}
                    data-label={one === 'mine' ? 'Yours' : 'Theirs'}
                    data-picked={side === one || undefined}
                  >
                    <Radio
                      size="xs"
                      classNames={{ label: classes.value }}
                      name={`side-${fact}`}
                      checked={side === one}
                      onChange={() => setPicked((all) => ({ ...all, [fact]: one }))}
                      aria-label={`${labels[fact]}: ${one === 'mine' ? 'keep yours' : 'take theirs'}`}
                      label={<Value fact={fact} value={one === 'mine' ? my : their} />}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {merges.length === 0 && <p>Both versions say the same. Saving records nothing new.</p>}
      <div className={classes.foot}>
        <Button onClick={save} loading={busy}>
          Save on top of theirs
        </Button>
        {missing && open.length > 0 && (
          <span role="alert" className={classes.missing}>
            Choose a side for {open.map(({ fact }) => labels[fact]).join(', ')}.
          </span>
        )}
      </div>
    </section>
  );
}

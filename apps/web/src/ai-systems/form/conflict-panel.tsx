import type { AiSystemFacts, FactName } from '@attestry/domain/ai-systems/facts.ts';
import { FACT_LABELS } from '@attestry/domain/ai-systems/words.ts';
import { Button, Radio } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSession } from '../../shell/session.ts';
import { instantText } from '../../ui/dates.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { FactValue } from '../facts/fact-value.tsx';
import classes from './conflict-panel.module.css';
import { factsOf, type ReadSystem } from './facts-of.ts';
import { merged, mergeOf, type Side } from './merge.ts';

/** Two people changed the same version: both versions side by side, a choice per fact, then one save on top of theirs. */
export function ConflictPanel({
  base,
  mine,
  theirs,
  settle,
  busy,
}: {
  base: ReadSystem;
  mine: AiSystemFacts;
  theirs: ReadSystem;
  settle: (facts: AiSystemFacts, onto: ReadSystem) => void;
  busy: boolean;
}) {
  const { timeZone } = useSession().organization;
  const merges = useMemo(() => mergeOf(factsOf(base), mine, factsOf(theirs)), [base, mine, theirs]);
  const [picked, setPicked] = useState<Partial<Record<FactName, Side>>>({});
  const [missing, setMissing] = useState(false);
  const sideOf = (fact: FactName, proposed: Side | undefined) => picked[fact] ?? proposed;
  const open = merges.filter(({ fact, proposed }) => !sideOf(fact, proposed));
  const [last] = theirs.history.nodes;
  const save = () => {
    setMissing(open.length > 0);
    if (open.length > 0) return;
    const choices = Object.fromEntries(merges.map(({ fact, proposed }) => [fact, sideOf(fact, proposed)]));
    settle(merged(mine, factsOf(theirs), choices), theirs);
  };
  return (
    <section className={classes.panel} aria-label="Two versions">
      <PageHeader
        title={`Two people changed ${base.name}`}
        state={
          <>
            {last
              ? `${last.actor} saved a newer version, ${instantText(last.at, timeZone)}`
              : 'A newer version was saved'}
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
                  {FACT_LABELS[fact]}
                  {!proposed && <span className={classes.both}>Both changed it</span>}
                </th>
                <td data-label="When you began">
                  <FactValue fact={fact} value={before} />
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
                      aria-label={`${FACT_LABELS[fact]}: ${one === 'mine' ? 'keep yours' : 'take theirs'}`}
                      label={<FactValue fact={fact} value={one === 'mine' ? my : their} />}
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
            Choose a side for {open.map(({ fact }) => FACT_LABELS[fact]).join(', ')}.
          </span>
        )}
      </div>
    </section>
  );
}

import { FACT_LABELS } from '@attestry/domain/ai-systems/words.ts';
import { FACT_GROUPS } from '../facts/fact-groups.ts';
import { FactValue } from '../facts/fact-value.tsx';
import { Unknown } from '../facts/unknown.tsx';
import type { AiSystemOnPage } from './ai-system-on-page.ts';
import classes from './record.module.css';

/** All facts, grouped as people think of them; the name stands above. */
export function FactsTab({ system }: { system: AiSystemOnPage }) {
  return (
    <div className={classes.groups}>
      {FACT_GROUPS.map(({ id, title, facts }) => (
        <section key={id} aria-labelledby={`group-${id}`} className={classes.group}>
          <h2 id={`group-${id}`}>{title}</h2>
          <dl className={classes.facts}>
            {facts
              .filter((fact) => fact !== 'name')
              .map((fact) => (
                <div key={fact} className={classes.fact}>
                  <dt>{FACT_LABELS[fact]}</dt>
                  <dd>
                    {fact === 'identifiers' && system.identifiers.length === 0 && system.phi !== 'no' ? (
                      <Unknown word="Not recorded" />
                    ) : (
                      <FactValue fact={fact} value={system[fact]} />
                    )}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

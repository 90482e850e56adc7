import { AGREEMENT_DOCUMENT_KINDS } from '@attestry/domain/agreements/facts.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button, UnstyledButton } from '@mantine/core';
import { InstantText } from '../../ui/date-text.tsx';
import { sizeText } from '../../ui/words.ts';
import type { Filed } from './agreement-on-page.ts';
import classes from './documents-tab.module.css';
import { FileLink } from './file-link.tsx';
import record from './record.module.css';
import type { Versions } from './versions.ts';

interface Props {
  versions: Versions<Filed>;
  /** The one that is open. */
  shown: string | undefined;
  open: (id: string) => void;
  /** Undefined: the person may not. */
  replace: ((filed: Filed) => void) | undefined;
  withdraw: ((filed: Filed) => void) | undefined;
}

/** A document in its last version, and below it what it took the place of. */
export function DocumentVersions({ versions: { last, earlier }, shown, open, replace, withdraw }: Props) {
  return (
    <article className={classes.document} aria-label={last.title}>
      <div className={classes.head}>
        <One filed={last} shown={shown} open={open} />
        {!last.withdrawnAt && replace && withdraw && (
          <span className={record.row}>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`New version of ${last.title}`}
              onClick={() => replace(last)}
            >
              New version…
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Withdraw ${last.title}`}
              onClick={() => withdraw(last)}
            >
              Withdraw…
            </Button>
          </span>
        )}
      </div>
      {earlier.length > 0 && (
        <ol className={classes.earlier} aria-label={`What ${last.title} replaced`}>
          {earlier.map((filed) => (
            <li key={filed.id}>
              <One filed={filed} shown={shown} open={open} />
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

function One({ filed, shown, open }: { filed: Filed; shown: string | undefined; open: (id: string) => void }) {
  const { id, title, kind, effectiveOn, document, isLatest, withdrawnAt, withdrawnReason } = filed;
  return (
    <div className={withdrawnAt ? classes.withdrawn : undefined}>
      <UnstyledButton className={classes.title} aria-current={shown === id || undefined} onClick={() => open(id)}>
        {title}
      </UnstyledButton>
      <p className={classes.about}>
        {AGREEMENT_DOCUMENT_KINDS[kind]}
        {!isLatest && ', replaced'}
        {effectiveOn ? `, effective ${dayText(effectiveOn)}` : ', effective date not recorded'}
      </p>
      <p className={classes.about}>
        Received <InstantText at={document.receivedAt} /> from {document.receivedFrom}
      </p>
      {withdrawnAt && <p className={classes.about}>Withdrawn: {withdrawnReason}</p>}
      <p className={classes.about}>
        <FileLink file={document} /> ({sizeText(document.size)})
      </p>
    </div>
  );
}

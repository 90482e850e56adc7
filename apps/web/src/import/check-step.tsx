import { Button } from '@mantine/core';
import { ApplyImportDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { useCommand } from '../shell/queries.ts';
import { useMay } from '../shell/session.ts';
import { counted, numberText } from '../ui/words.ts';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';
import { amountToRecord, toRecord } from './import-words.ts';
import type { KindOnPage } from './kind-on-page.ts';
import { RowsByOutcome } from './rows-by-outcome.tsx';

/** What every row would become. Nothing is recorded yet. */
export function CheckStep({ kind, one, mend }: { kind: KindOnPage; one: ImportOnPage; mend: () => void }) {
  const apply = useCommand(ApplyImportDocument);
  const mayImport = useMay(kind.permissions.import);
  const nothing = one.created + one.updated === 0;
  return (
    <div className={classes.block}>
      <p className={classes.verdict}>
        {nothing ? 'There is nothing to record: ' : `This would record ${toRecord(kind, one)}. `}
        {restText(one)}
      </p>
      {apply.error && <FailureState failure={failureOf(apply.error)} />}
      {mayImport && (
        <div className={classes.buttons}>
          {!nothing && (
            <Button
              loading={apply.isPending}
              onClick={() => apply.mutate({ input: { id: one.id, version: one.version } })}
            >
              Record {amountToRecord(kind, one)}
            </Button>
          )}
          <Button variant="default" onClick={mend}>
            Change columns or filter
          </Button>
        </div>
      )}
      <RowsByOutcome kind={kind} one={one} />
    </div>
  );
}

const restText = ({ unchanged, rejected, remarked, leftOut }: ImportOnPage): string =>
  [
    unchanged > 0 && `${counted(unchanged, 'row')} ${unchanged === 1 ? 'says' : 'say'} what is recorded already`,
    rejected > 0 && `${numberText(rejected)} cannot be imported`,
    remarked > 0 && `${numberText(remarked)} ${remarked === 1 ? 'has' : 'have'} a remark`,
    leftOut > 0 && `${numberText(leftOut)} ${leftOut === 1 ? 'is' : 'are'} left out by the filter`,
  ]
    .filter(Boolean)
    .join('; ')
    .concat('.')
    .replace(/^\.$/, '');

import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { LogStatusDocument, type LogStatusQuery } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { query } from '../shell/queries.ts';
import { CopyField } from '../ui/copy-field.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { agoText } from '../ui/dates.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { counted, numberText } from '../ui/words.ts';
import classes from './audit.module.css';

type LogStatus = LogStatusQuery['logStatus'];

/** Title and state of the log: how much of it is sealed, and the checkpoint that proves it. */
export function LogHeader() {
  const { data, error, refetch } = useQuery(query(LogStatusDocument, {}));
  const [opened, { open, close }] = useDisclosure();
  const status = data?.logStatus;
  return (
    <>
      <PageHeader
        title="Audit log"
        state={status ? stateOf(status) : ' '}
        actions={
          status?.checkpoint && (
            <Button variant="default" onClick={open}>
              Checkpoint
            </Button>
          )
        }
      />
      {error && <FailureState failure={failureOf(error)} again={refetch} />}
      <Modal opened={opened} onClose={close} title="Signed checkpoint of the log" size={640}>
        {status?.checkpoint && <Checkpoint status={status} checkpoint={status.checkpoint} />}
      </Modal>
    </>
  );
}

function stateOf({ eventCount, treeSize, sealedAt }: LogStatus): string {
  const events = `${counted(eventCount, 'event')}, `;
  if (!sealedAt) return `${events}none sealed yet.`;
  const open = eventCount - treeSize;
  const sealed = open <= 0 ? 'all sealed' : `${numberText(treeSize)} sealed, ${numberText(open)} about to be`;
  return `${events}${sealed}; last sealed ${agoText(sealedAt)}. Nobody can change or remove an event.`;
}

function Checkpoint({ status, checkpoint }: { status: LogStatus; checkpoint: string }) {
  return (
    <>
      <p>
        Whoever keeps this text can later prove that the first {counted(status.treeSize, 'event')} of the log are still
        what they were. Signed {status.sealedAt && <InstantText at={status.sealedAt} />}.
      </p>
      <pre className={classes.checkpoint}>{checkpoint}</pre>
      {status.rootHash && <CopyField label="Root hash" value={status.rootHash} />}
    </>
  );
}

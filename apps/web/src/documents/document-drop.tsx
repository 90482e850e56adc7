import { ACCEPTED, ENDINGS } from '@attestry/domain/documents/formats.ts';
import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { counted, sizeText } from '../ui/words.ts';
import classes from './document-drop.module.css';
import { MOST, type Sending, useUploads } from './use-uploads.ts';

interface Props {
  /** What the place is for, where no label stands beside it. */
  label: string;
  /** Several files at a time, each told to `onDone` as soon as it is kept. */
  many?: boolean;
  onDone: (documentId: string, name: string) => void;
  /** In place of the invitation: what was taken already. */
  children?: ReactNode;
}

/** Takes files by dragging or by choosing, and uploads them at once: what is wrong with one is said here. */
export function DocumentDrop({ label, many = false, onDone, children }: Props) {
  const [over, setOver] = useState(false);
  const { sending, problems, send, cancel } = useUploads(onDone);
  const input = useRef<HTMLInputElement>(null);
  const limits = useId();
  const take = (list: FileList | null) => void send([...(list ?? [])].slice(0, many ? undefined : 1));
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame */}
      <div
        role="group"
        aria-label={label}
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        {sending ? (
          <OnItsWay sending={sending} cancel={cancel} />
        ) : (
          (children ?? (
            <p className={classes.ask}>
              <IconFileUpload size={20} stroke={1.5} aria-hidden />
              <span>
                Drop {many ? 'files' : 'a file'} here, or{' '}
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-describedby={limits}
                  onClick={() => input.current?.click()}
                >
                  Choose {many ? 'files' : 'a file'}
                </Button>
              </span>
            </p>
          ))
        )}
        <input
          ref={input}
          type="file"
          hidden
          multiple={many}
          data-testid="document-file"
          accept={ENDINGS.join()}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {problems.length > 0 && (
        <ul role="alert" className={classes.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <p id={limits} className={classes.limits}>
        {ACCEPTED}, up to {MOST}. Leave out anything about patients.
      </p>
    </>
  );
}

function OnItsWay({ sending: { name, size, sent, waiting }, cancel }: { sending: Sending; cancel: () => void }) {
  const state = sent < size ? `${sizeText(sent)} of ${sizeText(size)} sent` : 'All sent; its content is being checked';
  return (
    <div className={classes.sending}>
      <div className={classes.progress}>
        <p role="status">
          Uploading {name}
          {waiting > 0 && `, then ${counted(waiting, 'more file')}`}
        </p>
        <ProgressBar label={`Uploading ${name}`} done={sent} total={sent < size ? size : null} text={state} />
      </div>
      <Button size="compact-sm" variant="default" onClick={cancel} aria-label={`Cancel uploading ${name}`}>
        Cancel
      </Button>
    </div>
  );
}

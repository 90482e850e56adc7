import { Button, Input } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './document-drop.module.css';
import { DocumentDrop } from './document-drop.tsx';

/** A file that the server keeps already; a command can name it. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
}

interface Props {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  file: SentFile | undefined;
  onChange: (file: SentFile | undefined) => void;
}

/** A field of a form that holds one uploaded document. */
export function FileField({ label, description, error, file, onChange }: Props) {
  const id = useId();
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      labelElement="div"
      labelProps={{ id }}
      errorProps={{ role: 'alert' }}
    >
      <DocumentDrop label={label} onDone={(documentId, name) => onChange({ id: documentId, name })}>
        {file && <Taken file={file} remove={() => onChange(undefined)} />}
      </DocumentDrop>
    </Input.Wrapper>
  );
}

const Taken = ({ file, remove }: { file: SentFile; remove: () => void }) => (
  <p className={classes.taken} role="status">
    <IconPaperclip size={16} stroke={1.75} aria-hidden />
    <span>{file.name}</span>
    <Button size="compact-sm" variant="subtle" onClick={remove} aria-label={`Leave it out: ${file.name}`}>
      Leave it out
    </Button>
  </p>
);

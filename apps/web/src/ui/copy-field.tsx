import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import classes from './copy-field.module.css';

interface Props {
  label: string;
  value: string;
  copyWord?: string;
  copiedWord?: string;
}

/** A text to take along, such as a one-time link. */
export function CopyField({ label, value, copyWord = 'Copy', copiedWord = 'Copied' }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    // The clipboard is closed to pages served over plain HTTP by IP address; what is selected can still be copied there.
    await (navigator.clipboard?.writeText(value) ?? Promise.resolve(document.execCommand('copy')));
    setCopied(true);
  };
  return (
    <div className={classes.copy}>
      <TextInput
        ref={field}
        label={label}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        classNames={{ root: classes.field, input: 'mono' }}
      />
      <Button variant="default" onClick={copy}>
        {copied ? copiedWord : copyWord}
      </Button>
      <span role="status" className={classes.said}>
        {copied ? copiedWord : ''}
      </span>
    </div>
  );
}

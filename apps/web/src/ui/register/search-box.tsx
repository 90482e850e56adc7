import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { KeyHint } from '../key-hint.tsx';
import classes from './toolbar.module.css';
import { isTyping } from './use-register-keys.ts';

/** Long enough for a word to be typed, short enough to feel immediate. */
const PAUSE_MS = 180;

/** Words to look for; `/` comes here, Escape empties it. */
export function SearchBox({
  label,
  placeholder,
  words,
  search,
}: {
  label: string;
  placeholder: string;
  words: string | undefined;
  search: (words: string | undefined) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(words ?? '');
  const sent = useRef(words ?? '');
  const send = useRef(search);
  send.current = search;

  // The address changed from elsewhere: a view, the back button.
  useEffect(() => {
    if ((words ?? '') !== sent.current) setTyped(words ?? '');
    sent.current = words ?? '';
  }, [words]);
  useEffect(() => {
    if (typed.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      send.current(typed.trim() || undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.select();
      box.current?.focus();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);

  return (
    <TextInput
      ref={box}
      className={classes.search}
      size="sm"
      type="search"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
      rightSection={
        typed ? (
          <CloseButton size="sm" aria-label="Clear the search" onClick={() => setTyped('')} />
        ) : (
          <KeyHint>/</KeyHint>
        )
      }
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        typed ? setTyped('') : box.current?.blur();
      }}
    />
  );
}

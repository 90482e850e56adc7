import { MAX_DOCUMENT_BYTES } from '@attestry/domain/documents/formats.ts';
import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../shell/api-error.ts';
import { failureWords } from '../shell/failure-words.ts';
import { sizeText } from '../ui/words.ts';
import { sendDocument, UnusableFile } from './send-document.ts';

/** A file on its way. */
export interface Sending {
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  /** How many wait behind it. */
  readonly waiting: number;
}

export const MOST = `${MAX_DOCUMENT_BYTES / 1024 / 1024} MB`;

/** Uploads files one after the other, each told when it is kept; what is wrong with one does not stop the next. */
export function useUploads(onDone: (documentId: string, name: string) => void) {
  const [sending, setSending] = useState<Sending>();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const send = async (files: readonly File[]) => {
    if (files.length === 0 || sending) return;
    setProblems([]);
    const stopping = new AbortController();
    const { signal } = stopping;
    stop.current = stopping;
    for (const [index, file] of files.entries()) {
      if (signal.aborted) break;
      const about = { name: file.name, size: file.size, waiting: files.length - index - 1 };
      setSending({ ...about, sent: 0 });
      try {
        if (file.size > MAX_DOCUMENT_BYTES) throw new UnusableFile(tooLarge(file));
        const id = await sendDocument(file, { signal, onSent: (sent) => setSending({ ...about, sent }) });
        onDone(id, file.name);
      } catch (failed) {
        if (!signal.aborted) setProblems((before) => [...before, problemText(failed)]);
      }
    }
    setSending(undefined);
  };
  return { sending, problems, send, cancel: () => stop.current?.abort() };
}

const tooLarge = ({ name, size }: File) => `${name} has ${sizeText(size)}; at most ${MOST} can be kept.`;

function problemText(failed: unknown): string {
  if (failed instanceof UnusableFile) return `${failed.message} Nothing was kept.`;
  const { title, text } = failureWords(failureOf(failed));
  return `${title}. ${text}`;
}

import { useEffect, useState } from 'react';
import { ApiError, type Failure, failureOf } from '../shell/api-error.ts';
import { OURS, reach } from '../shell/client.ts';

interface FileState {
  readonly blob?: Blob;
  readonly failure?: Failure;
  /** Bytes that came so far. */
  readonly received: number;
}

/** The bytes of a document, fetched once while the page is open: each fetch is a download on the record. */
export function useFile(documentId: string, mediaType: string): FileState & { again: () => void } {
  const [state, setState] = useState<FileState>({ received: 0 });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setState({ received: 0 });
    read(documentId, mediaType, stop.signal, (received) => setState({ received })).then(
      (blob) => setState({ blob, received: blob.size }),
      (error) => stop.signal.aborted || setState({ failure: failureOf(error), received: 0 }),
    );
    return () => stop.abort();
  }, [documentId, mediaType, attempt]);
  return { ...state, again: () => setAttempt(attempt + 1) };
}

async function read(id: string, type: string, signal: AbortSignal, progress: (bytes: number) => void): Promise<Blob> {
  const response = await reach(`/documents/${id}`, { headers: OURS, signal });
  if (!response.ok || !response.body)
    throw new ApiError({
      code: response.status === 403 ? 'FORBIDDEN' : 'INTERNAL',
      message: `The server answered ${response.status}.`,
    });
  const parts: BlobPart[] = [];
  let received = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { value, done } = await reader.read();
    if (done) return new Blob(parts, { type });
    parts.push(value as BlobPart);
    received += value.length;
    progress(received);
  }
}

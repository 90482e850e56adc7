import { ApiError, type Failure } from '../shell/api-error.ts';
import { OURS } from '../shell/client.ts';
import { signedInAgain } from '../shell/signing-in-again.ts';

/** The server looked into the file and says why it cannot be kept. */
export class UnusableFile extends Error {}

interface Options {
  readonly signal?: AbortSignal;
  /** Bytes that have left this machine. */
  readonly onSent?: (bytes: number) => void;
}

/** Uploads a file as a document; answers its id once its content was checked. */
export async function sendDocument(file: File, options: Options = {}): Promise<string> {
  const answer = await post(file, options);
  if (answer.status !== 401) return idIn(answer);
  await signedInAgain(new ApiError({ code: 'UNAUTHENTICATED', message: 'You are signed out.' }));
  return idIn(await post(file, options));
}

interface Answer {
  readonly status: number;
  readonly id?: string;
  readonly errors?: readonly { message: string; extensions?: Partial<Failure> }[];
}

/** `fetch` does not say how much of a body it has sent. */
function post(file: File, { signal, onSent }: Options): Promise<Answer> {
  return new Promise((answered, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/documents');
    for (const [name, value] of Object.entries(OURS)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => onSent?.(Math.min(loaded, file.size)));
    request.addEventListener('load', () => answered({ ...parsed(request.responseText), status: request.status }));
    request.addEventListener('error', () =>
      failed(new ApiError({ code: 'UNREACHABLE', message: 'The server did not answer.' })),
    );
    request.addEventListener('abort', () => failed(new DOMException('Cancelled', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}

function parsed(text: string): object {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function idIn({ status, id, errors }: Answer): string {
  if (id) return id;
  const [problem] = errors ?? [];
  if (problem?.extensions?.code === 'INVALID') throw new UnusableFile(problem.message);
  if (status === 413) throw new UnusableFile('It is larger than the server takes.');
  throw new ApiError({
    code: status === 403 ? 'FORBIDDEN' : 'INTERNAL',
    message: problem?.message ?? `The server answered ${status}.`,
  });
}

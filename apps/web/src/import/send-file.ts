import type { ImportKind } from '../generated/graphql.ts';
import { ApiError } from '../shell/api-error.ts';
import { OURS, reach } from '../shell/client.ts';
import { signedInAgain } from '../shell/signing-in-again.ts';

/** The server read the file and says what is wrong with it. */
export class UnreadableFile extends Error {}

/** Uploads a table; answers the id of its import. */
export async function sendFile(file: File, kind: ImportKind): Promise<string> {
  const response = await post(file, kind);
  if (response.status === 401) {
    await signedInAgain(new ApiError({ code: 'UNAUTHENTICATED', message: 'You are signed out.' }));
    return answerOf(await post(file, kind));
  }
  return answerOf(response);
}

function post(file: File, kind: ImportKind): Promise<Response> {
  const body = new FormData();
  body.append('file', file);
  return reach(`/imports?kind=${kind}`, { method: 'POST', headers: OURS, body });
}

async function answerOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => ({}))) as { id?: string; errors?: { message: string }[] };
  if (answer.id) return answer.id;
  const problems = answer.errors?.map((error) => error.message).filter(Boolean) ?? [];
  if (problems.length > 0) throw new UnreadableFile(problems.join(' '));
  if (response.status === 413) throw new UnreadableFile('It is larger than the server takes.');
  throw new ApiError({
    code: response.status === 403 ? 'FORBIDDEN' : 'INTERNAL',
    message: `The server answered ${response.status}.`,
    requestId: response.headers.get('x-request-id') ?? undefined,
  });
}

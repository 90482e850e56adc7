import type { TypedDocumentString } from '../generated/graphql.ts';
import { ApiError, type Failure, type FailureCode } from './api-error.ts';
import { signedInAgain } from './signing-in-again.ts';

/** Only a page of ours can set a header of its own on a same-origin request: this is what makes a request not forgeable. */
export const OURS = { 'x-requested-with': 'attestry' };

/** Sends one operation. When the session has ended it asks the person to sign in over the page, then sends it again. */
export async function execute<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  try {
    return await send(document, variables, signal);
  } catch (error) {
    if (!(error instanceof ApiError) || error.failure.code !== 'UNAUTHENTICATED') throw error;
    await signedInAgain(error);
    return send(document, variables, signal);
  }
}

/** Sends one operation, once: for the door itself, where there is no session to go on with. */
export async function send<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const body = import.meta.env.DEV
    ? { query: document.toString(), variables }
    : { documentId: hashOf(document), variables };
  const response = await reach('/graphql', {
    method: 'POST',
    headers: { ...OURS, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  const answer = (await response.json().catch(() => ({}))) as Answer<Result>;
  const [problem] = answer.errors ?? [];
  if (problem || !answer.data) throw new ApiError(failureIn(problem, response));
  return answer.data;
}

/** `fetch`, with "no answer" as a failure like the others. */
export async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError({ code: 'UNREACHABLE', message: 'The server did not answer.' });
  }
}

const hashOf = (document: { __meta__?: Record<string, unknown> }): unknown => document.__meta__?.hash;

interface Answer<Result> {
  data?: Result;
  errors?: { message: string; extensions?: Partial<Failure> & { code?: string } }[];
}

const CODES: readonly string[] = [
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'FORBIDDEN',
  'INVALID',
  'CONFLICT',
  'REFUSED',
  'TOO_MANY',
] satisfies FailureCode[];

function failureIn(problem: NonNullable<Answer<unknown>['errors']>[number] | undefined, response: Response): Failure {
  const { code = '', ...rest } = problem?.extensions ?? {};
  return {
    ...rest,
    message: problem?.message ?? `The server answered ${response.status}.`,
    code: CODES.includes(code) ? (code as FailureCode) : byStatus(response.status),
    requestId: rest.requestId ?? response.headers.get('x-request-id') ?? undefined,
  };
}

const byStatus = (status: number): FailureCode => {
  if (status === 429) return 'TOO_MANY';
  return status === 502 || status === 503 || status === 504 ? 'UNREACHABLE' : 'INTERNAL';
};

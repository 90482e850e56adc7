import type { Reason } from '@attestry/domain/decision.ts';

export type FailureCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'INVALID'
  | 'CONFLICT'
  | 'REFUSED'
  | 'TOO_MANY'
  | 'INTERNAL'
  /** No answer came: no network, or the server is down. */
  | 'UNREACHABLE';

export interface FieldProblem {
  /** Path of the field in the command's input, `facts.name`. */
  readonly path: string;
  readonly message: string;
}

/** What the API says when it does not do what was asked. */
export interface Failure {
  readonly message: string;
  readonly code: FailureCode;
  readonly fields?: readonly FieldProblem[];
  readonly reasons?: readonly Reason[];
  /** CONFLICT: the record as it is now. */
  readonly current?: unknown;
  readonly retryAfterSeconds?: number;
  readonly requestId?: string;
}

export class ApiError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/** Anything thrown, as a failure; what is not the API's is a fault of this page. */
export const failureOf = (error: unknown): Failure =>
  error instanceof ApiError
    ? error.failure
    : { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) };

export const isFailure = (error: unknown, code: FailureCode): boolean =>
  error instanceof ApiError && error.failure.code === code;

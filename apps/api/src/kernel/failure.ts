import type { Reason } from '@attestry/domain/decision.ts';
import { GraphQLError } from 'graphql';
import type { DatabaseError } from 'pg';
import type { ZodError } from 'zod';

export interface FieldProblem {
  /** Where, as the form names it: `facts.name`. */
  readonly path: string;
  readonly message: string;
}

/** The few kinds of failure a caller can meet; everything else is opaque. */
export class Failure extends GraphQLError {
  constructor(
    readonly code:
      | 'UNAUTHENTICATED'
      | 'NOT_FOUND'
      | 'FORBIDDEN'
      | 'INVALID'
      | 'CONFLICT'
      | 'REFUSED'
      | 'TOO_MANY'
      | 'UNAVAILABLE',
    message: string,
    details: Record<string, unknown> = {},
  ) {
    super(message, { extensions: { code, ...details } });
  }
}

export const unauthenticated = () => new Failure('UNAUTHENTICATED', 'Sign in to go on.');
/** Also the answer for what exists elsewhere: another organization's record is a missing record. */
export const notFound = (what: string) => new Failure('NOT_FOUND', `This ${what} does not exist.`);
export const forbidden = (because: readonly Reason[]) =>
  new Failure('FORBIDDEN', 'Your roles do not allow this.', { reasons: because });
export const invalid = (...fields: FieldProblem[]) =>
  new Failure('INVALID', fields.map((field) => `${field.path} ${field.message}`).join('; '), { fields });
export const conflict = (what: string, current: unknown) =>
  new Failure('CONFLICT', `Somebody changed this ${what} in the meantime.`, { current });
export const refused = (because: readonly Reason[]) =>
  new Failure('REFUSED', because.map((reason) => reason.text).join(' '), { reasons: because });
/** What a constraint of ours refuses in a sentence, where two commands did not see each other. */
export function refusalOfDatabase(error: unknown): Failure | undefined {
  const { code, constraint, message, hint } = (error ?? {}) as Partial<DatabaseError>;
  if (code !== EXCLUSION || !constraint) return undefined;
  return refused([{ key: constraint.replaceAll('_', '-'), text: [message, hint].filter(Boolean).join(' ') }]);
}
const EXCLUSION = '23P01';

export const tooMany = (retryAfterSeconds: number) =>
  new Failure('TOO_MANY', 'Too many attempts. Wait a little and try again.', { retryAfterSeconds });

export const unavailable = () =>
  new Failure('UNAVAILABLE', 'The database is not reachable. Try again in a moment.', { http: { status: 503 } });

export const invalidInput = (error: ZodError) =>
  invalid(...error.issues.map((issue) => ({ path: issue.path.join('.') || 'input', message: issue.message })));

import type { FastifyReply } from 'fastify';
import { Failure } from './failure.ts';
import { describeError, log } from './log.ts';

const STATUS: Record<Failure['code'], number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 422,
  REFUSED: 422,
  TOO_MANY: 429,
};

/** The failures of GraphQL, for the few plain HTTP routes. */
export function answerFailure(reply: FastifyReply, error: unknown) {
  if (error instanceof Failure) {
    return reply.code(STATUS[error.code]).send({ errors: [{ message: error.message, extensions: error.extensions }] });
  }
  const reference = crypto.randomUUID();
  log.error({ reference, ...describeError(error) }, 'unexpected error');
  return reply.code(500).send({ errors: [{ message: 'Something failed on our side.', extensions: { code: 'INTERNAL', reference } }] });
}

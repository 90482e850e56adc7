import type { Permission } from '@attestry/domain/people/permissions.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from './context.ts';
import { Failure, unavailable } from './failure.ts';
import { describeError, log } from './log.ts';
import { isOutage } from './outage.ts';
import { contextOf } from './request-context.ts';

const STATUS: Record<Failure['code'], number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 422,
  REFUSED: 422,
  TOO_MANY: 429,
  UNAVAILABLE: 503,
};

/**
 * One of the few plain HTTP routes: the same permission, failures and record of refusals as an operation of the
 * contract. Where the permission depends on the record, a function finds it out.
 */
export async function answerRoute(
  request: FastifyRequest,
  reply: FastifyReply,
  guard: { readonly permission: Permission | ((ctx: Context) => Promise<Permission>); readonly subjectId?: string },
  work: (ctx: Context) => Promise<unknown>,
) {
  try {
    const ctx = await contextOf(request, reply);
    let permission: Permission | undefined;
    try {
      permission = typeof guard.permission === 'function' ? await guard.permission(ctx) : guard.permission;
      ctx.allow(permission);
      return await work(ctx);
    } catch (error) {
      if (ctx.actor && permission && error instanceof Failure && error.code === 'FORBIDDEN')
        ctx.refuse({ permission, subjectId: guard.subjectId ?? '', failure: error });
      throw error;
    } finally {
      await ctx.end();
    }
  } catch (error) {
    return answerFailure(reply, error);
  }
}

function answerFailure(reply: FastifyReply, thrown: unknown) {
  const error = isOutage(thrown) ? unavailable() : thrown;
  if (error instanceof Failure) {
    const { http: _, ...extensions } = error.extensions;
    return reply.code(STATUS[error.code]).send({ errors: [{ message: error.message, extensions }] });
  }
  const reference = crypto.randomUUID();
  log.error({ reference, ...describeError(error) }, 'unexpected error');
  return reply
    .code(500)
    .send({ errors: [{ message: 'Something failed on our side.', extensions: { code: 'INTERNAL', reference } }] });
}

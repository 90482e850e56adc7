import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from './context.ts';
import { unavailable } from './failure.ts';
import { isOutage } from './outage.ts';

export type MakeContext = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
let makeContext: MakeContext;

/** The people module knows sessions; the kernel only asks it for the context of a request. */
export const useContexts = (make: MakeContext): void => {
  makeContext = make;
};

export async function contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  try {
    return await makeContext(request, reply);
  } catch (error) {
    throw isOutage(error) ? unavailable() : error;
  }
}

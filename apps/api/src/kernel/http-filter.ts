import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { describeError, log } from './log.ts';

/** What fails before or beside an operation (a body too large, no such address), in the words of the API's failures. */
export class PlainFailures implements ExceptionFilter {
  catch(error: Error & { status?: number; statusCode?: number }, host: ArgumentsHost) {
    if (host.getType() !== 'http') throw error;
    const status = error.status ?? error.statusCode ?? 500;
    const reference = crypto.randomUUID();
    if (status >= 500) log.error({ reference, ...describeError(error) }, 'unexpected error');
    const [code, message] = SAID[status] ?? (status < 500 ? SAID[400]! : ['INTERNAL', 'Something failed on our side.']);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    return reply
      .code(status)
      .send({ errors: [{ message, extensions: { code, ...(status >= 500 && { reference }) } }] });
  }
}

const SAID: Record<number, [code: string, message: string]> = {
  400: ['INVALID', 'The request could not be read.'],
  404: ['NOT_FOUND', 'There is nothing at this address.'],
  413: ['INVALID', 'The request is larger than 1 MB.'],
  415: ['INVALID', 'Requests are sent as JSON.'],
};

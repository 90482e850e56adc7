import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Failure } from './failure.ts';
import { describeError, log } from './log.ts';
import { isOutage } from './outage.ts';

const CALLERS_FAULT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** One of our failures as it is; a faulty document as INVALID; anything else opaque, and logged without contents. */
export function presentError(
  { message, path, extensions }: GraphQLFormattedError,
  raw: unknown,
): GraphQLFormattedError {
  const error = original(raw);
  if (error instanceof Failure) {
    const { http: _, stacktrace: __, ...extensions } = error.extensions;
    return { message: error.message, path, extensions };
  }
  if (CALLERS_FAULT.has(String(extensions?.code)) || isCoercion(message, path)) {
    return { message: message.slice(0, 300), extensions: { code: 'INVALID', fields: [] } };
  }
  const reference = crypto.randomUUID();
  log.error({ reference, ...describeError(error) }, 'unexpected error');
  if (isOutage(error))
    return {
      message: 'The database is not reachable. Try again in a moment.',
      extensions: { code: 'UNAVAILABLE', reference },
    };
  return { message: 'Something failed on our side.', extensions: { code: 'INTERNAL', reference } };
}

function original(raw: unknown): unknown {
  let error = raw;
  while (!(error instanceof Failure) && (error as GraphQLError | undefined)?.originalError)
    error = (error as GraphQLError).originalError;
  return error;
}

/** A variable of the wrong type, as graphql-js and graphql-jit report it. */
const isCoercion = (message: string, path: GraphQLFormattedError['path']) =>
  (path ?? []).length === 0 && /^(Variable|Argument|Expected) /.test(message);

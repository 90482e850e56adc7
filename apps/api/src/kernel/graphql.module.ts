import { isDeepStrictEqual } from 'node:util';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLError, type GraphQLFormattedError, GraphQLScalarType, Kind } from 'graphql';
import { compiledOperations } from './compiled-operations.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import { LIMITS, limitsRule } from './limits.ts';
import { describeError, log } from './log.ts';

const CONTRACT = import.meta.glob<string>('../**/*.graphql', { query: '?raw', import: 'default', eager: true });

/** The contract, whole: one `.graphql` file a noun. */
export const typeDefs = Object.values(CONTRACT)
  .join('\n')
  .replace(/^type (Query|Mutation)$/gm, 'type $1 { _: Boolean }');

export type MakeContext = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
let makeContext: MakeContext;
/** The people module knows sessions; the kernel only asks it for the context of a request. */
export const useContexts = (make: MakeContext): void => {
  makeContext = make;
};

const text = (name: string) =>
  new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: (value) => (typeof value === 'string' ? value : reject(name)),
    parseLiteral: (node) => (node.kind === Kind.STRING ? node.value : reject(name)),
  });
const reject = (name: string): never => {
  throw new Failure('INVALID', `${name} must be a text.`, { fields: [{ path: name, message: 'must be a text' }] });
};

const endContext: ApolloServerPlugin<{ ctx: Context }> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue }) {
        await contextValue.ctx?.end();
      },
    };
  },
};

export const GraphqlModule = GraphQLModule.forRoot<ApolloDriverConfig>({
  driver: ApolloDriver,
  typeDefs,
  resolvers: { Date: text('Date'), DateTime: text('DateTime') },
  context: async (request: FastifyRequest, reply: FastifyReply) => ({ ctx: await makeContext(request, reply) }),
  plugins: [ApolloServerPluginCacheControlDisabled(), compiledOperations(), endContext],
  validationRules: [limitsRule],
  parseOptions: { maxTokens: LIMITS.tokens },
  csrfPrevention: true,
  introspection: process.env.NODE_ENV === 'development',
  hideSchemaDetailsFromClientErrors: true,
  includeStacktraceInErrorResponses: false,
  allowBatchedHttpRequests: false,
  graphiql: false,
  persistedQueries: false,
  autoTransformHttpErrors: false,
  formatError: present,
});

const CALLERS_FAULT = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE']);

/** One of our failures as it is; a faulty document as INVALID; anything else opaque, and logged without contents. */
function present(formatted: GraphQLFormattedError, raw: unknown): GraphQLFormattedError {
  const error = original(raw);
  if (error instanceof Failure) {
    const { stacktrace: _, ...extensions } = error.extensions;
    return { message: error.message, path: formatted.path, extensions };
  }
  const code = String(formatted.extensions?.code ?? '');
  if (CALLERS_FAULT.has(code) || isCoercion(formatted)) {
    return { message: formatted.message.slice(0, 300), extensions: { code: 'INVALID', fields: [] } };
  }
  const reference = crypto.randomUUID();
  log.error({ reference, ...describeError(error) }, 'unexpected error');
  if (isOutage(error)) return { message: 'The database is not reachable. Try again in a moment.', extensions: { code: 'UNAVAILABLE', reference } };
  return { message: 'Something failed on our side.', extensions: { code: 'INTERNAL', reference } };
}

function original(raw: unknown): unknown {
  let error = raw;
  while (error && (error as GraphQLError).originalError && !(error instanceof Failure)) error = (error as GraphQLError).originalError;
  return error;
}

/** A variable of the wrong type, as graphql-js and graphql-jit report it. */
const isCoercion = (formatted: GraphQLFormattedError) =>
  isDeepStrictEqual(formatted.path ?? [], []) && /^(Variable|Argument|Expected) /.test(formatted.message);

const isOutage = (error: unknown) => {
  const code = (error as { code?: string } | null)?.code ?? '';
  return /^(57P0[123]|08\d\d\d|ECONN|ETIMEDOUT)/.test(code) || /Connection terminated|timeout exceeded when trying to connect/.test(String(error));
};

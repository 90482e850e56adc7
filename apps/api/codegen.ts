import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the contract, for the compile lock between schema and entities. */
const config: CodegenConfig = {
  schema: 'src/**/*.graphql',
  generates: {
    'src/generated/contract.ts': {
      plugins: ['typescript'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        skipTypename: true,
        avoidOptionals: { field: true },
        maybeValue: 'T | null',
        scalars: { ID: 'string', Date: 'string', DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
  silent: true,
};
export default config;

import type { DataImportPageQuery } from '../generated/graphql.ts';

export type ImportOnPage = NonNullable<DataImportPageQuery['dataImport']>;

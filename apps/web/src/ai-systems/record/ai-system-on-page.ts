import type { AiSystemPageQuery } from '../../generated/graphql.ts';

export type AiSystemOnPage = NonNullable<AiSystemPageQuery['aiSystem']>;

import type { DocumentOnPageQuery } from '../generated/graphql.ts';

/** A document as its page shows it. */
export type DocumentShown = NonNullable<DocumentOnPageQuery['document']>;

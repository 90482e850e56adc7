import type { AgreementPageQuery } from '../../generated/graphql.ts';

export type AgreementOnPage = NonNullable<AgreementPageQuery['agreement']>;
export type CoveredService = AgreementOnPage['coveredServices'][number];
export type Condition = AgreementOnPage['conditions'][number];
export type Amendment = AgreementOnPage['amendments'][number];
export type Filed = AgreementOnPage['documents'][number];
export type Obligation = AgreementOnPage['obligations'][number];

import type { WhyReason } from '../../ui/why.tsx';

/** Reasons with what they rest on; that something is usual practice goes without saying. */
export const whyReasons = (reasons: readonly WhyReason[]): WhyReason[] =>
  reasons.map(({ key, text, citation }) => ({ key, text, citation: citation === 'practice' ? null : citation }));

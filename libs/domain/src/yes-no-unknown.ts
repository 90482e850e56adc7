/** Where nobody knows, the answer is `unknown`: a fact of its own, never read as "no". */
export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;
export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number];

export const YES_NO_UNKNOWN_WORDS: Readonly<Record<YesNoUnknown, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Unknown',
};

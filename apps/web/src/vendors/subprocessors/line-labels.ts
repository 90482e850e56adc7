/** What the facts of a line of a vendor's list are called. */
export const LINE_LABELS = {
  name: 'Name',
  services: 'For which services',
  purpose: 'What for',
  data: 'What data',
  location: 'Where',
  phi: 'On PHI',
  agreement: 'On agreements',
  notes: 'Notes',
} as const;

/** What kinds of records and actions are called. A name that is newer than this page is shown as it came. */

export const ENTITIES: Record<string, string> = {
  ai_system: 'AI system',
  data_import: 'Import',
  document: 'Document',
  invitation: 'Invitation',
  member: 'Member',
  organization: 'Organization',
  report: 'Report',
  report_file: 'Report file',
  saved_view: 'Saved view',
  session: 'Session',
};

export const ACTIONS: Record<string, string> = {
  insert: 'Recorded',
  update: 'Changed',
  delete: 'Removed',
  refused: 'Refused',
  download: 'Downloaded',
  ended: 'Session ended',
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  'sign-in-failed': 'Sign-in failed',
  'password-changed': 'Password changed',
};

export const entityName = (entity: string): string => ENTITIES[entity] ?? plain(entity);
export const actionName = (action: string): string => ACTIONS[action] ?? plain(action);

/** `risk_analysis` or `password-changed` as words. */
export const plain = (name: string): string => {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

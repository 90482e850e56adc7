/** What kinds of records and actions are called. A name that is newer than this page is shown as it came. */

export const ENTITIES: Record<string, string> = {
  agreement: 'Agreement',
  agreement_condition: 'Condition of an agreement',
  agreement_document: 'Document of an agreement',
  ai_system: 'AI system',
  amendment: 'Amendment',
  answer_evidence: 'Evidence for an answer',
  condition_status: 'State of a condition',
  covered_service: 'Service on an agreement’s list',
  data_import: 'Import',
  distinct_vendors: 'Vendors kept apart',
  document: 'Document',
  document_text: 'Text of a document',
  due_diligence_answer: 'Due diligence answer',
  invitation: 'Invitation',
  member: 'Member',
  organization: 'Organization',
  phi_flow: 'PHI flow',
  report: 'Report',
  report_file: 'Report file',
  return_obligation: 'Obligation to return or destroy',
  saved_view: 'Saved view',
  service: 'Service',
  session: 'Session',
  subprocessor_entry: 'Line of a subprocessor list',
  subprocessor_link: 'Subprocessor',
  subprocessor_list: 'Subprocessor list',
  vendor: 'Vendor',
  vendor_evidence: 'Document of a vendor',
};

/** What was asked for, in words; the command's own name stands beside it. */
export const COMMANDS: Record<string, string> = {
  'agreement.amend': 'Amend an agreement',
  'agreement.cover-service': 'Change the services that an agreement lists',
  'agreement.create': 'Add an agreement',
  'agreement.end': 'End an agreement',
  'agreement.file-document': 'File or withdraw a document of an agreement',
  'agreement.give-notice': 'Give notice of termination',
  'agreement.set-condition': 'Record a condition or its state',
  'agreement.sign': 'Record signatures',
  'agreement.supersede': 'Supersede an agreement',
  'agreement.update': 'Change an agreement',
  'document.read-text': 'Read the text of a document',
  'document.upload': 'Upload a document',
  'due-diligence.answer': 'Answer a due diligence question',
  'phi-flow.create': 'Record a PHI flow',
  'phi-flow.update': 'Change a PHI flow',
  'phi-flow.withdraw': 'Withdraw a PHI flow',
  'return-obligation.change-due': 'Change when an obligation is due',
  'return-obligation.declare-infeasible': 'Declare return or destruction infeasible, or look again',
  'return-obligation.fulfil': 'Record an obligation as done',
  'service.create': 'Add a service',
  'service.remove': 'Remove a service',
  'service.update': 'Change a service',
  'subprocessor.add': 'Add a subprocessor',
  'subprocessor.record-list': 'Record a subprocessor list',
  'subprocessor.update': 'Change a subprocessor',
  'vendor-evidence.file': 'File a document of a vendor',
  'vendor-evidence.withdraw': 'Withdraw a document of a vendor',
  'vendor.create': 'Add a vendor',
  'vendor.import': 'Import vendors',
  'vendor.keep-apart': 'Keep two vendors apart',
  'vendor.merge': 'Merge two vendors',
  'vendor.offboard': 'Offboard a vendor',
  'vendor.undo-import': 'Take an import of vendors back',
  'vendor.update': 'Change a vendor',
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

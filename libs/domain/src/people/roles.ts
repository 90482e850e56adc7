/** Roles of a member; a person may hold several. */
export const ROLES = [
  'administrator',
  'privacy_officer',
  'vendor_manager',
  'security_analyst',
  'training_coordinator',
  'workforce_member',
  'auditor',
  'executive',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, { name: string; does: string }> = {
  administrator: { name: 'Administrator', does: 'People, roles, sign-in, settings' },
  privacy_officer: { name: 'Privacy officer', does: 'Keeps the inventory, decides, orders reports' },
  vendor_manager: { name: 'Vendor manager', does: 'Vendors, services and agreements' },
  security_analyst: { name: 'Security analyst', does: 'Risk analyses and controls' },
  training_coordinator: { name: 'Training coordinator', does: 'Courses, assignments, completions' },
  workforce_member: { name: 'Workforce member', does: 'Own training; reports an AI tool or incident' },
  auditor: { name: 'Auditor', does: 'Reads and verifies; changes nothing' },
  executive: { name: 'Executive', does: 'Reads where we stand' },
};

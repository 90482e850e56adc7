import { ROLE_LABELS, type Role } from '@attestry/domain/people/roles.ts';

/** "Administrator, Privacy officer". */
export const roleNames = (roles: readonly Role[]): string =>
  roles.map((role) => ROLE_LABELS[role].name).join(', ') || 'No role';

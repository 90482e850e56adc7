import { type Decision, no, yes } from '../decision.ts';
import { ROLE_LABELS, type Role } from './roles.ts';

/*
 * One string per command and per read: the permission, the audit action, and the name the screen asks "can I?" with.
 */
const WRITERS: readonly Role[] = ['privacy_officer', 'vendor_manager', 'security_analyst'];
/** Those who keep vendors and their agreements. */
const KEEPERS: readonly Role[] = ['privacy_officer', 'vendor_manager'];
const READERS: readonly Role[] = [...WRITERS, 'administrator', 'training_coordinator', 'auditor', 'executive'];
const EVERYONE: readonly Role[] = [...READERS, 'workforce_member'];

const GRANTS = {
  'session.read': EVERYONE,
  'session.end': EVERYONE,
  'account.change-password': EVERYONE,

  'organization.update': ['administrator'],
  'organization.fill-sample': ['administrator', 'privacy_officer'],

  'member.read': ['administrator', 'privacy_officer', 'auditor'],
  'member.invite': ['administrator', 'privacy_officer'],
  'member.revoke-invitation': ['administrator', 'privacy_officer'],
  'member.change-roles': ['administrator'],
  'member.deactivate': ['administrator'],
  'member.reactivate': ['administrator'],
  'member.end-sessions': ['administrator'],

  'ai-system.read': READERS,
  'ai-system.create': WRITERS,
  'ai-system.update': WRITERS,
  'ai-system.retire': ['privacy_officer'],
  'ai-system.import': WRITERS,
  'ai-system.undo-import': WRITERS,

  'phi-flow.create': WRITERS,
  'phi-flow.update': WRITERS,
  'phi-flow.withdraw': ['privacy_officer'],

  'document.upload': WRITERS,
  'document.read': READERS,

  'vendor.read': READERS,
  'vendor.create': KEEPERS,
  'vendor.update': KEEPERS,
  'vendor.offboard': KEEPERS,
  'vendor.merge': KEEPERS,
  'vendor.keep-apart': KEEPERS,
  'vendor.import': KEEPERS,
  'vendor.undo-import': KEEPERS,
  'service.create': KEEPERS,
  'service.update': KEEPERS,
  'service.remove': KEEPERS,
  'vendor-evidence.file': WRITERS,
  'vendor-evidence.withdraw': KEEPERS,
  'due-diligence.answer': WRITERS,
  'subprocessor.record-list': KEEPERS,
  'subprocessor.add': KEEPERS,
  'subprocessor.update': KEEPERS,

  'agreement.read': READERS,
  'agreement.create': KEEPERS,
  'agreement.update': KEEPERS,
  'agreement.sign': KEEPERS,
  'agreement.amend': KEEPERS,
  'agreement.give-notice': KEEPERS,
  'agreement.end': KEEPERS,
  'agreement.supersede': KEEPERS,
  'agreement.cover-service': KEEPERS,
  'agreement.set-condition': KEEPERS,
  'agreement.file-document': KEEPERS,
  'return-obligation.fulfil': KEEPERS,
  'return-obligation.declare-infeasible': ['privacy_officer'],
  'return-obligation.change-due': KEEPERS,
  'coverage.read': READERS,

  'saved-view.read': READERS,
  'saved-view.save': READERS,
  'saved-view.remove': READERS,

  'report.read': READERS,
  'report.request': READERS,
  'report.cancel': READERS,
  'report.download': READERS,

  'audit.read': ['administrator', 'privacy_officer', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTS;
export const PERMISSIONS = Object.keys(GRANTS) as Permission[];

export const rolesWith = (permission: Permission): readonly Role[] => GRANTS[permission];

/** May someone with these roles use this permission? */
export function may(roles: readonly Role[], permission: Permission): Decision {
  const granting = rolesWith(permission);
  const own = roles.find((role) => granting.includes(role));
  if (own) return yes({ key: 'role', text: `Granted by the role ${ROLE_LABELS[own].name.toLowerCase()}.` });
  const names = granting.map((role) => ROLE_LABELS[role].name.toLowerCase());
  return no({ key: 'role-missing', text: `This needs one of the roles ${names.join(', ')}.` });
}

/** Who may hand out which roles: nobody above their own, and only an administrator makes administrators. */
export function mayGrant(actor: readonly Role[], granted: readonly Role[]): Decision {
  if (actor.includes('administrator')) return yes({ key: 'administrator', text: 'An administrator grants any role.' });
  if (actor.includes('privacy_officer') && !granted.includes('administrator'))
    return yes({ key: 'privacy-officer', text: 'A privacy officer grants any role but administrator.' });
  if (actor.includes('privacy_officer'))
    return no({ key: 'above-own', text: 'Only an administrator gives or takes the role administrator.' });
  return no({ key: 'may-not-grant', text: 'Only an administrator or a privacy officer grants roles.' });
}

export interface RoleChange {
  readonly actorMemberId: string;
  readonly actorRoles: readonly Role[];
  readonly memberId: string;
  readonly from: readonly Role[];
  readonly to: readonly Role[];
  /** Active administrators besides this member. */
  readonly otherAdministrators: number;
}

/** May this change of another member's roles happen? Deactivation is a change to no roles. */
export function mayChangeRoles(change: RoleChange): Decision {
  if (change.actorMemberId === change.memberId)
    return no({ key: 'own-roles', text: 'Nobody changes their own roles. Ask another administrator.' });
  if (change.from.includes('administrator') && !change.to.includes('administrator') && change.otherAdministrators === 0)
    return no({
      key: 'last-administrator',
      text: 'The last administrator must stay. Make someone else an administrator first.',
    });
  // Taking a role away is held to the same bar as giving it: otherwise a privacy officer could unseat administrators.
  return mayGrant(change.actorRoles, [...change.from, ...change.to]);
}

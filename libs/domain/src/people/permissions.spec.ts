import { describe, expect, it } from 'vitest';
import { may, mayChangeRoles, mayGrant, PERMISSIONS, type RoleChange, rolesWith } from './permissions.ts';
import { ROLE_LABELS, ROLES, type Role } from './roles.ts';

const holders = (permission: Parameters<typeof may>[1]) => ROLES.filter((role) => may([role], permission).allowed);

describe('may', () => {
  it.each<[Parameters<typeof may>[1], Role[]]>([
    ['session.read', [...ROLES]],
    ['organization.update', ['administrator']],
    ['member.change-roles', ['administrator']],
    ['ai-system.create', ['privacy_officer', 'vendor_manager', 'security_analyst']],
    ['ai-system.retire', ['privacy_officer']],
    ['audit.read', ['administrator', 'privacy_officer', 'auditor']],
    ['ai-system.read', ROLES.filter((role) => role !== 'workforce_member')],
  ])('%s', (permission, roles) => {
    expect(holders(permission)).toEqual(roles);
  });

  it('is refused to nobody-in-particular, with the roles that would help', () => {
    for (const permission of PERMISSIONS) {
      const { allowed, because } = may([], permission);
      expect(allowed).toBe(false);
      expect(because[0]?.text).toContain(ROLE_LABELS[rolesWith(permission)[0]!].name.toLowerCase());
    }
  });

  it('adds up over several roles', () => {
    expect(may(['workforce_member', 'privacy_officer'], 'ai-system.retire').allowed).toBe(true);
  });

  it('lets an auditor and an executive change no record', () => {
    const own = /^(session|account|saved-view|report)\./;
    for (const role of ['auditor', 'executive'] as const)
      for (const permission of PERMISSIONS)
        if (may([role], permission).allowed && !own.test(permission)) expect(permission).toMatch(/\.read$/);
  });

  it('knows a label for every role', () => {
    expect(Object.keys(ROLE_LABELS)).toEqual([...ROLES]);
  });
});

describe('mayGrant', () => {
  it('lets an administrator grant every role', () => {
    expect(mayGrant(['administrator'], ROLES).allowed).toBe(true);
  });

  it('lets a privacy officer grant every role but administrator', () => {
    for (const role of ROLES) expect(mayGrant(['privacy_officer'], [role]).allowed).toBe(role !== 'administrator');
  });

  it('refuses everyone else', () => {
    for (const actor of ROLES.filter((role) => role !== 'administrator' && role !== 'privacy_officer'))
      for (const role of ROLES) expect(mayGrant([actor], [role]).allowed).toBe(false);
  });
});

describe('mayChangeRoles', () => {
  const change = (of: Partial<RoleChange>): RoleChange => ({
    actorMemberId: 'actor',
    actorRoles: ['administrator'],
    memberId: 'other',
    from: ['auditor'],
    to: ['executive'],
    otherAdministrators: 1,
    ...of,
  });

  it.each<[string, Partial<RoleChange>, string]>([
    ['an administrator changes someone', {}, 'administrator'],
    ['nobody changes their own', { memberId: 'actor' }, 'own-roles'],
    ['the last administrator stays', { from: ['administrator'], to: [], otherAdministrators: 0 }, 'last-administrator'],
    ['an administrator goes, another stays', { from: ['administrator'], to: [] }, 'administrator'],
    [
      'a privacy officer makes no administrator',
      { actorRoles: ['privacy_officer'], to: ['administrator'] },
      'above-own',
    ],
    [
      'a privacy officer unseats no administrator',
      { actorRoles: ['privacy_officer'], from: ['administrator'], to: [] },
      'above-own',
    ],
    ['an auditor changes nobody', { actorRoles: ['auditor'] }, 'may-not-grant'],
  ])('%s', (_case, of, key) => {
    expect(mayChangeRoles(change(of)).because.map((reason) => reason.key)).toEqual([key]);
  });
});

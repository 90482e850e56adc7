import { z } from 'zod';
import { line, reason } from '../text.ts';
import { PASSWORD_MAX, password } from './password.ts';
import { ROLES } from './roles.ts';

export const ORGANIZATION_KINDS = ['covered_entity', 'business_associate', 'hybrid'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];
export const PAPERS = ['letter', 'a4'] as const;

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(320, 'must be at most 320 characters')
  .refine((text) => /^[^\s@\u0000]+@[^\s@\u0000]+$/.test(text), 'must be an e-mail address');

const roles = z
  .array(z.enum(ROLES))
  .min(1, 'choose at least one role')
  .transform((list) => [...new Set(list)]);
const timeZone = z.string().refine(isTimeZone, 'must be a time zone, e.g. America/New_York');
const token = z.string().min(1).max(200);
const id = z.uuid();
const version = z.int().min(1);
const signInPassword = z.string().max(PASSWORD_MAX, 'is too long');

export const setUp = z.object({
  token,
  organizationName: line(),
  organizationKind: z.enum(ORGANIZATION_KINDS),
  timeZone,
  name: line(),
  email,
  password,
});
export type SetUp = z.infer<typeof setUp>;

export const signIn = z.object({ email, password: signInPassword, organizationId: z.uuid().nullish() });
export type SignIn = z.infer<typeof signIn>;

export const inviteMember = z.object({ email, name: line(), roles });
export type InviteMember = z.infer<typeof inviteMember>;

export const acceptInvitation = z.object({ token, name: line(), password: signInPassword });
export type AcceptInvitation = z.infer<typeof acceptInvitation>;

export const changeRoles = z.object({ memberId: id, version, roles, reason });
export const memberReason = z.object({ memberId: id, version, reason });
export const changePassword = z.object({ currentPassword: signInPassword, newPassword: password });
export const updateOrganization = z.object({
  version,
  name: line(),
  kind: z.enum(ORGANIZATION_KINDS),
  timeZone,
  paper: z.enum(PAPERS),
});

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return /^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/.test(text);
  } catch {
    return false;
  }
}

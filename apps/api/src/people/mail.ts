import { createTransport } from 'nodemailer';
import { describeError, log } from '../kernel/log.ts';
import type { Settings } from '../kernel/settings.ts';
import type { Invitation } from './invitation.entity.ts';

/**
 * Mails the link when a mail server is set and links are absolute; true when it was handed over. The person who
 * invites sees the link in any case, so a mail that fails loses nothing.
 */
export function mailInvitation(settings: Settings, { email, name }: Invitation, link: string): boolean {
  if (!settings.SMTP_URL || !settings.SMTP_FROM || !settings.BASE_URL) return false;
  createTransport(settings.SMTP_URL)
    .sendMail({
      from: settings.SMTP_FROM,
      to: { name, address: email },
      subject: 'You are invited to Attestry',
      text: `You are invited to keep records of healthcare AI in Attestry.\n\nOpen this link within 7 days:\n${link}\n`,
    })
    .catch((error: unknown) => log.warn(describeError(error), 'an invitation could not be mailed'));
  return true;
}

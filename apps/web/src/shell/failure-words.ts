import type { Failure } from './api-error.ts';

/** A failure in words: what happened, then what was kept and what to do. */
export function failureWords({ code, message, retryAfterSeconds, fields }: Failure): { title: string; text: string } {
  switch (code) {
    case 'UNREACHABLE':
      return { title: 'The server did not answer', text: 'Nothing was changed. Check the connection, then try again.' };
    case 'FORBIDDEN':
      return {
        title: 'Your roles do not allow this',
        text: 'Nothing was changed. An administrator of your organization can change your roles.',
      };
    case 'NOT_FOUND':
      return { title: 'There is no such record', text: 'It may belong to another organization.' };
    case 'TOO_MANY':
      return { title: 'Too many requests', text: `Nothing was changed. Try again ${waitText(retryAfterSeconds)}.` };
    case 'CONFLICT':
      return {
        title: 'Somebody else changed this record meanwhile',
        text: 'Your change was not recorded. Look at the record as it is now, then make it again.',
      };
    case 'REFUSED':
      return { title: 'This is not possible now', text: message };
    case 'INVALID':
      return {
        title: 'Something in the form has to be mended',
        text: fields?.map((field) => `${field.path}: ${field.message}`).join('; ') || message,
      };
    case 'UNAUTHENTICATED':
      return { title: 'You are not signed in', text: message };
    default:
      return {
        title: 'Something failed on our side',
        text: 'What was recorded before is kept. Try again; if it fails again, give the request number to an administrator.',
      };
  }
}

const waitText = (seconds?: number): string => {
  if (!seconds) return 'in a minute';
  return seconds < 90 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;
};

import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A password to be: long, of any characters, pasted or kept by a password manager (NIST SP 800-63B-4, 3.1.1.2). */
export function NewPassword(props: PasswordInputProps) {
  return (
    <PasswordInput
      label="Password"
      description="At least 15 characters, of any kind. Four or five unrelated words do well."
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
      {...props}
    />
  );
}

export const passwordProblem = (password: string): string | null => {
  const missing = 15 - [...password].length;
  return missing > 0 ? `${missing} more ${missing === 1 ? 'character' : 'characters'}, please.` : null;
};

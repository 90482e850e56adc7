/**
 * The server's field problems as `@mantine/form` errors. `under` is where the form's values sit in the command's input:
 * with `facts`, the problem of `facts.name` lands on the field `name`.
 */
export function fieldErrors(
  fields: readonly { path: string; message: string }[] | undefined,
  under = '',
): Record<string, string> {
  const prefix = under === '' ? '' : `${under}.`;
  const errors: Record<string, string> = {};
  for (const { path, message } of fields ?? []) {
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : path;
    errors[name] ??= sentence(message);
  }
  return errors;
}

/** Rules say `must not be empty`; under its field it is a sentence. */
export const sentence = (text: string): string => {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
};

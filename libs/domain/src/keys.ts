/** The keys of a table of choices, as `z.enum` takes them: a choice and its word are declared together, once. */
export const keysOf = <Key extends string>(choices: Readonly<Record<Key, unknown>>): [Key, ...Key[]] =>
  Object.keys(choices) as [Key, ...Key[]];

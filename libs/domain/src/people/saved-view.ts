import { z } from 'zod';
import { line, prose } from '../text.ts';

/** Registers whose lists can be kept under a name; each is called as in its address. */
export const REGISTERS = ['ai-systems', 'vendors', 'agreements'] as const;

export const saveView = z.object({
  register: z.enum(REGISTERS),
  name: line(200),
  /** Query string of the register's address. */
  query: prose(4_000),
});
export type SaveView = z.infer<typeof saveView>;

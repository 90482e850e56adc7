import { z } from 'zod';
import { isPlainDate } from './plain-date.ts';

/** A day in a command's input. Apart from the rule, so that a page that only shows days does not load Zod. */
export const plainDate = z.string().refine(isPlainDate, 'must be a date that exists, written YYYY-MM-DD');

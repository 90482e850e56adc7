import { z } from 'zod';

/** Longest single-line text (names, titles), in characters. */
export const LINE = 500;
/** Longest free text, in characters. */
export const PROSE = 20_000;

/** PostgreSQL stores neither NUL nor a lone surrogate; both would break a record (or its log entry) for ever. */
const storable = (text: string) => !text.includes('\u0000') && text.isWellFormed();
const STORABLE = 'contains a character that cannot be stored (NUL or half of a surrogate pair)';

/** One line of text, trimmed, not empty. */
export const line = (max = LINE) =>
  z
    .string()
    .refine(storable, STORABLE)
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must be at most ${max} characters`);

/** Free text, trimmed; empty means "nothing said". */
export const prose = (max = PROSE) =>
  z
    .string()
    .refine(storable, STORABLE)
    .trim()
    .max(max, `must be at most ${max.toLocaleString('en-US')} characters`);

/** The reason a person gives for a consequential change. */
export const reason = line(2_000);

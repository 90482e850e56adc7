import type { ComponentType } from 'react';
import type { ZodType } from 'zod';

/** The facts of a kind of record, as its form and the comparison of two versions take them. */
export interface FactSet<Facts extends object> {
  /** In the order in which they are shown. */
  readonly names: readonly (keyof Facts & string)[];
  readonly labels: Readonly<Record<keyof Facts & string, string>>;
  /** As people think of them; each fact stands in one group. */
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly facts: readonly (keyof Facts & string)[];
  }[];
  /** The command's own: what it reports is said at the fields, what it reads is what is sent. */
  readonly schema: ZodType<Facts>;
  readonly isSame: (a: unknown, b: unknown) => boolean;
  /** A value as it stands in a record and between two versions. */
  readonly Value: ComponentType<{ fact: string; value: unknown }>;
}

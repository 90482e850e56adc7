import type { ImportField, ImportTarget } from '@attestry/domain/import/mapping.ts';
import type { Permission } from '@attestry/domain/people/permissions.ts';
import type { ComponentType } from 'react';
import type { ImportedEntity, ImportKind } from '../generated/graphql.ts';
import type { FactChange } from '../ui/fact-changes.tsx';
import type { ImportOnPage } from './import-on-page.ts';

/** What the pages of imports need to know of what is imported. */
export interface KindOnPage {
  readonly kind: ImportKind;
  readonly table: Pick<ImportTarget<string>, 'lacks'> & { readonly fields: Readonly<Record<string, ImportField>> };
  /** Fields that are asked for first, found or not. */
  readonly first: readonly string[];
  readonly permissions: { readonly import: Permission; readonly undo: Permission };
  readonly paths: { readonly imports: string; readonly register: string };
  readonly words: {
    /** Title of the page: "Import AI systems". */
    readonly title: string;
    readonly about: string;
    /** Completes "Your roles do not let you …". */
    readonly importing: string;
    readonly seeing: string;
    /** Button: "To the AI systems". */
    readonly toRegister: string;
    /** Completes "… that it made leave": "the inventory". */
    readonly register: string;
    /** What stays when an import is taken back: ", except …". */
    readonly undoing: string;
  };
  readonly entities: Readonly<Partial<Record<ImportedEntity, EntityOnPage>>>;
  /** What there is to do after an import was recorded. */
  readonly Afterwards?: ComponentType<{ one: ImportOnPage }>;
}

export interface EntityOnPage {
  readonly words: readonly [one: string, many: string];
  /** Address of a record; none where it has no page of its own. */
  readonly path?: (recordId: string) => string;
  readonly Changes: ComponentType<{ changes: readonly FactChange[] }>;
}

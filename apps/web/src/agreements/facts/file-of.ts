export interface FiledDocument {
  readonly id: string;
  readonly kind: string;
  readonly isLatest: boolean;
  readonly withdrawnAt?: string | null;
  readonly createdAt: string;
}

/** The file that one looks for first: the signed agreement in its latest version, else the newest of what there is. */
export function fileOf<Filed extends FiledDocument>(documents: readonly Filed[]): Filed | undefined {
  const shown = documents
    .filter(({ isLatest, withdrawnAt }) => isLatest && !withdrawnAt)
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  return shown.find(({ kind }) => kind === 'signed') ?? shown[0];
}

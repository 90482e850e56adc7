/** Selected rows by id; it outlives filters and sorts. */
export type Selection = Readonly<Record<string, true>>;

export const toggled = (selection: Selection, id: string): Selection => {
  const { [id]: was, ...rest } = selection;
  return was ? rest : { ...rest, [id]: true };
};

export const withAll = (selection: Selection, ids: readonly string[], on: boolean): Selection => {
  const next: Record<string, true> = { ...selection };
  for (const id of ids) {
    if (on) next[id] = true;
    else delete next[id];
  }
  return next;
};

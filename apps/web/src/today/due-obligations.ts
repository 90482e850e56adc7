import { counted } from '../ui/words.ts';

interface Ended {
  readonly id: string;
  readonly title: string;
  readonly vendor: { readonly name: string };
  readonly obligations: readonly { readonly standing: { readonly state: string; readonly nextOn?: string | null } }[];
}

export interface DueObligations {
  readonly id: string;
  readonly title: string;
  readonly vendor: string;
  /** What is late: "2 overdue, 1 to look at again". */
  readonly words: string;
  /** The day since which the longest is late; undefined where the end itself was never recorded. */
  readonly since: string | undefined;
}

/** Agreements that ended with something late, or of which nobody knows what became of the PHI; the longest late first. */
export function dueObligations(ended: readonly Ended[]): DueObligations[] {
  return ended
    .map(({ id, title, vendor, obligations }) => {
      const overdue = obligations.filter(({ standing }) => standing.state === 'overdue');
      const again = obligations.filter(({ standing }) => standing.state === 'recheck_due');
      const parts = [
        obligations.length === 0 && 'End not recorded',
        overdue.length > 0 && `${counted(overdue.length, 'obligation')} overdue`,
        again.length > 0 && `${again.length} to look at again`,
      ].filter(Boolean);
      const [since] = [...overdue, ...again].flatMap(({ standing }) => standing.nextOn ?? []).sort();
      return { id, title, vendor: vendor.name, words: parts.join(', '), since };
    })
    .filter(({ words }) => words !== '')
    .sort((one, other) => (one.since ?? '').localeCompare(other.since ?? ''));
}

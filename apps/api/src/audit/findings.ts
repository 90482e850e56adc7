/** Something that the verifier found wrong, in words that name it. */
export interface Finding {
  /** The organization's id; absent for the log of the whole installation. */
  readonly organization?: string;
  readonly problem: string;
}

/** Collects findings within bounds: a log of a million changed events is named by its first hundred. */
export class Findings {
  readonly list: Finding[] = [];
  private readonly organization: string | undefined;
  private readonly limit: number;
  private more = 0;

  constructor(organization?: string, limit = 100) {
    this.organization = organization;
    this.limit = limit;
  }

  add(problem: string): void {
    if (this.list.length < this.limit) this.list.push(this.of(problem));
    else this.more += 1;
  }

  close(): readonly Finding[] {
    if (this.more > 0) this.list.push(this.of(`… and ${this.more} more`));
    return this.list;
  }

  private of(problem: string): Finding {
    return this.organization === undefined ? { problem } : { organization: this.organization, problem };
  }
}

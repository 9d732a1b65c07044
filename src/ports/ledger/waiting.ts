export interface Unlocated {
  readonly seq: number;
  readonly contactId: string;
  readonly e164: string;
  readonly region: string | null;
  readonly numberType: string;
  readonly evidence: string;
  readonly group: string;
}

/** People of one calling group and country who wait to be called. */
export interface Waiting {
  readonly group: string;
  readonly region: string | null;
  /** Ordered before, and waiting to be tried again. */
  readonly again: boolean;
  /** Those who can be called: anyone who is on the do-not-call list is not among them. */
  readonly people: number;
  /** Those on the do-not-call list. They wait until their turn comes, and are skipped then. */
  readonly barred: number;
  /** Those of them who wait for nothing but their hours. */
  readonly due: number;
}

/** Somebody who is not to be tried before a moment, and what for. */
export interface Delayed {
  readonly group: string;
  readonly e164: string;
  readonly notBefore: number;
  readonly reason: string | null;
}

/** What holds the pending contacts, to wake by and to say. */
export interface Horizon {
  /** Of the groups asked about, those that have a contact whose delay is over. */
  readonly dueGroups: readonly string[];
  readonly nextNotBefore: number | null;
  readonly nextLook: number | null;
}

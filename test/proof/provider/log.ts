import { appendFileSync } from 'node:fs';

/** One dial of an order, as it really was. Times in ms. */
export interface Dial {
  readonly id: string;
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number;
  readonly result: string | null;
  readonly dialError: string | null;
  readonly output: Readonly<Record<string, boolean>> | null;
}

interface Moment {
  readonly at: number;
  readonly session: number;
}

/** A process of the program begins; the runner writes this line. */
export interface Begun extends Moment {
  readonly kind: 'begun';
}

/** It is over. `by`: a signal of the runner came before, or none. */
export interface Over extends Moment {
  readonly kind: 'over';
  readonly by: 'itself' | 'SIGINT' | 'SIGKILL';
  readonly code: number | null;
  readonly err: string;
  /** It had to be killed because it did not end. */
  readonly endless: boolean;
}

/** The whole body of a `POST /call` has arrived. */
export interface Post extends Moment {
  readonly kind: 'post';
  readonly request: number;
  readonly key: string;
  readonly number: string;
}

/** The order of that request is stored, whatever is answered. */
export interface Accepted extends Moment {
  readonly kind: 'accepted';
  readonly request: number;
  readonly order: string;
  readonly key: string;
  readonly number: string;
  readonly body: unknown;
  readonly dials: readonly Dial[];
  /** When it is over, unless it is cancelled before. */
  readonly endsAt: number;
}

export interface Cancelled extends Moment {
  readonly kind: 'cancelled';
  readonly order: string;
}

/** An answer has left, or was refused. */
export interface Answer extends Moment {
  readonly kind: 'answer';
  readonly request: number;
  readonly to: 'post' | 'get' | 'search' | 'list' | 'cancel' | 'other';
  /** The id that was asked for. */
  readonly order: string | null;
  /** Of a search: the number or the key that was asked for. */
  readonly sought?: string;
  /** 0: no answer at all. */
  readonly status: number;
  /** The client gets the whole of the body. */
  readonly whole: boolean;
  /** JSON when it is JSON, its text otherwise. */
  readonly body: unknown;
  readonly how: string;
}

export type Entry = Begun | Over | Post | Accepted | Cancelled | Answer;

/** What the provider has seen and said, in order; the judge reads nothing else of it. */
export class Log {
  readonly entries: Entry[] = [];

  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    appendFileSync(this.path, `${JSON.stringify(entry)}\n`);
  }
}

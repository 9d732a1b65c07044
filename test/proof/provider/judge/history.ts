import type { Accepted, Answer, Entry, Post } from '../log.ts';
import { attemptsListed, callsIn, clearness, type Said } from './reading.ts';

/** What one answer told of an order. */
export interface Told {
  readonly at: number;
  readonly session: number;
  /** Somebody asked for it; the answer to its own send is no look. */
  readonly isLook: boolean;
  /** False: it stands in the answer to a search for another one, by a provider that ignores what is sought. */
  readonly isAsked: boolean;
  readonly said: Said;
}

/** An order that the provider has, with all that was told of it until a moment. */
export interface Known {
  readonly accepted: Accepted;
  overAt: number;
  readonly answers: Told[];
}

/** What was asked to be sent for one number, and what became of it. */
export interface Sent {
  readonly post: Post;
  answer: Answer | null;
  accepted: boolean;
}

/** All that a log has told until one of its lines. */
export class History {
  readonly orders = new Map<string, Known>();
  readonly #byKey = new Map<string, Known>();
  readonly sent: Sent[] = [];
  readonly #byRequest = new Map<number, Sent>();

  add(entry: Entry): void {
    if (entry.kind === 'post') this.#post(entry);
    if (entry.kind === 'accepted') this.#accepted(entry);
    if (entry.kind === 'cancelled') {
      const known = this.orders.get(entry.order);
      if (known !== undefined) known.overAt = Math.min(known.overAt, entry.at);
    }
    if (entry.kind === 'answer') this.#answer(entry);
  }

  ordersTo(number: string): Known[] {
    return [...this.orders.values()].filter(({ accepted }) => accepted.number === number);
  }

  sentTo(number: string): Sent[] {
    return this.sent.filter(({ post }) => post.number === number);
  }

  /** Somebody was told of this very order. */
  found(key: string): boolean {
    return (this.#byKey.get(key)?.answers.length ?? 0) > 0;
  }

  #post(post: Post): void {
    const sent = { post, answer: null, accepted: false };
    this.sent.push(sent);
    this.#byRequest.set(post.request, sent);
  }

  #accepted(accepted: Accepted): void {
    const known = { accepted, overAt: accepted.endsAt, answers: [] };
    this.orders.set(accepted.order, known);
    this.#byKey.set(accepted.key, known);
    const sent = this.#byRequest.get(accepted.request);
    if (sent !== undefined) sent.accepted = true;
  }

  /**
   * A list of attempts names no orders; which order an attempt is of, only the provider's books say. Where it
   * spoils the attempt's id, the number says it, if one order alone went there.
   */
  #list(answer: Answer): void {
    for (const { id, number, said } of attemptsListed(answer)) {
      const known =
        [...this.orders.values()].find(({ accepted }) =>
          accepted.dials.some((dial) => dial.id === id),
        ) ?? onlyOf(this.ordersTo(number));
      known?.answers.push({
        at: answer.at,
        session: answer.session,
        isLook: true,
        isAsked: true,
        said,
      });
    }
  }

  #answer(answer: Answer): void {
    if (answer.to === 'list') {
      this.#list(answer);
      return;
    }
    const sent = this.#byRequest.get(answer.request);
    if (answer.to === 'post' && sent !== undefined) sent.answer = answer;
    for (const said of callsIn(answer)) {
      const known = this.orders.get(said.id);
      // Another order in the place of the one that was asked for tells nothing.
      if (known === undefined || !isOf(said, known)) continue;
      if (answer.order !== null && answer.order !== said.id) continue;
      const isLook = answer.to === 'get' || answer.to === 'search';
      const isAsked = [undefined, '', said.number, said.key].includes(answer.sought);
      known.answers.push({ at: answer.at, session: answer.session, isLook, isAsked, said });
    }
  }
}

const onlyOf = (orders: readonly Known[]): Known | undefined =>
  orders.length === 1 ? orders[0] : undefined;

const isOf = (said: Said, { accepted }: Known): boolean =>
  said.key === accepted.key && said.number === accepted.number;

export const everTold = ({ answers }: Known, what: 'human' | 'refused'): boolean =>
  answers.some(({ said }) => said[what]);

export const ringsTold = ({ answers }: Known): number =>
  Math.max(0, ...answers.map(({ said }) => said.rings));

/** Those of which something is shown: a count alone is told, and no attempt that could be listed. */
export const ringsShown = ({ answers }: Known): number =>
  Math.max(0, ...answers.map(({ said }) => said.outcomes.length));

/** Sends whose answer leaves it open whether there is an order, and which nobody has found since. */
export const unresolved = (history: History, sent: readonly Sent[]): Sent[] =>
  sent.filter(
    ({ post, answer }) => answer !== null && isDoubtful(answer) && !history.found(post.key),
  );

const isDoubtful = (answer: Answer): boolean => {
  const said = clearness(answer);
  return said === 'unclear' || said === 'stop';
};

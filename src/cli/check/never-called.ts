import { whySkip } from '../../app/people/feed.ts';
import { refusalsIn } from '../../app/order/refused.ts';
import type { SuppressList } from '../../app/people/suppress.ts';
import type { NewContact } from '../../domain/contact/contact.ts';
import type { RowContext } from '../../domain/contact/row/row.ts';
import { dialledIdentity } from '../../domain/phone/number/identity.ts';
import { NumberSet } from '../../domain/phone/number/number-set.ts';
import { tailOf } from '../../domain/phone/number/number-tails.ts';
import { storeReason } from '../../domain/run/reason.ts';
import {
  ON_DO_NOT_CALL,
  onSuppressList,
  reachedByOther,
  reachedSince,
  whyNotAdmitted,
  type Admission,
} from '../../domain/schedule/admission.ts';
import { barredNumbers, barredTailsOf, reachedNumbers } from '../compose/compose.ts';
import { isThere } from '../input/paths.ts';
import type { Input } from '../input/reading.ts';

/** Asks what a run asks, in its order: so `check` counts whom `plan` counts, by the same words. */
export class NeverCalled {
  readonly #lists: readonly List[];
  readonly #barred: Barred;
  readonly #refusals: ReadonlyMap<string, string>;
  readonly #reached: Reached;
  readonly #admission: Admission;
  /** People on the campaign's lists, and those whom a list may mean by last digits. */
  onLists = 0;
  byLastDigits = 0;

  private constructor(known: Known, admission: Admission) {
    this.#lists = known.lists;
    this.#barred = known.barred;
    this.#refusals = known.refusals;
    this.#reached = known.reached;
    this.#admission = admission;
  }

  static async by(
    input: Pick<Input, 'suppress' | 'source' | 'campaign'>,
    admission: Admission & RowContext,
    liveLedger: string,
  ): Promise<NeverCalled> {
    const lists: List[] = [];
    for (const list of input.suppress) lists.push(await listOf(list));
    const refusals = await refusalsIn(input.source, admission);
    const { campaign } = input;
    const since = reachedSince(campaign, admission.now);
    const reached = since === null ? NOBODY : reachedIn(liveLedger, { run: campaign.slug, since });
    return new NeverCalled({ lists, barred: barredIn(liveLedger), refusals, reached }, admission);
  }

  /** Why a person of the file will never be called, as it would be stored; null: as far as is known, they may be. */
  why(contact: NewContact): string | null {
    const identity = dialledIdentity(contact.e164);
    const skip = this.#refusals.get(identity) ?? whySkip(contact, false);
    if (skip !== null) return skip;
    const others = contact.otherNumbers.map(dialledIdentity);
    const listed = this.#lists.find(({ numbers }) =>
      [identity, ...others].some((one) => numbers.has(one)),
    );
    if (listed !== undefined) {
      this.onLists += 1;
      return listed.why;
    }
    const maybe = this.#whyByTail(tailOf(contact.e164));
    if (maybe !== undefined) {
      this.byLastDigits += 1;
      return maybe;
    }
    const { group, consent } = contact;
    const person = { group, consentAt: consent?.at ?? null, consentText: consent?.text ?? null };
    return (
      whyNotAdmitted(person, this.#admission) ??
      (this.#barred.numbers.has(identity) ? ON_DO_NOT_CALL : null) ??
      this.#whyByOther(contact) ??
      this.#whyReached([identity, ...others])
    );
  }

  /** A ledger asks the same of each of them before it lets anybody be called. */
  #whyByOther({ otherNumbers }: NewContact): string | null {
    for (const e164 of otherNumbers) {
      const identity = dialledIdentity(e164);
      const because = this.#barred.numbers.has(identity)
        ? ON_DO_NOT_CALL
        : (this.#refusals.get(identity) ?? this.#whyByTail(tailOf(e164)));
      if (because !== undefined) return storeReason({ code: 'other_number_barred', because });
    }
    return null;
  }

  #whyReached(identities: readonly string[]): string | null {
    const found = [...this.#reached].find(([, numbers]) =>
      identities.some((one) => numbers.has(one)),
    );
    return found?.[0] ?? null;
  }

  #whyByTail(tail: string): string | undefined {
    const all = [...this.#lists, this.#barred];
    return all.map(({ tails }) => tails.get(tail)).find((why) => why !== undefined);
  }
}

interface Known {
  readonly lists: readonly List[];
  readonly barred: Barred;
  /** Who refuses in a row of the file, by dialled identity. */
  readonly refusals: ReadonlyMap<string, string>;
  readonly reached: Reached;
}

/** By why they are left out: the numbers that another run has reached, the latest day first. */
type Reached = ReadonlyMap<string, NumberSet>;
const NOBODY: Reached = new Map();

function reachedIn(liveLedger: string, of: { run: string; since: number }): Reached {
  const found = new Map<string, NumberSet>();
  if (!isThere(liveLedger)) return found;
  for (const { e164, run, at } of reachedNumbers(liveLedger, of)) {
    const why = reachedByOther(run, at);
    const numbers = found.get(why) ?? new NumberSet();
    numbers.add(dialledIdentity(e164));
    found.set(why, numbers);
  }
  return new Map([...found].reverse());
}

type Barred = Pick<List, 'numbers' | 'tails'>;

/** The do-not-call list of the live ledger. */
function barredIn(liveLedger: string): Barred {
  const numbers = new NumberSet();
  const tails = new Map<string, string>();
  if (!isThere(liveLedger)) return { numbers, tails };
  for (const { e164 } of barredNumbers(liveLedger)) numbers.add(dialledIdentity(e164));
  for (const { tail, source, row } of barredTailsOf(liveLedger))
    tails.set(tail, storeReason({ code: 'number_tail_barred', file: source, row }));
  return { numbers, tails };
}

interface List {
  readonly why: string;
  readonly numbers: NumberSet;
  /** Why somebody may be meant whose number ends so. */
  readonly tails: ReadonlyMap<string, string>;
}

async function listOf(list: SuppressList): Promise<List> {
  const numbers = new NumberSet();
  const tails = new Map<string, string>();
  for await (const entry of list.entries([])) {
    for (const e164 of entry.numbers) numbers.add(dialledIdentity(e164));
    for (const tail of entry.tails)
      if (!tails.has(tail))
        tails.set(
          tail,
          storeReason({ code: 'number_tail_barred', file: list.name, row: entry.row }),
        );
  }
  return { why: onSuppressList(list.name), numbers, tails };
}

import type { ColumnMeaning } from '../../campaign/column-meaning.ts';
import type { AskedOf } from './answer.ts';
import { headerSays } from './header.ts';

/** A column that speaks of refusal or of consent. */
export interface SpeakingColumn extends AskedOf {
  readonly index: number;
}

/** A column of which nobody but the operator can say whether it speaks of calls. */
export interface ColumnQuestion {
  readonly index: number;
  readonly header: string;
  readonly why: string;
  /** It speaks of e-mail, text messages or another way than calls: what stands there is said of that way alone. */
  readonly otherChannel: boolean;
}

export interface SpeakingColumns {
  readonly speaking: readonly SpeakingColumn[];
  readonly questions: readonly ColumnQuestion[];
}

interface SpeakingWishes {
  readonly headers: readonly string[];
  readonly doNotCall: readonly ColumnMeaning[];
  readonly consent: readonly ColumnMeaning[];
  /** The column with the date of consent: what stands in it instead of a date speaks as well. */
  readonly consentAt: number | null;
  /** Where the campaign's header stands in the file; null, with a problem noted, when it is not there. */
  readonly named: (header: string, path: string) => number | null;
  /** Columns that take no part, or are something else. */
  readonly isOther: (index: number) => boolean;
}

/** Every such column counts: those that the campaign names, and those that are known by their header. */
export function findSpeaking(wishes: SpeakingWishes): SpeakingColumns {
  const found = new Map<number, SpeakingColumn>();
  for (const speaks of ['do_not_call', 'consent'] as const) {
    const chosen = speaks === 'consent' ? wishes.consent : wishes.doNotCall;
    for (const { column, yes, no } of chosen) {
      const index = wishes.named(column, `columns.${speaks}`);
      if (index !== null && !found.has(index)) found.set(index, { index, speaks, yes, no });
    }
  }
  const plain = { yes: [], no: [] };
  const { consentAt: at } = wishes;
  if (at !== null && !found.has(at)) found.set(at, { index: at, speaks: 'consent', ...plain });
  const questions: ColumnQuestion[] = [];
  for (const [index, header] of wishes.headers.entries()) {
    if (found.has(index) || wishes.isOther(index)) continue;
    const says = headerSays(header);
    if (says === null) continue;
    if (says.kind === 'question') {
      const { why, otherChannel } = says;
      questions.push({ index, header, why, otherChannel });
    } else {
      const speaks = says.kind === 'do_not_call' ? 'do_not_call' : 'consent';
      found.set(index, { index, speaks, ...plain });
    }
  }
  return { speaking: [...found.values()].sort((a, b) => a.index - b.index), questions };
}

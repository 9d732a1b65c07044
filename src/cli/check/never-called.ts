import { whySkip } from '../../app/feed.ts';
import { refusalsIn } from '../../app/refused.ts';
import type { NewContact } from '../../domain/contact/contact.ts';
import type { RowContext } from '../../domain/contact/row.ts';
import { dialledIdentity } from '../../domain/phone/identity.ts';
import { NumberSet } from '../../domain/phone/number-set.ts';
import {
  ON_DO_NOT_CALL,
  onSuppressList,
  whyNotAdmitted,
  type Admission,
} from '../../domain/schedule/admission.ts';
import { barredNumbers } from '../compose.ts';
import { isThere } from '../paths.ts';
import type { Input } from '../reading.ts';

/** Why a person of the file will never be called, as it would be stored; null: as far as is known, they may be. */
export type WhyNever = (contact: NewContact) => string | null;

/** Asks what a run asks, in its order: so `check` counts whom `plan` counts, by the same words. */
export async function whyNeverOf(
  input: Pick<Input, 'suppress' | 'source'>,
  admission: Admission & RowContext,
  liveLedger: string,
): Promise<WhyNever> {
  const lists: { readonly why: string; readonly numbers: NumberSet }[] = [];
  for (const list of input.suppress) {
    const numbers = new NumberSet();
    for await (const e164 of list.numbers()) numbers.add(dialledIdentity(e164));
    lists.push({ why: onSuppressList(list.name), numbers });
  }
  const barred = new NumberSet();
  if (isThere(liveLedger))
    for (const e164 of barredNumbers(liveLedger)) barred.add(dialledIdentity(e164));
  const refusals = await refusalsIn(input.source, admission);
  return (contact) => {
    const { group, consent } = contact;
    const identity = dialledIdentity(contact.e164);
    return (
      refusals.get(identity) ??
      whySkip(contact, false) ??
      lists.find(({ numbers }) => numbers.has(identity))?.why ??
      whyNotAdmitted(
        { group, consentAt: consent?.at ?? null, consentText: consent?.text ?? null },
        admission,
      ) ??
      (barred.has(identity) ? ON_DO_NOT_CALL : null)
    );
  };
}

import { SPOKEN_FIELDS, type SpokenField } from '../campaign/assistant.ts';
import type { NewContact } from '../contact/contact.ts';
import { filledIn, withDefaults } from '../contact/columns/placeholder-text.ts';
import { maskNumber, maskNumbersIn } from '../text/privacy.ts';

/** What one person of the list would be called with. */
export interface RenderedSample {
  readonly line: number;
  /** Masked (I9). */
  readonly number: string;
  readonly name: string | null;
  /** The texts of the assistant with this person's cells in them; numbers in them are masked. */
  readonly texts: readonly RenderedText[];
}

interface RenderedText {
  readonly field: SpokenField;
  readonly text: string;
}

export function renderSample(
  of: { readonly line: number; readonly contact: NewContact },
  assistant: Readonly<Record<string, unknown>> | null,
): RenderedSample {
  const { line, contact } = of;
  const texts = SPOKEN_FIELDS.flatMap((field) => {
    const text = assistant?.[field];
    if (typeof text !== 'string' || text.trim() === '') return [];
    return [
      { field, text: maskNumbersIn(filledIn(text, withDefaults(contact.variables, assistant))) },
    ];
  });
  return { line, number: maskNumber(contact.e164), name: contact.name, texts };
}

import type { Advice } from '../../../ports/advice.ts';
import { aboutPerson, aboutRun, type Given } from './given.ts';

/** A message with what it advises: a sentence that ends with the command, which keeps the options that were given. */
export function advisedText(message: string, advice: Advice | undefined, given: Given): string {
  if (advice === undefined) return message;
  const end = message.endsWith('.') ? '' : '.';
  return `${message}${end} ${sentenceOf(advice, given)}`;
}

function sentenceOf(advice: Advice, given: Given): string {
  switch (advice.kind) {
    case 'ask_provider':
      return `Ask the provider why, with what is known of it: ${aboutPerson(advice.contact, given)}`;
    case 'seen_with':
      return `It was first seen in: ${aboutPerson(advice.contact, given)}`;
    case 'decide':
      return `Then decide about them with: ${aboutRun('uncertain', given)}`;
    case 'go_on_first':
      return `Go on with that run first: ${aboutRun('resume', { ...given, run: advice.run })}`;
  }
}

import { plainText } from '../../../domain/text/privacy.ts';

/** A value as it is shown in a message: on one line, and not longer than a line. */
const VALUE_SHOWN = 60;

export function shownValue(value: string): string {
  const oneLine = plainText(value).replace(/\s+/g, ' ');
  return oneLine.length > VALUE_SHOWN ? `${oneLine.slice(0, VALUE_SHOWN)}…` : oneLine;
}

import { plainText } from '../../text/privacy.ts';

/** A spreadsheet cell holds at most this much; what is longer was not typed by a person. */
export const MAX_CELL_LENGTH = 32_767;

/** A cell as it may be sent and shown: no control characters, no space around it; line breaks stay. */
export function cellText(cell: string): string {
  if (!/[^ -~]/.test(cell)) return cell.trim();
  return cell
    .split(/\r\n|\n|\r/)
    .map(plainText)
    .join('\n')
    .trim();
}

const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|ERROR!)$/i;

/** Says nothing: blank, or what a spreadsheet writes when a formula has failed. */
export const isBlank = (text: string): boolean => text === '' || SPREADSHEET_ERROR.test(text);

/** The two result columns by which a file that comes back is recognised, and its rows matched. */
export const CALL_CONTACT = 'call_contact';
export const CALL_STATE = 'call_state';

const name = (header: string): string => header.trim().toLowerCase();

/** Whether the headers are those of our own export, given back to us. */
export function isFedBack(headers: readonly string[]): boolean {
  return headers.some((header) => name(header) === CALL_CONTACT || name(header) === CALL_STATE);
}

/**
 * Result columns are all named `call_…` or `output.…`. Only a file that is recognised as an export loses
 * them: in any other file `call_notes` is the owner's own column.
 */
export function isResultColumn(header: string): boolean {
  return name(header).startsWith('call_') || name(header).startsWith('output.');
}

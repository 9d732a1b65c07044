const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** The prompt variable of a column: its header when that is a name already, else in snake_case. */
export function variableName(header: string): string {
  const text = plainHeader(header);
  if (IDENTIFIER.test(text)) return text;
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

/** What two spellings of one name have in common: `First Name`, `first_name`, `FirstName`. */
export function compactName(text: string): string {
  return plainHeader(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A byte order mark sticks to the first header when two programs have each written one. */
export const plainHeader = (header: string): string =>
  header.replaceAll('\uFEFF', '').trim().normalize('NFC');

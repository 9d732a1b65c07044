/** A file of `data/reference`: its name and its whole text. */
export interface ReferenceFile {
  readonly name: string;
  readonly text: string;
}

/**
 * JSON with one line for each entry of each member: small enough to ship, and a change of the data shows
 * as the lines that changed.
 */
export function referenceFile(
  name: string,
  value: Readonly<Record<string, unknown>>,
): ReferenceFile {
  const members = Object.entries(value).map(([key, member]) => `${quote(key)}: ${lines(member)}`);
  return { name, text: `{\n${members.join(',\n')}\n}\n` };
}

function lines(value: unknown): string {
  if (Array.isArray(value)) return `[\n${value.map((one) => quote(one)).join(',\n')}\n]`;
  if (typeof value !== 'object' || value === null) return quote(value);
  const entries = Object.entries(value).map(([key, one]) => `${quote(key)}:${quote(one)}`);
  return `{\n${entries.join(',\n')}\n}`;
}

const quote = (value: unknown): string => JSON.stringify(value);

/** The entries in the order of their keys, compared as plain text so that every machine agrees. */
export function sorted<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const list = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(list);
}

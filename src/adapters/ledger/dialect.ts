/**
 * What SQLite says in its own way, in one place. All other SQL of the ledger is such that PostgreSQL takes it as well:
 * aliases with capitals are quoted, and a condition becomes a number by `case`. SQLite alone is built.
 */

/** The greater of two values that are not null. Elsewhere: `greatest`. */
export const greaterOf = (one: string, other: string): string => `max(${one}, ${other})`;

/** The smaller of two values that are not null. Elsewhere: `least`. */
export const smallerOf = (one: string, other: string): string => `min(${one}, ${other})`;

/** Equal, or both null; the planner takes an index for it. Elsewhere: `is not distinct from`. */
export const isSame = (column: string, value: string): string => `${column} is ${value}`;

/** The table before it is walked, and the one after it is looked up. Elsewhere: `cross join` says nothing of the order. */
export const WALKED_BEFORE = 'cross join';

/** To sort by, not off an index. Elsewhere: as it stands. */
export const notOffIndex = (column: string): string => `${column} + 0`;

/** A text in a JSON column. Elsewhere: `->` and `->>`. */
export const jsonText = (column: string, path: string): string =>
  `json_extract(${column}, '${path}')`;

/** How many entries a JSON array has. Elsewhere: `jsonb_array_length`. */
export const jsonLength = (column: string): string => `json_array_length(${column})`;

/** Which search the sandbox has; the vendor has had several, and some accounts have none. */
export const SEARCH_KINDS = ['number', 'metadata', 'empty', 'ignored', 'none'] as const;

export type SearchKind = (typeof SEARCH_KINDS)[number];

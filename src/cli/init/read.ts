/** What was read in an answer, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly fault: string };

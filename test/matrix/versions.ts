/** The Nodes and npms that the matrix tries, and `docs/matrix.md` reports. */
export const NODES = [20, 22, 24, 26] as const;
export const NPMS = [11, 12] as const;

/** How many calls were judged, and in how many of them the agent's first words did not say that an AI speaks. */
export interface Unsaid {
  readonly judged: number;
  readonly no: number;
}

/** Fewer calls say little of those that follow. */
const JUDGED_AT_LEAST = 20;
/** Above this share a run says so. */
export const TOLD_ABOVE = 0.1;

export const passes = ({ judged, no }: Unsaid, share: number): boolean =>
  judged >= JUDGED_AT_LEAST && no > share * judged;

/** How many more calls, or calls judged `no`, change nothing: a share is worth counting again after them. */
export interface Quiet {
  readonly calls: number;
  readonly noes: number;
}

/** It may be short by one or two of where a share can be passed, never longer. */
export function quietFor({ judged, no }: Unsaid, shares: readonly number[]): Quiet {
  if (judged < JUDGED_AT_LEAST) return { calls: JUDGED_AT_LEAST - judged, noes: Infinity };
  const beyond = shares.map((share) => Math.floor((share * judged - no) / (1 - share)));
  return { calls: Infinity, noes: Math.max(1, Math.min(...beyond)) };
}

export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** `5 of 22 calls (22.7 %) to places …`; a share that is just above is not rounded down to it. */
export const unsaidText = ({ judged, no }: Unsaid): string =>
  `in ${no} of ${judged} calls (${percent(Math.ceil((no / judged) * 1000) / 1000)}) to places whose law asks for it, the agent’s first words did not say that an AI speaks`;

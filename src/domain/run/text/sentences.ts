import type { ReasonCode, ReasonFacts } from '../reason.ts';

/** A sentence for each of these codes, made of its facts. */
export type Sentences<Code extends ReasonCode> = {
  readonly [C in Code]: (facts: ReasonFacts<C>) => string;
};

/** `why` behind a colon, where anybody said why. */
export const behindColon = (said: string): string => (said === '' ? '' : `: ${said}`);

import type { CodeOfWaiting } from '../reason-facts.ts';
import type { Sentences } from './sentences.ts';

export const OF_WAITING: Sentences<Exclude<CodeOfWaiting, 'held_by'>> = {
  row_asks: () => 'the row asks for it',
  held_by_run: ({ run }) => `held by run ${run}`,
  rest_after_run: ({ run }) => `called by run ${run} a short while ago`,
  may_still_ring: ({ order, run }) => `order ${order} of run ${run} may still ring`,
  // `US-FL: at most 3 calls in 24 hours`
  cap: ({ by, max, hours, per_subject: perSubject }) =>
    `${by}: at most ${max} ${max === 1 ? 'call' : 'calls'} in ${spanText(hours)}${aboutText(perSubject)}`,
  // `FR: 60 days of rest after a refusal`
  rest: ({ by, after, hours, per_subject: perSubject }) =>
    `${by}: ${spanText(hours)} of rest ${afterText(after, perSubject)}`,
  rest_for_ever: ({ by, after, per_subject: perSubject }) =>
    `${by}: never again ${afterText(after, perSubject)}`,
};

const aboutText = (perSubject: boolean): string => (perSubject ? ' on one subject' : '');

const afterText = (after: string, perSubject: boolean): string =>
  `after ${after === 'abandoned call' ? 'an' : 'a'} ${after}${aboutText(perSubject)}`;

const spanText = (hours: number): string =>
  hours > 24 && hours % 24 === 0
    ? `${hours / 24} days`
    : `${hours} ${hours === 1 ? 'hour' : 'hours'}`;

import type { Reason } from '../../../../domain/run/reason.ts';

/** A wording with which an earlier version has stored a reason, and the reason that it stands for. */
export interface Wording {
  readonly pattern: RegExp;
  readonly reason: (parts: readonly string[]) => Reason;
}

/** `parts` are what the groups of the pattern have found, '' where a group found nothing. */
export const wording = (
  pattern: RegExp,
  reason: Reason | ((...parts: readonly string[]) => Reason),
): Wording => ({
  pattern,
  reason: (parts) => (typeof reason === 'function' ? reason(...parts) : reason),
});

/** `7 days` or `24 hours`. */
export const hoursOf = (count: string, unit: string): number =>
  Number(count) * (unit === 'days' ? 24 : 1);

import { beginningOf, type ReasonCode } from '../../domain/run/reason.ts';

/** A condition of SQL: that a stored reason has one of these codes. The only place where SQL looks into a reason. */
export const hasReason = (...codes: readonly ReasonCode[]): string => {
  const begins = codes.map((code) => {
    const text = beginningOf(code);
    return `substr(reason, 1, ${text.length}) = '${text}'`;
  });
  return `(${begins.join(' or ')})`;
};

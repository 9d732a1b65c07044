const TAIL = 7;

const digits = (number: string): string => number.replace(/\D/g, '');

/**
 * Whether what a provider says it has called can be the number that it was told, however it writes numbers. Only to
 * notice an answer that is about other people: it never says who somebody is.
 */
export function mayBeSameNumber(said: string, told: string): boolean {
  const [a, b] = [digits(said), digits(told)];
  return a === b || (a.length >= TAIL && a.slice(-TAIL) === b.slice(-TAIL));
}

import { measure } from './measure.ts';

/** What the promises about speed rest on, measured here and now. */
const WANTED_PER_SECOND = 90_000;
const WANTED_GROUPS_MS = 50;
const COUNT = 40_000;

const whole = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
const verdict = (reached: boolean): string => (reached ? 'reached' : 'NOT REACHED');

/** Writes what was measured; false: a promise was not reached. */
export function benchNumbers(): boolean {
  const { numbers, groups, ...measured } = measure(COUNT);
  const fast = measured.numbersPerSecond >= WANTED_PER_SECOND;
  const soon = measured.groupsMs < WANTED_GROUPS_MS;
  process.stdout.write(
    [
      `number → validity, type, zones  ${whole(measured.numbersPerSecond)} a second of ${whole(numbers)} numbers; wanted ${whole(WANTED_PER_SECOND)}: ${verdict(fast)}`,
      `                                ${measured.numbersToFloor.toFixed(1)} × JSON.parse of the same rows`,
      `all calling groups, from nothing  ${measured.groupsMs.toFixed(1)} ms for ${whole(groups)} groups; wanted below ${WANTED_GROUPS_MS} ms: ${verdict(soon)}`,
      `                                ${measured.groupsToFloor.toFixed(2)} × JSON.parse of all rows`,
      'Processor time, medians, each beside a floor of the same run.',
      '',
    ].join('\n'),
  );
  return fast && soon;
}

import { createHash } from 'node:crypto';

const UNIT_BITS = 48;

/**
 * Chance that repeats. Every number drawn is a hash of who it is about and what it is for, never of the
 * order in which things were asked or of the time, so that the same seed tells the same story twice.
 */
export class Chance {
  readonly #about: string;

  constructor(...about: readonly (string | number)[]) {
    this.#about = JSON.stringify(about);
  }

  hex(purpose: string, digits: number): string {
    const hash = createHash('sha256').update(this.#about).update(`/${purpose}`).digest('hex');
    return hash.slice(0, digits);
  }

  /** As the provider's ids look: a UUID of version 4, drawn like everything else. */
  uuid(purpose: string): string {
    const digits = this.hex(purpose, 32);
    const variant = ((Number.parseInt(digits[16] ?? '0', 16) & 3) | 8).toString(16);
    const text = `${digits.slice(0, 12)}4${digits.slice(13, 16)}${variant}${digits.slice(17)}`;
    return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** At least 0, less than 1. */
  unit(purpose: string): number {
    return Number.parseInt(this.hex(purpose, UNIT_BITS / 4), 16) / 2 ** UNIT_BITS;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(purpose: string, low: number, high: number): number {
    return low + Math.floor(this.unit(purpose) * (high - low + 1));
  }

  happens(purpose: string, probability: number): boolean {
    return this.unit(purpose) < probability;
  }

  pick<T>(purpose: string, choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.unit(purpose) * choices.length)] ?? choices[0];
  }

  /** One of the choices, each as likely as its weight says. */
  weighted<T>(
    purpose: string,
    choices: readonly [readonly [T, number], ...(readonly [T, number])[]],
  ): T {
    let rest = this.unit(purpose) * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) return choice;
    }
    return choices[0][0];
  }

  /** A length of time with a long tail: half of them are below `median`. */
  logNormal(purpose: string, median: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit(`${purpose}/r`)));
    const normal = radius * Math.cos(2 * Math.PI * this.unit(`${purpose}/a`));
    return median * Math.exp(spread * normal);
  }
}

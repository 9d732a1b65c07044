/**
 * Many numbers, at eight bytes each: E.164 has 15 digits at most, which a double holds exactly. A set of texts takes
 * ten times as much, and lists of people who must not be called have millions of lines.
 */
export class NumberSet {
  readonly #digits: number[] = [];
  #sorted: Float64Array | null = null;

  add(e164: string): void {
    this.#digits.push(Number(e164.slice(1)));
    this.#sorted = null;
  }

  has(e164: string): boolean {
    const sorted = (this.#sorted ??= Float64Array.from(this.#digits).sort());
    const wanted = Number(e164.slice(1));
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? Infinity) < wanted) low = middle + 1;
      else high = middle;
    }
    return sorted[low] === wanted;
  }
}

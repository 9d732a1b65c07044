/** A stretch of time in ms UTC, half-open: `end` is no longer part of it. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The same time as few pieces as possible, in order: overlapping and touching ones become one. */
export function merge(pieces: readonly Interval[]): Interval[] {
  const merged: { start: number; end: number }[] = [];
  const inOrder = pieces.filter((p) => p.end > p.start).sort((a, b) => a.start - b.start);
  for (const piece of inOrder) {
    const last = merged.at(-1);
    if (last !== undefined && piece.start <= last.end) last.end = Math.max(last.end, piece.end);
    else merged.push({ start: piece.start, end: piece.end });
  }
  return merged;
}

/** The time that lies in both lists. Each list is merged, as `merge` returns it. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const one = a[i];
    const other = b[j];
    if (one === undefined || other === undefined) return common;
    const start = Math.max(one.start, other.start);
    const end = Math.min(one.end, other.end);
    if (start < end) common.push({ start, end });
    if (one.end < other.end) i += 1;
    else j += 1;
  }
}

/** The index of the first piece of a merged list that ends after `at`; the length when there is none. */
export function firstEndingAfter(pieces: readonly Interval[], at: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.end ?? Infinity) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

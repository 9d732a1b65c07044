/** Case and separators are what people get wrong first, so they do not count. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_\-.]+/g, '');

/** Edit distance in which swapping two neighbouring letters is one edit (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** `windows` for `calling_windows`, `mon` for `monday`, `maximum` for `max`. */
const isPartOf = (text: string, name: string): boolean =>
  Math.min(text.length, name.length) >= 3 &&
  (name.startsWith(text) ||
    text.startsWith(name) ||
    `_${name}_`.includes(`_${text.replaceAll(/[\s-]+/g, '_')}_`));

/** A third of the letters may be wrong, and at least one. */
const tolerance = (length: number): number => Math.max(1, Math.floor(length / 3));

/** What somebody probably meant, or null when nothing is near enough to be worth saying. */
export function nearest(text: string, names: readonly string[]): string | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  let found: string | null = null;
  let least = Infinity;
  for (const name of names) {
    if (name === text) continue;
    const candidate = plain(name);
    const distance = editDistance(wanted, candidate);
    if (distance < least && distance <= tolerance(Math.max(wanted.length, candidate.length))) {
      found = name;
      least = distance;
    }
  }
  if (found !== null) return found;
  const part = (name: string): boolean => isPartOf(text.toLowerCase(), name.toLowerCase());
  return names.find((name) => name !== text && part(name)) ?? null;
}

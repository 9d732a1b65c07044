const NUMBER = /^[+(]?[\d\s().\-/+]{6,}(?:\s*(?:x|ext\.?)\s*\d+)?$/i;
const MIN_DIGITS = 7;
const MAX_DIGITS = 17;
const DATE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:\s|$)/;

/** Whether a cell has the digits and signs of a phone number, and is no date. No table of countries is asked. */
export const looksLikeNumber = (cell: string): boolean => {
  const text = cell.trim().replace(/^'/, '');
  const digits = text.replace(/\D/g, '').length;
  return NUMBER.test(text) && digits >= MIN_DIGITS && digits <= MAX_DIGITS && !DATE.test(text);
};

/** The columns of these rows that hold phone numbers by their looks, the fullest first. */
export function columnsWithNumbers(rows: readonly (readonly string[])[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const cells of rows)
    for (const [index, cell] of cells.entries())
      if (looksLikeNumber(cell)) counts.set(index, (counts.get(index) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b).map(([index]) => index);
}

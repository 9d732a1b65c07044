/** `row 3`, `rows 3, 5, …`: the first of `count` rows. */
export const rowsText = (lines: readonly number[], count: number): string =>
  `${count === 1 ? 'row' : 'rows'} ${lines.join(', ')}${count > lines.length ? ', …' : ''}`;

/** `line 3`, `lines 3, 5, …`: the first of `count` rows. */
export const rowsText = (lines: readonly number[], count: number): string =>
  `${count === 1 ? 'line' : 'lines'} ${lines.join(', ')}${count > lines.length ? ', …' : ''}`;

import type { FileRow } from '../domain/contact/problem.ts';
import { rankFor } from '../domain/contact/aliases.ts';
import { maskCell } from '../domain/privacy.ts';
import { readNumber, type NumberReading, type NumberRules } from '../domain/phone/number.ts';
import { openRecords } from './compose.ts';
import { usage } from './failure.ts';

/** Cells of a first line that a message lists. */
const SHOWN = 30;

export interface ListedNumber {
  readonly line: number;
  readonly value: string;
  readonly reading: NumberReading;
}

/** Which cell of each record is the number, and whether the first record is a header. */
interface Shape {
  readonly column: number;
  readonly header: boolean;
}

/** The numbers of a file: a CSV whose phone column is known by its header, or one number a line. */
export async function* readNumberList(
  path: string,
  rules: NumberRules,
): AsyncGenerator<ListedNumber> {
  let shape: Shape | null = null;
  for await (const row of await openRecords(path)) {
    const first = shape === null;
    shape ??= shapeOf(path, row, rules);
    if (first && shape.header) continue;
    const value = row.cells[shape.column] ?? '';
    yield { line: row.line, value, reading: readNumber(value, rules) };
  }
}

function shapeOf(path: string, { cells }: FileRow, rules: NumberRules): Shape {
  const number = cells.findIndex((cell) => readNumber(cell, rules).kind === 'ok');
  if (number >= 0) return { column: number, header: false };
  const ranks = cells.flatMap((cell, column) => {
    const rank = rankFor('phone', cell);
    return rank === null ? [] : [{ column, rank }];
  });
  const best = ranks.sort((a, b) => a.rank - b.rank)[0];
  if (best !== undefined) return { column: best.column, header: true };
  // A single column can only be the numbers; a first line without any digit is what they are called.
  if (cells.length === 1) return { column: 0, header: !/\d/.test(cells[0] ?? '') };
  throw usage(
    `no column of ${path} is known as the phone number: ${cells
      .slice(0, SHOWN)
      .map((cell) => `"${maskCell(cell)}"`)
      .join(', ')}`,
    'name the column "phone", or keep one number a line',
  );
}

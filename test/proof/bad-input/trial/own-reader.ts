/**
 * A reader of CSV that has nothing in common with the program's: it holds the whole text and takes one
 * character after the other. Null: the quotes are not those of RFC 4180.
 */
export function readCsv(text: string, delimiter: string): string[][] | null {
  const records: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : bare(text, at, delimiter);
    if (cell === null) return null;
    cells.push(cell.value);
    at = cell.end;
    const next = text[at];
    if (next === delimiter) {
      at += 1;
      // A delimiter at the very end has a blank cell behind it.
      if (at < text.length) continue;
      cells.push('');
    } else if (next !== undefined && next !== '\n' && next !== '\r') return null;
    else at += next === '\r' && text[at + 1] === '\n' ? 2 : 1;
    records.push(cells);
    cells = [];
  }
  return records;
}

interface Piece {
  readonly value: string;
  readonly end: number;
}

function quoted(text: string, start: number): Piece | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const end = text.indexOf('"', from);
    if (end === -1) return null;
    value += text.slice(from, end);
    if (text[end + 1] !== '"') return { value, end: end + 1 };
    value += '"';
    from = end + 2;
  }
}

function bare(text: string, start: number, delimiter: string): Piece | null {
  let end = start;
  for (; end < text.length; end += 1) {
    const character = text[end];
    if (character === '"') return null;
    if (character === delimiter || character === '\n' || character === '\r') break;
  }
  return { value: text.slice(start, end), end };
}

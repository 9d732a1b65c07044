/** Lines of a text are at most this long, so that they can be read on most terminals and in a letter. */
const WIDTH = 100;

/** A text in lines under `first`; those after the first begin with as many spaces. A long word stays whole. */
export function wrapped(first: string, text: string, width = WIDTH): string[] {
  const indent = ' '.repeat([...first].length);
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

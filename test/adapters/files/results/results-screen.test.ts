import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { resultsStream } from '../../../../src/adapters/files/results/results-file.ts';
import { lineOf } from './results-setup.ts';

const NASTY = '\u001b[2J\u001b]0;owned\u0007Ada\u009b1m\u202e';

async function shown(isTTY: boolean): Promise<string> {
  const stream = Object.assign(new PassThrough(), { isTTY });
  const shape = { headers: ['name', 'note'], delimiter: ',', sheetName: 'Results' };
  const writer = await resultsStream(stream).open(shape);
  await writer.write(lineOf(NASTY, 'two\r\nlines'));
  await writer.close();
  return String(stream.read());
}

test('a cell cannot repaint the screen of somebody who looks at the results', async () => {
  expect(await shown(true)).toBe('name,note\n"Ada","two\nlines"\n');
});

test('a program gets the cell as it is', async () => {
  expect(await shown(false)).toContain(NASTY);
});

import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, expect, it } from 'vitest';
import { openContactFile } from '../../../../src/adapters/files/contacts/contact-file.ts';
import { TestFolder } from './contact-file-setup.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

const ROWS = 200_000;

async function writeLarge(path: string): Promise<void> {
  const out = createWriteStream(path, { encoding: 'utf8' });
  out.write('phone,first_name,appointment_day,service,note\r\n');
  for (let row = 0; row < ROWS; row += 1000) {
    const block = Array.from({ length: 1000 }, (_, at) => {
      const line = String((row + at) % 100).padStart(2, '0');
      return `+1415555 01${line},"Zoé ${row + at}",Tuesday,"check-up, second",a note of some length\r\n`;
    });
    out.write(block.join(''));
  }
  out.end();
  await finished(out);
}

it('a file of 200,000 rows passes through without staying in memory', async () => {
  const path = join(folder.path, 'large.csv');
  await writeLarge(path);
  const file = await openContactFile(path);
  const before = process.memoryUsage();
  let rows = 0;
  let peak = 0;
  let last = 0;
  for await (const row of file.rows()) {
    rows += 1;
    last = row.line;
    if (rows % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  expect([rows, last]).toEqual([ROWS, ROWS + 1]);
  // The rows alone are some 60 MB as strings in arrays; garbage of a few passes of the collector is allowed.
  expect(peak - before.rss).toBeLessThan(120 * 1024 * 1024);
});

import readWorkbook from 'read-excel-file/node';
import { afterAll, expect, test } from 'vitest';
import { readAll } from '../contacts/contact-file-setup.ts';
import { exportMany } from './results-many.ts';
import { ResultsFolder } from './results-setup.ts';

const folder = new ResultsFolder();
afterAll(() => {
  folder.remove();
});

test('three thousand rows are all in the CSV, whole', async () => {
  const path = folder.at('results.csv');
  await exportMany(path, 3_000);
  const { all, headers } = await readAll(path);
  expect(all).toHaveLength(3_000);
  expect(all.filter(({ cells }) => cells.length !== headers.length)).toEqual([]);
  expect(all.at(-1)?.cells[1]).toBe('Person 2999');
});

test('three thousand rows are all in the workbook, with their numbers as text', async () => {
  const path = folder.at('results.xlsx');
  await exportMany(path, 3_000);
  const [sheet] = await readWorkbook(path);
  const rows = sheet?.data.slice(1) ?? [];
  expect(rows).toHaveLength(3_000);
  expect(new Set(rows.map((cells) => cells[0]))).toEqual(new Set(['+12125550101']));
  expect(rows.at(-1)?.[1]).toBe('Person 2999');
});

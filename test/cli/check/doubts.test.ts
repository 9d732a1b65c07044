import { expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';

const CAMPAIGN = ['name: Calls', 'assistant: { prompt: Say hello. }'];
const STATED = 'consent: { basis: customers, statement: They agreed to be called. }';
const PEOPLE = [
  'phone,state,opted_in_at',
  '+61491570156,Westland,2026-03-01',
  '+14365550123,Ohio,yes',
  '+12125550123,NY,2037-06-01',
  '+447700900123,Kent,2026-03-01',
];

const { write, read, campaign } = aFolder((folder) => {
  folder.write('people.csv', PEOPLE);
  folder.write('people.yaml', CAMPAIGN);
});

const check = async (): Promise<string[]> =>
  (await campaign('check', 'people.csv', '--all')).out.split('\n');

const NEW_AREA =
  'Area code 436 is newer than the number data, which knows no such number; by the list of area codes it is of US-OH, America/New_York.';
const UNUSED = '"Westland" is no state of AU that is known, and was not used.';

test('check warns of states that are not used, area codes that are new, and consent that is none', async () => {
  const lines = await check();
  expect(lines.slice(0, 8)).toEqual([
    `warning: row 2 state "Westland": ${UNUSED}`,
    '    Write the state by its usual two letters or its full name, or leave the cell blank.',
    `warning: row 3 phone "+14365550123": ${NEW_AREA}`,
    '    Compare the number with the original. If it is right, nothing is to be done.',
    'warning: row 3 opted_in_at "yes": "yes" cannot be read as a date, and counts as no consent.',
    '    Write the day of the consent as YYYY-MM-DD, or leave the cell blank.',
    'warning: row 4 opted_in_at "2037-06-01": "2037-06-01" is still to come, and counts as no consent.',
    '    Write the day of the consent as YYYY-MM-DD, or leave the cell blank.',
  ]);
  expect(lines.filter((line) => line.startsWith('warning: '))).toHaveLength(4);
});

test('where the campaign states a consent, cells that are none are said with what counts instead', async () => {
  write('people.yaml', [...CAMPAIGN, STATED]);
  const warnings = (await check()).filter((line) => /^warning: .* opted_in_at /.test(line));
  expect(warnings).toEqual([
    'warning: row 3 opted_in_at "yes": "yes" cannot be read as a date, and counts as no consent; what the campaign states is relied on.',
    'warning: row 4 opted_in_at "2037-06-01": "2037-06-01" is still to come, and counts as no consent; what the campaign states is relied on.',
  ]);
});

test('the export and why say the same of where a person is', async () => {
  const begun = await campaign('run', 'people.csv', '--now', '2026-12-01T15:00:00Z');
  expect(begun.code).toBe(0);
  await campaign('export', '--rehearsal', '-o', 'out.csv');
  const [header = '', ...rows] = read('out.csv').split('\n');
  expect(header).toContain(',call_location_note,');
  const rowOf = (number: string): string => rows.find((row) => row.startsWith(number)) ?? '';
  expect(rowOf('+61491570156')).toContain(UNUSED.replaceAll('"', '""'));
  expect(rowOf('+14365550123')).toContain(NEW_AREA);
  const { code, out } = await campaign('why', '+14365550123');
  expect(code).toBe(0);
  expect(out).toContain(`  note      ${NEW_AREA}\n`);
  const ofRow = await campaign('why', '2', '--file', 'people.csv', '--json');
  expect(ofRow.code).toBe(0);
  expect(JSON.parse(ofRow.out)).toMatchObject({ doubts: [UNUSED] });
});

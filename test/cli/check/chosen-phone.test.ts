import { expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';

const PEOPLE = ['Mobile,Work', '+12125550100,+12125550101', ',(212) 555-0102', 'n/a,', ',x'];
const YAML = [
  'name: Calls',
  'assistant: { prompt: Say hello. }',
  'consent: { basis: customers, statement: They agreed to be called. }',
  'default_country: US',
];

const { write, campaign } = aFolder((folder) => {
  folder.write('people.csv', PEOPLE);
  folder.write('people.yaml', [...YAML, 'columns: { phone: [Mobile, Work] }']);
});

test('check --all says of each row which of several phone columns is called', async () => {
  const { out } = await campaign('check', 'people.csv', '--all');
  expect(out.split('\n').slice(0, 2)).toEqual([
    'row 2: calls +1•••••0100, from Mobile',
    'row 3: calls +1•••••0102, from Work',
  ]);
  expect(out.match(/^row \d+: calls/gm)).toHaveLength(2);
  expect(out).toContain('row 3: (212) 555-0102 → +12125550102');
});

test('check --json says it of the same rows', async () => {
  const { out } = await campaign('check', 'people.csv', '--json');
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines.filter((line) => 'kind' in line && line.kind === 'phone')).toEqual([
    { kind: 'phone', line: 2, column: 'Mobile', number: '+1•••••0100' },
    { kind: 'phone', line: 3, column: 'Work', number: '+1•••••0102' },
  ]);
});

test('where there is one phone column nothing is said of it', async () => {
  write('people.yaml', [...YAML, 'columns: { phone: Mobile }']);
  expect((await campaign('check', 'people.csv', '--all')).out).not.toContain('calls +');
  expect((await campaign('check', 'people.csv', '--json')).out).not.toContain('"kind":"phone"');
});

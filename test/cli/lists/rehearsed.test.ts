import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';

const [ON_LIST, BY_DIGITS, FREE] = ['+13175550161', '+12085550123', '+13175550163'];
const NOW = ['--now', '2026-12-01T15:00:00Z'];

const { path, read, write, campaign } = aFolder((folder) => {
  folder.write('leads.yaml', [
    'name: Lists',
    'assistant: { prompt: Say hello. }',
    'consent: { basis: customers, statement: They agreed to be called. }',
  ]);
  folder.write('leads.csv', ['phone', ON_LIST, BY_DIGITS, FREE].map(String));
});

/** Rehearses and returns who was skipped, with the row of the results. */
async function rehearsed(...more: string[]): Promise<Record<string, string>> {
  const run = await campaign('run', 'leads.csv', '--rehearse', ...NOW, ...more);
  expect(run.code).toBe(0);
  expect((await campaign('export', '--rehearsal', '--force', '-o', 'results.csv')).code).toBe(0);
  const lines = read('results.csv').trim().split('\n');
  const rows = lines.slice(1).filter((line) => line.includes(',skipped,'));
  return Object.fromEntries(rows.map((line) => [line.split(',')[0] ?? '', line]));
}

test('a rehearsal calls nobody who is on the do-not-call list of live runs', async () => {
  write('said-no.csv', ['Phone', '"(208) 555-0123 x12"']);
  expect((await campaign('dnc', 'add', ON_LIST)).code).toBe(0);
  expect((await campaign('dnc', 'import', 'said-no.csv')).code).toBe(0);
  const skipped = await rehearsed();
  expect(Object.keys(skipped).sort()).toEqual([BY_DIGITS, ON_LIST].sort());
  expect(skipped[ON_LIST]).toContain(textOf({ code: 'on_do_not_call' }));
  const plan = await campaign('plan', 'leads.csv', '--json', ...NOW);
  expect(plan.out).toContain('"people":3,"called":1');
});

test('as it stands when the rehearsal begins: what was taken off counts no more', async () => {
  await campaign('dnc', 'add', ON_LIST, BY_DIGITS);
  expect(Object.keys(await rehearsed())).toHaveLength(2);
  await campaign('dnc', 'remove', BY_DIGITS);
  expect(Object.keys(await rehearsed('--seed', '2'))).toEqual([ON_LIST]);
});

test('the list of the rehearsal stays its own, and that of live runs is only read', async () => {
  await campaign('dnc', 'add', ON_LIST);
  await campaign('dnc', 'add', BY_DIGITS, '--rehearsal');
  expect(Object.keys(await rehearsed())).toHaveLength(2);
  expect(Object.keys(await rehearsed('--seed', '2'))).toHaveLength(2);
  const { out } = await campaign('dnc', 'list', '--json');
  expect(out).toContain(ON_LIST);
  expect(out).not.toContain(BY_DIGITS);
});

test('no live ledger is made for it', async () => {
  expect(await rehearsed()).toEqual({});
  expect(existsSync(path('ledger.db'))).toBe(false);
});

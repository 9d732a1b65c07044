import { expect, test } from 'vitest';
import { aFolder } from '../cli-why/a-terminal.ts';

const CAMPAIGN = [
  'name: calls',
  'consent: {basis: customers, statement: They agreed in the order form.}',
  'assistant: {prompt: "You call {{first_name}}."}',
];
const { write, campaign } = aFolder((folder) => {
  folder.write('leads.yaml', CAMPAIGN);
});

async function summary(): Promise<Record<string, unknown>> {
  const { out } = await campaign('check', 'leads.csv', '--json');
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
}

test('a Do Not Call column bars, and the reason names it', async () => {
  write('leads.csv', [
    'First Name,Phone,State/Province,Country,Do Not Call',
    'Ana,+12085550123,ID,United States,1',
  ]);
  const { can_be_called: callable, never } = await summary();
  expect(callable).toBe(0);
  expect(JSON.stringify(never)).toContain('Do Not Call');
});

test('a plain no under a plain header of consent bars', async () => {
  write('leads.csv', [
    'phone,first_name,consent,opt_in,Unsubscribed',
    '+12085550123,Ana,no,,',
    '+12085550124,Bo,,FALSE,',
    '+12085550125,Cy,,,TRUE',
  ]);
  expect(await summary()).toMatchObject({ can_be_called: 0 });
});

test('the mailing address counts before the number', async () => {
  write('leads.csv', [
    'First Name,Phone,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country',
    'Ana,+12125550123,CA,90012,United States',
  ]);
  const { out } = await campaign('why', 'leads.csv:2', '--at', '2026-12-01T15:30:00Z', '--json');
  expect(JSON.parse(out)).toMatchObject({ open: false });
});

import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../desk/folder.ts';
import { NAMED, SHORT_ROWS, STRAY, TRAILING, UNNAMED, type Exported } from './exports.ts';
import { BRACES, HEADERS, HINTS, NO_TABLES, NULL_NAMES } from './words.ts';

interface Summary {
  readonly can_be_called: number;
  readonly warning_groups: readonly { readonly code: string }[];
}

const folder = aFolder(() => undefined);

async function check(exported: Exported): Promise<void> {
  const { bytes, name = 'leads.csv', prompt = 'You call {{first_name}}.', args = [] } = exported;
  folder.write('c.yaml', [
    'name: Exported',
    'consent: { basis: customers, statement: They agreed in the order form. }',
    `assistant: { prompt: ${JSON.stringify(prompt)} }`,
  ]);
  writeFileSync(folder.path(name), bytes);
  const { out, err } = await folder.campaign('check', name, '-c', 'c.yaml', '--json', ...args);
  const { people, odd, says = [], never = [] } = exported.wants;
  const last = out.trim().split('\n').at(-1) ?? '';
  const summary = (last.startsWith('{') ? JSON.parse(last) : null) as Summary | null;
  const all = `${out.replaceAll('\\"', '"').replaceAll('\\\\', '\\')}${err}`;
  if (people !== undefined) expect(summary?.can_be_called, all).toBe(people);
  if (odd !== undefined) expect(summary?.warning_groups.map(({ code }) => code)).toEqual(odd);
  for (const words of says) expect(all).toContain(words);
  for (const words of never) expect(all).not.toContain(words);
}

describe.each([
  ['an encoding that nobody named is said, with two samples', UNNAMED],
  ['an encoding that is named is read', NAMED],
  ['good UTF-8 keeps its letters where other bytes stand in it', STRAY],
  ['a row that ends early is filled', SHORT_ROWS],
  ['surplus empty cells are left out', TRAILING],
  ['a word for nothing is no name', NULL_NAMES],
  ['a placeholder of another program is said', BRACES],
  ['what is no table is called what it is', NO_TABLES],
  ['a phone is found by its header in other languages', HEADERS],
  ['a hint names the column that has numbers', HINTS],
] as const)('%s', (_, exports) => {
  it.each(exports as readonly Exported[])('$from', check);
});

it('the campaign file can name the encoding as well, and an unknown name is refused', async () => {
  const [japanese] = NAMED;
  writeFileSync(folder.path('leads.csv'), japanese?.bytes ?? '');
  const lines = ['name: J', 'assistant: { prompt: "{{first_name}}" }'];
  folder.write('leads.yaml', [...lines, 'encoding: shift_jis']);
  expect((await folder.campaign('check', 'leads.csv')).out).toContain('花子');
  folder.write('leads.yaml', [...lines, 'encoding: klingon']);
  const { err } = await folder.campaign('check', 'leads.csv');
  expect(err).toContain('"klingon", and there is no encoding of that name');
});

it('a row is not filled where a refusal may be missing, or where a line break cut it', async () => {
  folder.write('leads.yaml', ['name: J', 'assistant: { prompt: Hello. }']);
  folder.write('leads.csv', [
    'phone,first_name,do_not_call',
    '+12085550123,Ana,no',
    '+12085550124,Bo',
  ]);
  expect((await folder.campaign('check', 'leads.csv')).out).toContain('The row has 2 cells');
  folder.write('leads.csv', [
    'phone,first_name,notes,city',
    '+12085550123,Ana,She said:',
    'never call again,Boise',
  ]);
  expect((await folder.campaign('check', 'leads.csv')).out).toContain('0 people can be called');
});

it('fields of assistant.more are sent as they stand, and said not to be checked', async () => {
  folder.write('leads.csv', ['phone', '+12085550123']);
  const more = (text: string): void => {
    folder.write('leads.yaml', [
      'name: J',
      'assistant:',
      '  prompt: Hello.',
      '  calendly: null',
      text,
    ]);
  };
  more('  more: { thinking_sound: true, custom_tools: [{ name: look_up }] }');
  const { out } = await folder.campaign('check', 'leads.csv');
  expect(out).toMatch(/not checked:\s+thinking_sound,\s+custom_tools/);
  more('  more: { call_retry_config: {} }');
  const { err } = await folder.campaign('check', 'leads.csv');
  expect(err).toContain('assistant.more.call_retry_config: is a field that is checked');
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { aTerminal } from '../desk/terminal.ts';
import { Desk, EXAMPLE_CAMPAIGN, EXAMPLE_CONTACTS } from '../desk/desk.ts';
import { expectGolden } from '../desk/golden-file.ts';
import { CAMPAIGN, NOW, people } from '../desk/people.ts';

/** What programs and people read, to the letter. `UPDATE_GOLDEN=1 npm test` writes the files anew. */

let desk: Desk;

beforeAll(() => {
  desk = new Desk();
  desk.write('leads.csv', people(5));
  // With one line, no two answers of one moment can arrive in either order.
  desk.write('leads.yaml', CAMPAIGN.replace('max: 5', 'max: 1'));
});

afterAll(() => desk.clear());

/** Without the ledger's own path, and without the word that data has grown old: that depends on the day. */
const steady = (text: string): string =>
  text
    .replace(/^warning: the (time zones|numbers|rules) .*\n/m, '')
    .replaceAll(JSON.stringify(desk.rehearsal).slice(1, -1), '<ledger>')
    .replaceAll('\r', '');

it('the help of the program and of every command in it', async () => {
  const help = await desk.run(['--help']);
  expect(help).toMatchObject({ code: 0, err: '' });
  expectGolden('help-campaign.txt', help.out);
  const commands = [...help.out.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(
    ([, name]) => name ?? '',
  );
  expect(commands).toEqual(expect.arrayContaining(['check', 'run', 'resume', 'status', 'export']));
  for (const command of commands) {
    // In this process: a start of the program for each of them would take half a minute on a busy computer.
    const { terminal, said } = aTerminal(desk.folder);
    const code = await main([command, '--help'], terminal, '0');
    expect({ code, err: said.err }).toEqual({ code: 0, err: '' });
    expectGolden(`help-${command}.txt`, said.out);
  }
});

describe('a small rehearsal', () => {
  it('as a stream of events', async () => {
    const { code, out } = await desk.run(['run', 'leads.csv', '--now', NOW, '--json']);
    expect(code).toBe(0);
    expectGolden('run-events.ndjson', steady(out));
  });

  it('as a summary and as talk', async () => {
    const { code, out, err } = await desk.run(['run', 'leads.csv', '--now', NOW]);
    expect(code).toBe(0);
    expectGolden('run-summary.txt', out);
    expectGolden('run-talk.txt', steady(err));
  });

  it('as a status', async () => {
    const text = await desk.run(['status', '--rehearsal']);
    expectGolden('status.txt', text.out);
    expectGolden('status-talk.txt', steady(text.err));
    const { code, out } = await desk.run(['status', '--rehearsal', '--json']);
    expect(code).toBe(0);
    expectGolden('status.json', out);
  });

  it('as a spreadsheet', async () => {
    const { code, out } = await desk.run(['export', '--rehearsal', '-o', '-']);
    expect(code).toBe(0);
    expectGolden('results.csv', out);
  });
});

it('a forecast, as a table and as talk', async () => {
  const { code, out, err } = await desk.run(['plan', 'leads.csv', '--now', NOW]);
  expect(code).toBe(0);
  expectGolden('plan.txt', out);
  expectGolden('plan-talk.txt', steady(err));
});

describe('the check of the example', () => {
  it.each([
    ['check-example.txt', []],
    ['check-example.ndjson', ['--json']],
  ])('as %s', async (name, more) => {
    // Copied, so that no line is broken where the path of the project makes it long.
    desk.write('contacts.csv', readFileSync(EXAMPLE_CONTACTS, 'utf8'));
    desk.write('example.yaml', readFileSync(EXAMPLE_CAMPAIGN, 'utf8'));
    const { code, out } = await desk.run(['check', 'contacts.csv', '-c', 'example.yaml', ...more]);
    expect(code).toBe(2);
    expectGolden(name, out);
  });
});

import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aDesk, type Calling, type Desk } from '../desk/desk.ts';
import { CAMPAIGN, people } from '../desk/people.ts';
import type { Ended } from '../desk/running.ts';

/** Whatever is wrong with what was given: it is said with its fix, exit code 2, and nothing is written. */

const USAGE = 2;
/** A user who owns nothing. */
const NOBODY = 65_534;

function aPreparedDesk(): Desk {
  const desk = aDesk();
  desk.write('leads.csv', people(3));
  desk.write('leads.yaml', CAMPAIGN);
  return desk;
}

/** Runs it and sees that it was refused, said, and left no trace. */
async function refused(desk: Desk, args: readonly string[], calling?: Calling): Promise<string> {
  const before = desk.everything();
  const ended: Ended = await desk.run(args, calling);
  expect(ended).toMatchObject({ code: USAGE, out: '' });
  expect(ended.err).toMatch(/^error: \S.*\n(.*\n)*try: +\S/);
  expect(ended.err).not.toMatch(/\n\s+at /);
  expect(desk.everything()).toEqual(before);
  return ended.err;
}

describe('a contact file that cannot be used', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['is empty', '', /is empty/],
    ['has a header only', 'phone,first_name\n', /header and no rows/],
    ['is binary', new Uint8Array([0x50, 0x4b, 3, 4, 0, 1, 2, 0, 255, 254, 0]), /spreadsheet|text/],
    ['has no column of numbers', 'who,first_name\nx,Ada\n', /phone/],
    ['lacks a column that is read out', 'phone\n+12125550100\n', /\{\{first_name\}\}/],
  ])('%s', async (_, content, said) => {
    const desk = aPreparedDesk();
    desk.write('bad.csv', content);
    expect(await refused(desk, ['run', 'bad.csv', '-c', 'leads.yaml'])).toMatch(said);
  });

  it('is not there', async () => {
    const said = await refused(aPreparedDesk(), ['run', 'gone.csv', '-c', 'leads.yaml']);
    expect(said).toMatch(/no file ".*gone\.csv"/);
  });

  it('is a folder', async () => {
    const said = await refused(aPreparedDesk(), ['run', '.', '-c', 'leads.yaml']);
    expect(said).toMatch(/is a folder/);
  });

  it.runIf(process.platform !== 'win32')('may not be read', async ({ skip }) => {
    const desk = aPreparedDesk();
    chmodSync(desk.path('leads.csv'), 0);
    // The superuser reads everything: then the program has to run as somebody else.
    const root = process.getuid?.() === 0;
    const calling = root ? { uid: NOBODY } : {};
    if (root) {
      for (const folder of [dirname(desk.folder), desk.folder]) chmodSync(folder, 0o755);
      const able = await desk.run(['--version'], calling).catch(() => null);
      if (able?.code !== 0) skip('user nobody cannot start the program here');
    }
    const said = await refused(desk, ['run', 'leads.csv', '-c', 'leads.yaml'], calling);
    expect(said).toMatch(/leads\.csv" .*(permission|may not be read|cannot be read)/);
  });
});

describe('a campaign file that cannot be used', () => {
  it.each<[string, string, RegExp[]]>([
    ['is no YAML', 'name: [Reminders\nassistant: {', [/bad\.yaml line \d+, column \d+/]],
    ['is empty', '', [/bad\.yaml is empty/]],
    [
      'has a key that is slightly wrong',
      CAMPAIGN.replace('max_retry_attempts', 'max_retry_atempts'),
      [/line \d+: call_retry_config\.max_retry_atempts/, /max_retry_attempts/],
    ],
    ['has no assistant', 'name: Reminders\n', [/assistant/]],
  ])('%s', async (_, content, said) => {
    const desk = aPreparedDesk();
    desk.write('bad.yaml', content);
    const err = await refused(desk, ['run', 'leads.csv', '-c', 'bad.yaml']);
    for (const part of said) expect(err).toMatch(part);
  });

  it('is not there by the name that was given', async () => {
    const said = await refused(aPreparedDesk(), ['run', 'leads.csv', '-c', 'gone.yaml']);
    expect(said).toMatch(/gone\.yaml does not exist\ntry: .*--campaign/);
  });

  it('is a folder', async () => {
    const desk = aPreparedDesk();
    mkdirSync(desk.path('campaigns'));
    const said = await refused(desk, ['run', 'leads.csv', '-c', 'campaigns']);
    expect(said).toMatch(/campaigns is a folder/);
  });

  it('is nowhere: the command that writes one is named, for the shell', async () => {
    const desk = aPreparedDesk();
    desk.write('my list (v2).csv', people(1));
    const said = await refused(desk, ['run', 'my list (v2).csv']);
    expect(said).toContain('there is no campaign file for my list (v2).csv');
    expect(said).toMatch(/^try: {3}campaign init ['"]my list \(v2\)\.csv['"]/m);
  });
});

describe('a command line that cannot be understood', () => {
  it.each<[string, string[], RegExp]>([
    [
      'an unknown command',
      ['rn', 'leads.csv'],
      /there is no command "rn"\n\(Did you mean run\?\)\n/,
    ],
    [
      'an unknown option',
      ['run', 'leads.csv', '--sed', '5'],
      /'--sed'\n\(Did you mean --seed\?\)\n/,
    ],
    ['no contact file', ['run'], /missing required argument 'contacts'/],
    ['a seed of letters', ['run', 'leads.csv', '--seed', 'abc'], /--seed is "abc"/],
    ['a negative seed', ['run', 'leads.csv', '--seed=-1'], /--seed is "-1"/],
    ['a seed too large', ['run', 'leads.csv', '--seed', '4294967296'], /from 0 to 2147483647/],
    ['a moment in words', ['run', 'leads.csv', '--now', 'soon'], /"soon" is not a date/],
    ['a day that is none', ['run', 'leads.csv', '--now', '2026-02-30'], /2026-02-30/],
    ['a label with blanks', ['run', 'leads.csv', '--new-run', 'A b'], /--new-run is "A b"/],
    ['no file to export to', ['export'], /required option '-o, --output <file>'/],
    ['nothing to look at', ['status'], /there is no live ledger at /],
    ['no rehearsal to go on with', ['resume', '--rehearsal'], /there is no rehearsal ledger at /],
  ])('%s', async (_, args, said) => {
    expect(await refused(aPreparedDesk(), args)).toMatch(said);
  });
});

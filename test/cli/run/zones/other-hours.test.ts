import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../../../src/cli/program.ts';
import { aDesk } from '../../desk/desk.ts';
import { CAMPAIGN, NOW } from '../../desk/people.ts';
import { stoppedWhileItWaits } from '../../control/stopped.ts';
import { aTerminal } from '../../desk/terminal.ts';
import { newYorkMoved, otherZones } from './other-zones.ts';

const SAID =
  /^warning: this run was last worked on by time zones 2027a; these hours are by \d{4}[a-z]+: add --tzdata <its file>$/m;

test('status, show and why say that a run goes by other time-zone rules than their hours', async () => {
  const desk = aDesk();
  otherZones(join(desk.folder, 'new zones.json'), newYorkMoved);
  desk.write('leads.csv', 'phone,first_name\n+12125550100,Ada\n');
  desk.write('leads.yaml', CAMPAIGN.replace('  external_id: external_id\n', ''));
  const { terminal, said } = aTerminal(desk.folder);
  const ledger = ['--ledger', desk.ledger];
  const ask = async (...args: string[]): Promise<{ out: string; err: string }> => {
    Object.assign(said, { out: '', err: '' });
    expect(await main([...args, '--rehearsal', ...ledger], terminal, '0')).toBe(0);
    return { ...said };
  };
  const newer = ['--tzdata', 'new zones.json'];
  const run = ['run', 'leads.csv', '--now', NOW, '--json', ...newer, ...ledger];
  expect(await main(run, stoppedWhileItWaits(terminal), '0')).toBe(3);
  for (const command of [['status'], ['show', '2'], ['why', 'leads.csv:2']]) {
    expect((await ask(...command)).err).toMatch(SAID);
    expect((await ask(...command, ...newer)).err).not.toContain('last worked on by');
  }
  const { out, err } = await ask('status', ...newer);
  // 09:30 in a New York that is two hours behind UTC.
  expect(out).toContain('2026-12-01T11:30Z');
  expect(err).toContain(`--ledger ${desk.ledger} --tzdata 'new zones.json' reminders\n`);
});

import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aDesk, PROGRAM, type Desk } from '../desk/desk.ts';
import { CAMPAIGN, NOW, people } from '../desk/people.ts';

/** The program with its stdout on something that cannot be written. */
async function into(
  device: string,
  desk: Desk,
  args: readonly string[],
): Promise<{ code: number | null; err: string }> {
  const out = openSync(device, 'w');
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: desk.folder,
    env: { PATH: process.env['PATH'], HOME: desk.home, CAMPAIGN_LEDGER: desk.ledger },
    stdio: ['ignore', out, 'pipe'],
  });
  closeSync(out);
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { code, err };
}

const FULL = '/dev/full';

describe.runIf(existsSync(FULL))('a full disk under stdout', () => {
  test('is a sentence and not a stack, for what only looks', async () => {
    const desk = aDesk();
    const { code, err } = await into(FULL, desk, ['why', '+12085550123', '--json']);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: stdout cannot be written: its disk is full\ntry: {3}make room/m);
    expect(err).not.toMatch(/^ {4}at /m);
  });

  test('stops a run, which goes on with the same command', async () => {
    const desk = aDesk();
    desk.write('leads.csv', people(6));
    desk.write('leads.yaml', CAMPAIGN);
    const run = ['run', 'leads.csv', '--now', NOW];
    const { code, err } = await into(FULL, desk, [...run, '--json']);
    expect(code).toBe(3);
    expect(err.match(/stdout cannot be written/g)).toHaveLength(1);
    expect(err).not.toMatch(/^ {4}at /m);
    const again = await desk.run(run);
    expect([again.code, again.out]).toEqual([0, expect.stringMatching(/^finished/)]);
  });
});

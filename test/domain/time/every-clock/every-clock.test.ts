import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { clocks, decisions } from './every-clock.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const HERE = join(ROOT, 'test', 'domain', 'time', 'every-clock');
const COUNT = 3;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** In a process that stands in that zone and falls when it asks Node for a zone or for a local time. */
async function inZone(zone: string, argv: readonly string[]): Promise<string> {
  const without = pathToFileURL(join(HERE, 'no-clock-of-node.ts')).href;
  const options = { cwd: ROOT, env: { ...process.env, TZ: zone }, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', '--import', without, ...argv],
    options,
  );
  return stdout;
}

describe('the clock of this computer, and what Node knows of time zones', () => {
  test('decide and print nothing: every zone, and people everywhere', async () => {
    const lines = [clocks(COUNT), decisions(COUNT * 4)].map((all) => [...all, ''].join('\n'));
    const expected = digestOf(lines.join(''));
    const main = join(HERE, 'every-clock-main.ts');
    const said = await inZone('Asia/Kathmandu', [main, String(COUNT)]);
    expect(lines[0]?.split('\n').length).toBeGreaterThan(1_000);
    expect(digestOf(said)).toBe(expected);
  });

  test('say nothing in campaign why either', async () => {
    const why = ['src/bin.ts', 'why', '+17785550123', '--at', '2026-12-01T12:00:00Z', '--json'];
    const said = await inZone('Pacific/Kiritimati', [...why, '--ledger', join(HERE, 'none.db')]);
    // Vancouver keeps its summer time since 2026; Node 20 does not know.
    expect(JSON.parse(said)).toMatchObject({
      zones: expect.arrayContaining([
        expect.objectContaining({
          zone: 'America/Vancouver',
          local_time: '2026-12-01T05:00:00-07:00',
        }),
      ]) as unknown,
    });
  });

  test('would have been noticed', async () => {
    const asks = [
      'for (const ask of [() => new Date(0).getHours(), () => new Intl.DateTimeFormat()])',
      'try { ask(); } catch (cause) { console.log(cause.message); }',
    ].join(' ');
    const said = await inZone('UTC', ['--input-type=module', '-e', asks]);
    expect(said).toMatch(/^Date\.getHours was asked.*\nIntl\.DateTimeFormat was asked/);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../../../src/cli/program.ts';
import type { Terminal } from '../../../../src/cli/terminal/terminal.ts';
import { CAMPAIGN, NOW } from '../../desk/people.ts';
import { stoppedWhileItWaits } from '../../control/stopped.ts';
import { aTerminal } from '../../desk/terminal.ts';
import { newYorkMoved, otherZones, type ZonesFile } from './other-zones.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tzdata-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function campaign(
  args: readonly string[],
  change: (terminal: Terminal) => Terminal = (terminal) => terminal,
): Promise<{ code: number; out: string; err: string }> {
  const { terminal, said } = aTerminal(folder);
  const code = await main(args, change(terminal), '0');
  return { code, ...said };
}

const why = (...more: string[]): ReturnType<typeof campaign> =>
  campaign(['why', '+12125550123', '--at', '2026-12-01T11:30:00Z', '--json', ...more]);

describe('--tzdata', () => {
  test('decides and prints by the named rules', async () => {
    otherZones(join(folder, 'z.json'), newYorkMoved);
    expect(JSON.parse((await why()).out)).toMatchObject({
      open: false,
      zones: [{ local_time: '2026-12-01T06:30:00-05:00' }],
    });
    expect(JSON.parse((await why('--tzdata', 'z.json')).out)).toMatchObject({
      open: true,
      zones: [{ local_time: '2026-12-01T09:30:00-02:00' }],
    });
  });

  test('a data update between two sessions moves everybody before anything is ordered', async () => {
    otherZones(join(folder, 'z.json'), newYorkMoved);
    writeFileSync(join(folder, 'leads.csv'), 'phone,first_name\n+12125550100,Ada\n');
    writeFileSync(
      join(folder, 'leads.yaml'),
      CAMPAIGN.replace('columns:\n  phone: phone\n  external_id: external_id\n', ''),
    );
    const ledger = ['--ledger', 'l.db'];
    const first = ['run', 'leads.csv', '--now', NOW, '--json', ...ledger];
    expect((await campaign(first, stoppedWhileItWaits)).code).toBe(3);
    const resumed = await campaign([
      ...['resume', '--rehearsal', '--json', '--tzdata', 'z.json'],
      ...ledger,
    ]);
    expect(resumed.code).toBe(0);
    expect(resumed.out).toMatch(/1 contact was located again with time zones 2027a\/[0-9a-f]{8}/);
    const attempts = ['export', '--rehearsal', '--attempts', '-o', 'a.jsonl', ...ledger];
    expect((await campaign(attempts)).code).toBe(0);
    const [made = ''] = readFileSync(join(folder, 'a.jsonl'), 'utf8').split('\n');
    // The window opens at 09:30, which is 11:30 UTC by the new rules and would be 14:30 by the old.
    expect(JSON.parse(made)).toMatchObject({
      call_ordered_at: expect.stringMatching(/^2026-12-01T11:30/) as unknown,
    });
    const shown = await campaign(['show', '+12125550100', '--rehearsal', ...ledger]);
    expect(shown.out).toMatch(/located with: .*2027a/);
  });
});

const BAD: readonly [string, (zones: ZonesFile) => void, RegExp][] = [
  [
    'past',
    (z) => {
      z.until = '2026-01-01T00:00:00Z';
    },
    /not today and the year after/,
  ],
  [
    'upside down',
    (z) => {
      z.until = z.from;
    },
    /is not before until/,
  ],
  [
    'of another planet',
    (z) => {
      z.rules[0] = { offsets: [3_000], changes: [] };
    },
    /rules\[0\] has an offset of 3000 minutes/,
  ],
  [
    'out of order',
    (z) => {
      z.rules[0] = { offsets: [0, 60, 0], changes: [20, 10] };
    },
    /rules\[0\]\.changes\[1\] is not after/,
  ],
  [
    'short of a change',
    (z) => {
      z.rules[0] = { offsets: [0, 60], changes: [] };
    },
    /one offset more than it has changes/,
  ],
  [
    'short of a rule',
    (z) => {
      z.names['Europe/Paris'] = 9_999;
    },
    /names\["Europe\/Paris"\] is 9999/,
  ],
  [
    'short of a name',
    (z) => {
      delete z.names['America/Boise'];
    },
    /zones that are needed are missing: America\/Boise/,
  ],
  [
    'with a link to nowhere',
    (z) => {
      z.links['US/Eastern'] = 'America/Nowhere';
    },
    /links\["US\/Eastern"\] names "America\/Nowhere"/,
  ],
  [
    'without a release',
    (z) => {
      z.release = '';
    },
    /release/,
  ],
  [
    'wrong in everything',
    (z) => {
      for (const rule of z.rules) rule.offsets = rule.offsets.map(() => 5_000);
    },
    /and \d+ more/,
  ],
];

describe('--tzdata of a file that is not good enough', () => {
  test.each(BAD)(
    '%s: refused with what is wrong, and nobody is called',
    async (_, change, said) => {
      otherZones(join(folder, 'z.json'), change);
      const { code, err } = await why('--tzdata', 'z.json');
      expect([code, err]).toEqual([2, expect.stringMatching(said)]);
      expect(err).toMatch(/^error: .*z\.json.*\n(.*\n)*try: {3}make such a file/);
    },
  );

  test('missing or no JSON', async () => {
    expect(await why('--tzdata', 'none.json')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/none\.json cannot be read \(ENOENT\)/) as unknown,
    });
    writeFileSync(join(folder, 'z.json'), '{');
    expect((await why('--tzdata', 'z.json')).err).toMatch(/z\.json is not JSON/);
  });
});

describe('old data', () => {
  const old = (zones: ZonesFile): void => {
    zones.release = '2025c';
    zones.published = '2025-12-10';
  };
  beforeEach(() => {
    otherZones(join(folder, 'z.json'), old);
    writeFileSync(join(folder, 'leads.csv'), 'phone,first_name\n+12125550100,Ada\n');
    writeFileSync(join(folder, 'leads.yaml'), 'name: A\nassistant: { prompt: Hello. }\n');
  });

  test.each([
    [['why', '+12125550123']],
    [['check', 'leads.csv']],
    [['plan', 'leads.csv', '--ledger', 'l.db', '--now', NOW]],
    [['run', 'leads.csv', '--ledger', 'l.db', '--now', NOW]],
  ])('%j warns in one line before it says anything else', async (args) => {
    const { err } = await campaign([...args, '--tzdata', 'z.json']);
    const [first, second] = err.split('\n');
    expect(first).toMatch(/^warning: the time zones \(2025c\/[0-9a-f]{8}\) are \d+ months old/);
    expect(second).not.toMatch(/warning/);
  });
});

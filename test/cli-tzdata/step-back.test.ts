import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/program.ts';
import { stepBack } from '../../src/domain/time/release.ts';
import { aDesk } from '../cli/desk.ts';
import { CAMPAIGN, NOW } from '../cli/people.ts';
import { atTerminal, provide } from '../cli-live/live-desk.ts';
import { aProvider } from '../cli-live/provider.ts';
import { stoppedWhileItWaits } from '../cli-status/stopped.ts';
import { aTerminal } from '../cli-why/a-terminal.ts';
import { newYorkMoved, otherZones } from './other-zones.ts';

const shipped = /this session uses \d{4}[a-z]+, which is older/;
const SAID =
  /this run was last located by time zones 2027a; this session uses \d{4}[a-z]+, which is older/;

describe('going on without the newer time-zone rules of the session before', () => {
  test('is said by a rehearsal, which locates everybody again by the older ones', async () => {
    const desk = aDesk();
    otherZones(join(desk.folder, 'z.json'), newYorkMoved);
    desk.write('leads.csv', 'phone,first_name\n+12125550100,Ada\n');
    desk.write(
      'leads.yaml',
      CAMPAIGN.replace('columns:\n  phone: phone\n  external_id: external_id\n', ''),
    );
    const { terminal, said } = aTerminal(desk.folder);
    const newer = ['--tzdata', 'z.json', '--json', '--ledger', desk.ledger];
    const first = ['run', 'leads.csv', '--now', NOW, ...newer];
    expect(await main(first, stoppedWhileItWaits(terminal), '0')).toBe(3);
    expect(said.out).not.toMatch(shipped);
    said.out = '';
    const resumed = ['resume', '--rehearsal', '--json', '--ledger', desk.ledger];
    expect(await main(resumed, terminal, '0')).toBe(0);
    const notes = said.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; message?: string })
      .filter(({ event }) => event === 'note')
      .map(({ message }) => message);
    expect(notes).toEqual([
      expect.stringMatching(SAID),
      expect.stringMatching(/^1 contacts were located again with time zones 20/),
    ]);
  });

  test('stands in the question of a live run', async () => {
    const desk = aDesk();
    provide(desk, 2);
    otherZones(join(desk.folder, 'z.json'), newYorkMoved);
    const { url, posts } = await aProvider();
    const live = ['run', 'leads.csv', '--live'];
    const newer = [...live, '--yes', '--limit', '1', '--tzdata', 'z.json'];
    expect((await atTerminal(desk, newer, { url, typed: [] })).err).not.toMatch(shipped);
    const { err } = await atTerminal(desk, live, { url, typed: ['no'] });
    expect(err).toMatch(new RegExp(`^NOTE {8}${SAID.source}`, 'm'));
    expect(posts()).toHaveLength(1);
  });
});

describe('a release of time-zone rules', () => {
  const text = (name: string): string => `time zones ${name}/0a1b2c3d, numbers 1.13.16`;

  test.each([
    ['2026g', '2026f'],
    ['2027a', '2026f'],
    ['2026za', '2026z'],
    ['2026b', '2025zc'],
  ])('%s is newer than %s', (newer, older) => {
    expect(stepBack(text(newer), text(older))).toContain(
      `time zones ${newer}; this session uses ${older}`,
    );
    expect(stepBack(text(older), text(newer))).toBeNull();
    expect(stepBack(text(newer), `time zones ${newer}, numbers 2`)).toBeNull();
  });

  test('that does not say what it is, is not compared', () => {
    expect(stepBack('test', text('2026f'))).toBeNull();
    expect(stepBack(text('2026f'), 'time zones ours')).toBeNull();
  });
});

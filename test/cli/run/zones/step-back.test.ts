import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../../src/cli/program.ts';
import { otherRules, stepBack } from '../../../../src/domain/time/release.ts';
import { aDesk } from '../../desk/desk.ts';
import { CAMPAIGN, NOW } from '../../desk/people.ts';
import { atTerminal, provide } from '../live/desk/live-desk.ts';
import { aProvider } from '../live/desk/provider.ts';
import { stoppedWhileItWaits } from '../../control/stopped.ts';
import { aTerminal } from '../../desk/terminal.ts';
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
      expect.stringMatching(/^1 contact was located again with time zones 20/),
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

const text = (name: string): string => `time zones ${name}/0a1b2c3d, numbers 1.13.16`;

describe('a release of time-zone rules', () => {
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

describe('time-zone rules that go by other ones than the run', () => {
  test.each([
    { was: '2026f', shipped: '2026f', fix: 'leave out --tzdata' },
    { was: '2026f', shipped: '2026g', fix: 'leave out --tzdata' },
    { was: '2026g', shipped: '2026f', fix: 'name the newer file with --tzdata' },
    { was: '2026g', shipped: undefined, fix: 'name the newer file with --tzdata' },
  ])('$was after which 2025b is used, where $shipped ships: $fix', ({ was, shipped, fix }) => {
    expect(stepBack(text(was), text('2025b'), shipped)).toMatch(new RegExp(`older: ${fix}$`));
  });

  const run = (zones: string, finishedAt: number | null = null) => ({
    releases: `time zones ${zones}, numbers 1.13.16`,
    finishedAt,
  });

  test.each([
    ['2026g/0a1b2c3d', '2026f', 'zones 2026g; these hours are by 2026f: add --tzdata <its file>'],
    ['2026f', '2025b/0a1b2c3d', '2026f; these hours are by 2025b: leave out --tzdata'],
    ['2026g/0a1b2c3d', '2025b/9a', '2026g; these hours are by 2025b: add --tzdata <its file>'],
    ['2026f/0a1b2c3d', '2026f', '2026f/0a1b2c3d; these hours are by 2026f: add --tzdata <its'],
    ['2026f', '2026g/0a1b2c3d', '2026g: a session needs the same --tzdata'],
    ['2025b', '2026f', '2026f, as those of its next session will be'],
  ])('hours of a run by %s are shown by %s', (last, by, said) => {
    expect(otherRules(run(last), { by, shipped: '2026f' })).toContain(said);
    expect(otherRules(run(by), { by, shipped: '2026f' })).toBeNull();
  });

  test('of a run that is over they matter while its own are newer', () => {
    expect(otherRules(run('2026g/0a1b2c3d', 1), { by: '2026f', shipped: '2026f' })).not.toBeNull();
    expect(otherRules(run('2025b', 1), { by: '2026f', shipped: '2026f' })).toBeNull();
    expect(otherRules(run('ours'), { by: '2026f', shipped: '2026f' })).toBeNull();
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { aDesk, type Desk } from '../../cli/desk/desk.ts';
import { atTerminal, OPEN_ALL_DAY } from '../../cli/run/live/desk/live-desk.ts';
import { aProvider, reached, type Manner } from '../../cli/run/live/desk/provider.ts';
import { runsIn } from './trial/digits.ts';

/** I9: the numbers of people stand in the ledger, in results and rows that were asked for, and on the wire. */

export const CANARY = '+12025550143';
const TAIL = CANARY.slice(-7);
/** The same number as files, people and a provider may write it. */
export const NOTATIONS = [
  CANARY,
  '(202) 555-0143',
  '202-555-0143',
  '1 202 555 0143',
  '2025550143.0',
  '+1 202 555 0143 ext. 9',
  '001 202 555 0143',
  '+١٢٠٢٥٥٥٠١٤٣',
  '+1 202 555 01433333333333',
];

const shows = (text: string): boolean => runsIn(text).some(({ digits }) => digits.includes(TAIL));

/** What was said where it must not be. */
export class Watch {
  readonly desk: Desk = aDesk();
  readonly leaks: string[] = [];
  readonly said: string[] = [];

  async say(url: string, ...args: string[]): Promise<number> {
    const { code, out, err } = await atTerminal(this.desk, args, { url, typed: [] });
    this.said.push(out + err);
    for (const line of `${out}\n${err}`.split('\n'))
      if (shows(line)) this.leaks.push(`${args.join(' ')}: ${line}`);
    return code;
  }

  /** The operator asks for the number: it is there, in whatever notation. */
  async ask(url: string, ...args: string[]): Promise<boolean> {
    const { out, err } = await atTerminal(this.desk, args, { url, typed: [] });
    return shows(out + err);
  }

  /** The check can see: what it must not find is found where somebody asked for it. */
  async expectSharp(url: string): Promise<void> {
    expect(this.leaks).toEqual([]);
    expect(this.files().length).toBeGreaterThan(0);
    expect(this.leaks).toEqual([]);
    this.desk.write('../ledger/a-leak.txt', 'call 202 555-0143');
    this.files();
    await this.say(url, 'show', '2');
    expect(this.leaks.map((leak) => leak.split(':')[0])).toEqual(
      expect.arrayContaining(['the file ledger/a-leak.txt', 'show 2']),
    );
    expect(this.said.join('')).toContain('+1•••••0143');
  }

  /** Every file beside the ledger but the ledger itself, and what was in the folder or was asked for. */
  files(): string[] {
    const beside = this.desk
      .everything()
      .filter((name) => name.startsWith('ledger/') && !/\.db(?:-wal|-shm)?$/.test(name));
    for (const name of beside) {
      const text = readFileSync(join(this.desk.folder, '..', name), 'latin1');
      if (shows(text)) this.leaks.push(`the file ${name}`);
    }
    return beside;
  }
}

export function provide(desk: Desk, cells: readonly string[]): void {
  const rows = cells.map((cell, nth) => `"${cell}",Name ${nth}\n`);
  desk.write('leads.csv', `phone,first_name\n${rows.join('')}`);
  desk.write('leads.yaml', `${OPEN_ALL_DAY}suppress: never.txt\n`);
  desk.write('never.txt', '+12025550199\n');
}

/** A list whose second row is not one whole number, so that its last digits bar. */
export function listed(desk: Desk): void {
  desk.write('never.txt', '+12025550199\n202 555 0143 or so\n');
}

export const LIVE = ['run', 'leads.csv', '--live', '--yes'];
const LOOKS = [
  ['status'],
  ['status', '--json'],
  ['uncertain'],
  ['uncertain', '--json'],
  ['doctor'],
  ['doctor', '--json'],
  ['plan', 'leads.csv'],
  ['plan', 'leads.csv', '--json'],
];

/** What a provider may repeat of a request, in an error or in an order. */
const REPEATED = [
  `no route to ${CANARY}, (202) 555-0143, 202-555-0143 or 12025550143`,
  'tel12025550143x, 202.555.0143, 202/555 0143, 1\u00a0202\u00a0555\u00a00143',
  '%2B1%20202%20555%200143, n=2025550143&a=1, +1·202·555·0143',
].join('; ');

export const MANNERS: readonly (readonly [string, Manner])[] = [
  ['reaches everybody', {}],
  ['repeats the number in what it says of a call', { order: () => reached(repeating()) }],
  ['rejects the number by name', rejecting(422)],
  ['breaks down over the number', rejecting(500)],
  ['refuses the account by that number', rejecting(403)],
  ['does not know whether it called', rejecting(409)],
];

function rejecting(status: number): Manner {
  return { post: { status, body: { error: 'bad', message: REPEATED, phone_number: CANARY } } };
}

function repeating(): object {
  return { result: 'not_answered', dial_error: REPEATED, end_reason: REPEATED, ended_by: REPEATED };
}

export async function liveRun(watch: Watch, manner: Manner): Promise<void> {
  const { url, posts } = await aProvider(manner);
  provide(watch.desk, NOTATIONS);
  await watch.say(url, ...LIVE, '--json', '--webhook-port', '0');
  await watch.say(url, 'pause', '--reason', 'lunch');
  await watch.say(url, 'status');
  await watch.say(url, 'resume', '--yes');
  for (const args of LOOKS) await watch.say(url, ...args);
  await watch.say(url, 'backup', '-o', 'copy.db');
  await watch.say(url, 'cancel');
  expect(posts()[0]?.body?.['phone_number']).toBe(CANARY);
  expect(await watch.ask(url, 'export', '-o', 'results.csv')).toBe(false);
  expect(watch.desk.read('results.csv')).toContain(CANARY);
  await watch.expectSharp(url);
}

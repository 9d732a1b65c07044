import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLocked } from '../../../src/adapters/sqlite/ledger/lock.ts';
import { PROGRAM, type Desk } from '../desk/desk.ts';
import {
  aPreparedDesk,
  endAt,
  expectAllDone,
  finish,
  RESUME,
  RUN,
  type Instant,
} from '../desk/interrupted-run.ts';
import { sandboxOrders } from '../desk/reading-back.ts';
import { jsonLines, type Ended } from '../desk/running.ts';

/** A hangup: the terminal has closed, or somebody says so. */

const PATIENT = 120_000;
const posix = process.platform !== 'win32';

/** Nothing is left that could ring, and the run goes on. */
async function expectStopped(desk: Desk, { code, out, err }: Ended): Promise<void> {
  expect(code, err).toBe(3);
  expect(jsonLines(out).at(-1)).toMatchObject({
    event: 'summary',
    how: 'stopped',
    states: { placing: 0, calling: 0, uncertain: 0 },
  });
  expect(sandboxOrders(desk.sandbox).filter((order) => order.isOver === 0)).toEqual([]);
  await finish(desk, RESUME);
  await expectAllDone(desk);
}

/** The signals come one after the other, each once the run says that it stops. */
async function hangUp(first: NodeJS.Signals, then: NodeJS.Signals): Promise<[Desk, Ended]> {
  const desk = aPreparedDesk();
  const running = desk.begin(RUN);
  void running.seen('stopping').then(() => running.signal(then));
  expect(await running.seen('order_ringing', 6)).toBe(true);
  running.signal(first);
  return [desk, await running.ended];
}

/** The environment of a desk's command, for a program that starts it in its own way. */
const surroundings = (desk: Desk): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: desk.home,
  XDG_DATA_HOME: `${desk.home}/data`,
  CAMPAIGN_LEDGER: desk.ledger,
  NODE: process.execPath,
  PROGRAM,
});

/** Starts the run by such a line of a shell, and hangs up on the run itself once it is at work. */
async function underShell(desk: Desk, line: string): Promise<number | null> {
  const child = spawn('bash', ['-c', line], {
    cwd: desk.folder,
    env: { ...surroundings(desk), ARGS: RUN.join(' ') },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const events = desk.path('events.jsonl');
  const atWork = (): boolean =>
    existsSync(events) && readFileSync(events, 'utf8').includes('order_ringing');
  while (!atWork() && child.exitCode === null) await new Promise((over) => setTimeout(over, 20));
  process.kill(Number(readFileSync(desk.path('pid'), 'utf8')), 'SIGHUP');
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** A terminal of its own for the command in ARGV, which is closed once a file has something in it. */
const TERMINAL = `
import os, pty, sys, time
path, args = sys.argv[1], sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    out = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600) if path != '-' else 1
    if path != '-':
        os.dup2(out, 1)
    os.execvp(args[0], args)
os.set_blocking(terminal, False)
begun = time.time()
seen = b''
while time.time() - begun < 60:
    try:
        seen += os.read(terminal, 65536)
    except (BlockingIOError, OSError):
        pass
    if b'order_ringing' in (open(path, 'rb').read() if path != '-' and os.path.exists(path) else seen):
        break
    time.sleep(0.02)
os.close(terminal)
_, status = os.waitpid(pid, 0)
print(os.waitstatus_to_exitcode(status))
`;

async function inTerminal(desk: Desk, args: readonly string[]): Promise<string> {
  const child = spawn('python3', ['-c', TERMINAL, ...args], {
    cwd: desk.folder,
    env: surroundings(desk),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  await once(child, 'close');
  return out.trim();
}

describe.runIf(posix)('a hangup', { timeout: PATIENT }, () => {
  it.each<Instant>([
    ['order_placed', 1],
    ['order_placed', 5],
    ['order_settled', 24],
  ])('while people are picked, at %s no. %i, stops the run as SIGTERM does', async (...instant) => {
    const desk = aPreparedDesk();
    await expectStopped(desk, await endAt(desk, RUN, { instant, signal: 'SIGHUP' }));
  });

  it.each<[NodeJS.Signals, NodeJS.Signals]>([
    ['SIGTERM', 'SIGHUP'],
    ['SIGINT', 'SIGHUP'],
    ['SIGHUP', 'SIGHUP'],
  ])('after %s a %s does not leave live calls alone', async (first, then) => {
    await expectStopped(...(await hangUp(first, then)));
  });

  it('and then SIGTERM leaves at once, and the run goes on afterwards', async () => {
    const [desk, { code }] = await hangUp('SIGHUP', 'SIGTERM');
    // Code 3: all calls had ended before the second signal came.
    expect([3, 130]).toContain(code);
    await finish(desk, RESUME);
    await expectAllDone(desk);
  });
});

describe.runIf(posix)('a hangup', { timeout: PATIENT }, () => {
  it.each([
    ['itself', 'nohup "$NODE" "$PROGRAM" $ARGS > events.jsonl & echo $! > pid; wait $!'],
    [
      'in a script',
      `nohup bash -c '"$NODE" "$PROGRAM" $ARGS > events.jsonl & echo $! > pid; wait $!'`,
    ],
  ])('does not end a run that is %s under nohup', async (_, line) => {
    const desk = aPreparedDesk();
    expect(await underShell(desk, line)).toBe(0);
    const last = jsonLines(desk.read('events.jsonl')).at(-1);
    expect(last).toMatchObject({ event: 'summary', how: 'finished' });
    await expectAllDone(desk);
  });

  it('ends a run of the same shell that is not under nohup', async () => {
    const desk = aPreparedDesk();
    const line = 'bash -c \'echo $$ > pid; exec "$NODE" "$PROGRAM" $ARGS > events.jsonl\'';
    expect(await underShell(desk, line)).toBe(3);
  });

  it.each([
    ['whose output is a file', 'events.jsonl'],
    ['whose output is the terminal too', '-'],
  ])('of a terminal that is closed stops a run %s', async (_, path) => {
    const desk = aPreparedDesk();
    expect(await inTerminal(desk, [path, process.execPath, PROGRAM, ...RUN])).toBe('3');
    expect(sandboxOrders(desk.sandbox).filter((order) => order.isOver === 0)).toEqual([]);
    await finish(desk, RESUME);
    await expectAllDone(desk);
  });

  it('of a terminal whose reader of --json has left before stops the run', async () => {
    const desk = aPreparedDesk();
    const line = `"$0" "$@" | { head -n 3 > first; echo order_ringing >&2; }; exit \${PIPESTATUS[0]}`;
    const args = ['-', 'bash', '-c', line, process.execPath, PROGRAM, ...RUN];
    const exit = await inTerminal(desk, args);
    expect(['0', '3', '-1']).toContain(exit);
    // 0: the run had ended before its reader left. -1: the hangup ended the shell, and the run may still be stopping.
    await expect
      .poll(() => isLocked(`${desk.rehearsal}.rehearsal.lock`), { timeout: 20_000 })
      .toBe(false);
    if (exit !== '0') await finish(desk, RESUME);
    await expectAllDone(desk);
  });
});

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function listen(handler: Handler): Promise<string> {
  const server = createServer((req, res) => void handler(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** One real HTTP call, as an adapter makes it: inside `during`, with a deadline of the clock. */
function call(clock: VirtualClock, url: string, deadlineMs = 60_000): Promise<string> {
  return clock.during(async () => {
    const deadline = clock.deadline(deadlineMs);
    try {
      const out = request(url, { signal: deadline.signal }).end();
      const [answer] = (await once(out, 'response')) as [IncomingMessage];
      answer.resume();
      await once(answer, 'end');
      return 'answered';
    } catch {
      return 'gave up';
    } finally {
      deadline.cancel();
    }
  });
}

interface Job {
  readonly at: number;
  readonly key: string;
  /** How long the server's handler sleeps on the clock. */
  readonly serverMs: number;
  /** How many turns of the real event loop the server lets pass: never the same in two runs. */
  readonly realTurns: number;
}

async function play(jobs: readonly Job[], jitter: number): Promise<string[]> {
  const clock = new VirtualClock(0);
  const log: string[] = [];
  const url = await listen(async (req, res) => {
    const job = jobs[Number(req.url?.slice(1))];
    const gone = new AbortController();
    res.once('close', () => gone.abort());
    for (let i = 0; i < (job?.realTurns ?? 0) * jitter; i += 1) await turn();
    const until = clock.now() + (job?.serverMs ?? 0);
    await clock.idle(() => clock.sleep(until, { key: job?.key ?? '', signal: gone.signal }));
    log.push(`${clock.now()} ${job?.key} handled`);
    res.end();
  });
  const work = jobs.map(async (job, index) => {
    await clock.sleep(job.at, { key: job.key });
    log.push(`${clock.now()} ${job.key} calls`);
    const result = await call(clock, `${url}/${index}`, 40);
    log.push(`${clock.now()} ${job.key} ${result}`);
    await clock.sleep(clock.now() + 7, { key: job.key });
    log.push(`${clock.now()} ${job.key} done`);
  });
  await Promise.all(work);
  return log;
}

const jobs = fc
  .array(
    fc.record({
      at: fc.integer({ min: 1, max: 60 }),
      serverMs: fc.constantFrom(0, 0, 5, 30, 100),
      realTurns: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((entries): Job[] => entries.map((entry, index) => ({ ...entry, key: `k${index}` })));

describe('the virtual clock with real sockets in between', () => {
  it('the same work gives the same log, however the real sockets dawdle', async () => {
    await fc.assert(
      fc.asyncProperty(jobs, async (entries) => {
        expect(await play(entries, 3)).toEqual(await play(entries, 0));
      }),
      { numRuns: 40 },
    );
  });

  it('stands still until a real answer is there', async () => {
    const clock = new VirtualClock(0);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const url = await listen(async (_, res) => {
      await held;
      res.end();
    });
    const asleep = clock.sleep(10, { key: 'a' });
    const answer = call(clock, url);
    for (let i = 0; i < 50; i += 1) await turn();
    expect(clock.now()).toBe(0);
    release();
    expect(await answer).toBe('answered');
    await asleep;
    expect(clock.now()).toBe(10);
  });

  it('goes on while a handler sleeps on it, and the answer comes at the virtual moment', async () => {
    const clock = new VirtualClock(0);
    const url = await listen(async (_, res) => {
      await clock.idle(() => clock.sleep(30, { key: 'server' }));
      res.end();
    });
    const log: string[] = [];
    const early = clock.sleep(20, { key: 'a' }).then(() => log.push('20'));
    const late = clock.sleep(31, { key: 'a' }).then(() => log.push('31'));
    expect(await call(clock, url)).toBe('answered');
    log.push(`answer at ${clock.now()}`);
    await Promise.all([early, late]);
    expect(log).toEqual(['20', 'answer at 30', '31']);
  });
});

describe('a client that gives up', () => {
  it('a deadline ends a call whose handler sleeps for longer', async () => {
    const clock = new VirtualClock(0);
    const url = await listen(async (_, res) => {
      const gone = new AbortController();
      res.once('close', () => gone.abort());
      await clock.idle(() => clock.sleep(1_000, { key: 'server', signal: gone.signal }));
    });
    expect(await call(clock, url, 50)).toBe('gave up');
    expect(clock.now()).toBe(50);
  });

  it('a deadline ends a call whose handler never answers at all', async () => {
    const clock = new VirtualClock(0);
    const url = await listen((_, res) => clock.idle(async () => void (await once(res, 'close'))));
    expect(await call(clock, url, 50)).toBe('gave up');
    expect(clock.now()).toBe(50);
  });

  it('a handler that never notices that its client has gone does not stop the clock for ever', async () => {
    const clock = new VirtualClock(0, { noticeMs: 5 });
    const url = await listen(() => clock.idle(() => clock.sleep(1_000_000, { key: 'server' })));
    expect(await call(clock, url, 50)).toBe('gave up');
    await clock.sleep(100, { key: 'a' });
    expect(clock.now()).toBe(100);
    await clock.sleep(1_000_001, { key: 'a' });
  });
});

describe('the virtual clock and the life of the process', () => {
  const module = new URL('../../../src/adapters/clock/virtual-clock.ts', import.meta.url).href;

  it('a clock with nothing but a deadline lets the process end', () => {
    const script = `import { VirtualClock } from ${JSON.stringify(module)};
      const clock = new VirtualClock(0);
      await clock.sleep(5, { key: 'a' });
      clock.deadline(10);
      console.log(clock.now());`;
    const argv = ['--import', 'tsx', '--input-type=module', '-e', script];
    const result = spawnSync(process.execPath, argv, { encoding: 'utf8', timeout: 20_000 });
    expect(result).toMatchObject({ status: 0, stdout: '5\n' });
  });
});

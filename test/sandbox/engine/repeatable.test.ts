import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSandboxStore } from '../../../src/adapters/sqlite/sandbox-store.ts';
import { anOrder, aSandbox, HandClock, MONDAY, placed, retryConfig, seen } from '../setup.ts';

const numbers = Array.from({ length: 60 }, (_, i) => `+1202555${String(100 + i).padStart(4, '0')}`);

const order = (phone_number: string) =>
  anOrder({
    phone_number,
    assistant: {
      prompt: 'Ask.',
      call_retry_config: retryConfig(),
      voicemail_message: 'Please call {{us}} back.',
      structured_output_config: [{ name: 'interested', required: true, type: 'boolean' }],
    },
    prompt_variables: { us: 'us' },
    concurrency: { key: 'all', max: 4 },
  });

async function story(order_of: readonly string[], seed = 7): Promise<string[]> {
  const { clock, sandbox } = aSandbox({ seed });
  const ids = new Map(order_of.map((number) => [number, placed(sandbox, order(number)).id]));
  await clock.toEnd();
  return numbers.map((number) => JSON.stringify(seen(sandbox, ids.get(number) ?? '')));
}

describe('chance', () => {
  it('does not depend on the order in which the orders arrived', async () => {
    expect(await story([...numbers].reverse())).toEqual(await story(numbers));
  });

  it('depends on the seed', async () => {
    expect(await story(numbers, 8)).not.toEqual(await story(numbers, 7));
  });

  it('gives the second order to a number other ids than the first', async () => {
    const { clock, sandbox } = aSandbox();
    const first = placed(sandbox, anOrder());
    await clock.toEnd();
    const second = placed(sandbox, anOrder());
    await clock.toEnd();
    const ids = [first, second].flatMap(({ id }) => [
      id,
      ...seen(sandbox, id).call_attempts.map((attempt) => attempt.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^rehearsal-[0-9a-f]{24}$/);
  });
});

describe('a sandbox that was stopped', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it.each([0, 1, 7, 50, 200, 333])(
    'after %i events goes on exactly where it was',
    async (events) => {
      const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
      folders.push(folder);
      const path = join(folder, 'sandbox.sqlite');
      const before = openSandboxStore(path);
      const first = aSandbox({ store: before });
      const ids = numbers.map((number) => placed(first.sandbox, order(number)).id);
      for (let i = 0; i < events; i += 1) await first.clock.wakeOne(Infinity);
      await first.sandbox.stop();
      before.close();

      const after = openSandboxStore(path);
      const moment = after.clockAt() ?? NaN;
      expect(moment).toBe(first.clock.now());
      const second = aSandbox({ store: after, clock: new HandClock(moment) });
      await second.clock.toEnd();
      const result = ids.map((id) => JSON.stringify(seen(second.sandbox, id)));
      after.close();
      expect(result).toEqual(await story(numbers));
    },
  );

  it('catches up with what fell due meanwhile, at the moment it was due', async () => {
    const store = openSandboxStore(':memory:');
    const first = aSandbox({ store });
    const { id } = placed(first.sandbox, anOrder());
    await first.sandbox.stop();
    const second = aSandbox({ store, clock: new HandClock(MONDAY + 86_400_000) });
    await second.clock.toEnd();
    const straight = aSandbox();
    placed(straight.sandbox, anOrder());
    await straight.clock.toEnd();
    expect(seen(second.sandbox, id)).toEqual(seen(straight.sandbox, id));
  });
});

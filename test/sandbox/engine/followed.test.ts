import { expect, it } from 'vitest';
import { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { listen } from '../../../src/sandbox/http/http.ts';
import { anOrder, aSandbox, MONDAY, retryConfig, window, type CallJson } from '../setup.ts';

const numbers = Array.from({ length: 25 }, (_, i) => `+1202555${String(100 + i).padStart(4, '0')}`);

/** Shut for ten minutes yet, so that every phone begins to ring at the very same millisecond. */
const opening = retryConfig({ calling_windows: [window('11:10', '23:00', 600)], timezone: 'UTC' });

/** What a client sees that places orders over real sockets and looks at each whenever it is told to. */
async function story(inThisOrder: readonly string[]): Promise<string[]> {
  const clock = new VirtualClock(MONDAY);
  const { sandbox } = aSandbox({ clock });
  const server = await listen(sandbox, { port: 0, key: null });
  const ask = (path: string, body: string | null): Promise<{ call: CallJson }> =>
    clock.during(async () => {
      const method = body === null ? 'GET' : 'POST';
      const headers = { authorization: 'Bearer any' };
      const response = await fetch(server.url + path, { method, headers, body });
      return (await response.json()) as { call: CallJson };
    });
  const told: string[] = [];
  const follow = async (phone_number: string): Promise<void> => {
    const assistant = { prompt: 'Hello.', call_retry_config: opening };
    const body = JSON.stringify(anOrder({ phone_number, assistant }));
    const { id } = (await ask('/call', body)).call;
    await new Promise<void>((done, failed) => {
      sandbox.hints.listen(id, () => {
        ask(`/call/${id}`, null).then(({ call }) => {
          told.push(`${clock.now()} ${phone_number} ${JSON.stringify(call)}`);
          if (['completed', 'errored'].includes(call.status)) done();
        }, failed);
      });
    });
  };
  await Promise.all(inThisOrder.map(follow));
  await sandbox.stop();
  await server.close();
  return told;
}

it('every change is seen by itself, at its own moment, in one and the same order', async () => {
  const once = await story(numbers);
  const again = await story([...numbers].reverse());
  expect(again).toEqual(once);
  const moments = once.map((line) => line.split(' ')[0]);
  expect(new Set(moments).size).toBe(moments.length);
});

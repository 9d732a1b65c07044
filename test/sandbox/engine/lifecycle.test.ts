import { expect, it } from 'vitest';
import {
  anOrder,
  aSandbox,
  everybody,
  human,
  MINUTE,
  MONDAY,
  noAnswer,
  placed,
  retryConfig,
  seen,
  starts,
  voicemail,
  type CallJson,
} from '../setup.ts';

it('an order goes through its states, and every change is announced', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(human()) });
  const { id, status } = placed(sandbox, anOrder());
  const story = [`${status} -`];
  sandbox.hints.listen(id, () => {
    const call = seen(sandbox, id);
    story.push(`${call.status} ${call.call_attempts[0]?.status ?? '-'}`);
  });
  await clock.toEnd();
  expect(story).toEqual([
    'initializing -',
    'queued_for_calling -',
    'calling queued',
    'calling ringing',
    'calling ongoing',
    'completed completed',
  ]);
});

it('an order is tried again after a voicemail, by the delay, until a human is reached', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(voicemail, noAnswer, human()) });
  const { id } = placed(sandbox, anOrder());
  await clock.toEnd();
  const call = seen(sandbox, id);
  expect(call.status).toBe('completed');
  expect(call.call_attempts.map((a) => a.result ?? a.dial_error)).toEqual([
    'human',
    'no_answer',
    'voicemail',
  ]);
  for (const [newer, older] of [
    [0, 1],
    [1, 2],
  ] as const) {
    const pause =
      Date.parse(call.call_attempts[newer]?.started_at ?? '') -
      Date.parse(call.call_attempts[older]?.ended_at ?? '');
    expect(pause).toBeGreaterThanOrEqual(10 * MINUTE);
    expect(pause).toBeLessThan(11 * MINUTE);
  }
});

it('an order ends when its attempts are used up, max_retry_attempts being all of them', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(voicemail) });
  const { id } = placed(sandbox, anOrder());
  await clock.toEnd();
  expect(seen(sandbox, id)).toMatchObject({ status: 'completed', calls_count: 3 });
});

it('an order ends as errored when the number belongs to nobody', async () => {
  const people = everybody({ kind: 'failed', dialError: 'number_non_attributed', ringMs: 0 });
  const { clock, sandbox } = aSandbox({ people });
  const { id } = placed(sandbox, anOrder());
  await clock.toEnd();
  expect(seen(sandbox, id)).toMatchObject({
    status: 'errored',
    calls_count: 1,
    last_call_attempt: {
      status: 'error',
      dial_error: 'number_non_attributed',
      answered_at: null,
    },
  });
});

it('an order is hung up by the system at max_call_duration_secs', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(human(90_000)) });
  const assistant = { ...anOrder().assistant, max_call_duration_secs: 45 };
  const { id } = placed(sandbox, anOrder({ assistant }));
  await clock.toEnd();
  const [attempt] = seen(sandbox, id).call_attempts;
  expect(attempt).toMatchObject({ ended_by: 'system', end_reason: null, result: 'human' });
  expect(Date.parse(attempt?.ended_at ?? '') - Date.parse(attempt?.answered_at ?? '')).toBe(45_000);
});

it('an order of no length is hung up as soon as it is answered', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(human(90_000)) });
  const assistant = { ...anOrder().assistant, max_call_duration_secs: 0 };
  const { id } = placed(sandbox, anOrder({ assistant }));
  await clock.toEnd();
  const [attempt] = seen(sandbox, id).call_attempts;
  expect(attempt).toMatchObject({ ended_by: 'system', result: 'human' });
  expect(attempt?.ended_at).toBe(attempt?.answered_at);
});

it('an order that was scheduled for a moment that is past starts now', async () => {
  const [late, now] = ['2019-12-27T18:11:19.117Z', null].map((scheduled_at) => {
    const { clock, sandbox } = aSandbox({ people: everybody(human()) });
    return { clock, sandbox, id: placed(sandbox, anOrder({ scheduled_at })).id };
  });
  if (late === undefined || now === undefined) throw new Error('two orders are compared');
  expect(seen(late.sandbox, late.id)).toMatchObject({
    status: 'initializing',
    scheduled_at: '2019-12-27T18:11:19.117Z',
  });
  await late.clock.toEnd();
  await now.clock.toEnd();
  expect(seen(late.sandbox, late.id).call_attempts).toEqual(
    seen(now.sandbox, now.id).call_attempts,
  );
});

it('an order with its ids as UUIDs has the same ones from the same seed', async () => {
  const story = async (seed: number): Promise<string[]> => {
    const { clock, sandbox } = aSandbox({ people: everybody(human()), idPrefix: null, seed });
    const { id } = placed(sandbox, anOrder());
    await clock.toEnd();
    const call = seen(sandbox, id) as CallJson & { assistant: { id: string } };
    return [id, call.assistant.id, ...call.call_attempts.map((attempt) => attempt.id)];
  };
  const ids = await story(7);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  expect(new Set(ids).size).toBe(3);
  expect(await story(7)).toEqual(ids);
  expect(await story(8)).not.toEqual(ids);
});

it('an order begins, rings and talks as much faster as the speed says', async () => {
  const spent = async (speed: number): Promise<number> => {
    const { clock, sandbox } = aSandbox({ people: everybody(human()), speed });
    const { id } = placed(sandbox, anOrder());
    await clock.toEnd();
    return Date.parse(seen(sandbox, id).call_attempts[0]?.started_at ?? '') - MONDAY;
  };
  expect(await spent(1)).toBeGreaterThan(600);
  expect(await spent(60)).toBeLessThan((await spent(1)) / 50);
});

it('an order with an assistant_id makes one attempt, at any hour', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(voicemail) });
  const { id } = placed(sandbox, {
    phone_number: '+12025550123',
    assistant_id: 'some-assistant',
  });
  await clock.toEnd();
  expect(seen(sandbox, id)).toMatchObject({
    status: 'completed',
    calls_count: 1,
    assistant: null,
    call_retry_config: null,
  });
});

it('an order dials the second time at once when it is to call twice in a row', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(voicemail) });
  const config = retryConfig({ call_twice_in_a_row: true, max_retry_attempts: 3 });
  const { id } = placed(sandbox, anOrder({ assistant: { prompt: '', call_retry_config: config } }));
  await clock.toEnd();
  const [first = 0, second = 0, third = 0] = starts(seen(sandbox, id)).map((s) => Date.parse(s));
  expect(second - first).toBeLessThan(MINUTE);
  expect(third - second).toBeGreaterThan(10 * MINUTE);
});

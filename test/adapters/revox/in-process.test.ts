import { storeReason } from '../../../src/domain/run/reason.ts';
import { describe, expect, test } from 'vitest';
import { InProcessVoiceApi, type OrderSystem } from '../../../src/adapters/revox/in-process.ts';
import { Sandbox } from '../../../src/sandbox/engine/engine.ts';
import { MemoryStore } from '../../../src/sandbox/store/memory-store.ts';
import { RULES, virtualClock } from '../../app/world/setup.ts';
import { ORDER } from './server/bench.ts';

function aSystem(): { api: InProcessVoiceApi; sandbox: Sandbox } {
  const sandbox = new Sandbox({
    clock: virtualClock(),
    store: new MemoryStore(10),
    rules: RULES,
    zoneOf: () => 'America/New_York',
    seed: 1,
    idPrefix: 'forecast-',
  });
  return { api: new InProcessVoiceApi(sandbox), sandbox };
}

const AN_ORDER = { ...ORDER, key: 'k-1', to: '+12025550100' };
const SOUGHT = { key: 'k-1', number: AN_ORDER.to, contactId: 'k', since: 0 };
const open = (): Promise<null> => Promise.resolve(null);

describe('the voice API without a wire', () => {
  test('I4: what the gate holds is not ordered', async () => {
    const { api, sandbox } = aSystem();
    const held = await api.place(AN_ORDER, () =>
      Promise.resolve(storeReason({ code: 'window_closed' })),
    );
    expect(held).toEqual({ kind: 'held', why: storeReason({ code: 'window_closed' }) });
    expect(sandbox.report()).toMatchObject({ accepted: 0 });
    expect(await api.find(SOUGHT)).toMatchObject({ kind: 'nothing_shown' });
  });

  test('an order that was placed is found by id and by key, and can be cancelled', async () => {
    const { api } = aSystem();
    const placed = await api.place(AN_ORDER, open);
    if (placed.kind !== 'accepted') throw new Error(JSON.stringify(placed));
    expect(await api.get(placed.id)).toMatchObject({ kind: 'found', view: { id: placed.id } });
    expect(await api.find(SOUGHT)).toMatchObject({ kind: 'found', view: { id: placed.id } });
    expect(await api.cancel(placed.id)).toMatchObject({ kind: 'answered' });
  });

  test('answers what is wrong as the client over HTTP does', async () => {
    const { api } = aSystem();
    const wrong = await api.place({ ...AN_ORDER, to: '12' }, open);
    expect(wrong).toMatchObject({ kind: 'rejected' });
    expect(await api.get('nobody')).toEqual({ kind: 'missing' });
    expect(await api.cancel('nobody')).toEqual({ kind: 'missing' });
  });

  test('a refusal that no table knows is never taken for an end', async () => {
    const problem = { status: 500, message: 'broken' };
    const no = (): { ok: false; problem: typeof problem } => ({ ok: false, problem });
    const system: OrderSystem = { place: no, get: no, cancel: no, search: no };
    const api = new InProcessVoiceApi(system);
    expect(await api.place(AN_ORDER, open)).toMatchObject({ kind: 'ambiguous' });
    expect(await api.get('a')).toMatchObject({ kind: 'unreachable' });
    expect(await api.cancel('a')).toMatchObject({ kind: 'conflict' });
  });
});

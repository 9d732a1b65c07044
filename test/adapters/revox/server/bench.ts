import { afterEach } from 'vitest';
import { realClock } from '../../../../src/adapters/clock/real-clock.ts';
import { HttpVoiceApi, type HttpVoiceApiOptions } from '../../../../src/adapters/revox/http.ts';
import { VOICE_API } from '../../../../src/adapters/revox/profile.ts';
import { orderBody } from '../../../../src/adapters/revox/orders/body.ts';
import type { CallOrder } from '../../../../src/domain/order/sending/call-order.ts';
import { VoiceServer } from './voice-server.ts';

export const KEY = 'sk_test_canary_93a1';

/** One order to an assistant that speaks, which the tests change. */
export const ORDER: CallOrder = {
  key: 'key-1',
  contactId: 'contact-1',
  to: '+15555550123',
  from: null,
  fence: { from: Date.UTC(2026, 11, 1, 9), until: Date.UTC(2026, 11, 1, 17) },
  assistant: {
    kind: 'described',
    fields: { prompt: 'Say hello.' },
    optOutField: 'asked_not_to_be_called',
    leavesMessage: true,
  },
  variables: {},
  metadata: {},
  atOnce: null,
};
/** What the provider gets of it. */
export const SENT = JSON.stringify(orderBody(ORDER));

export const openGate = (): Promise<string | null> => Promise.resolve(null);

export const orderJson = (id: string, metadata: Record<string, string> = {}) => ({
  call: { id, status: 'scheduled', call_attempts: [], metadata },
});

/** A server and clients that are closed after each test, so that no socket outlives it. */
export function bench(): {
  server(): Promise<VoiceServer>;
  api(baseUrl: string, options?: Partial<HttpVoiceApiOptions>): HttpVoiceApi;
} {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const thing of open.splice(0).reverse()) await thing.close();
  });
  return {
    async server() {
      const server = await VoiceServer.open();
      open.push(server);
      return server;
    },
    api(baseUrl, options = {}) {
      const api = new HttpVoiceApi({
        baseUrl,
        key: KEY,
        clock: realClock(),
        profile: VOICE_API,
        ...options,
      });
      open.push(api);
      return api;
    },
  };
}

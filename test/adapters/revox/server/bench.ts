import { afterEach } from 'vitest';
import { realClock } from '../../../../src/adapters/clock/real-clock.ts';
import { HttpVoiceApi, type HttpVoiceApiOptions } from '../../../../src/adapters/revox/http.ts';
import { VOICE_API } from '../../../../src/domain/order/provider/profile.ts';
import { ORDER_KEY_METADATA } from '../../../../src/domain/order/provider/answer.ts';
import { VoiceServer } from './voice-server.ts';

export const KEY = 'sk_test_canary_93a1';
export const ORDER = { phone_number: '+15555550123', metadata: { [ORDER_KEY_METADATA]: 'key-1' } };
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

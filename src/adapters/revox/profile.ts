import type { ProviderProfile } from '../../ports/voice-api.ts';

/** What this API does and promises, or one that speaks like it. */
export interface RevoxProfile extends ProviderProfile {
  /** Whether orders may be searched for. Whether the search exists, and of which kind, shows in its answers. */
  readonly lookup: 'search' | 'none';
  /** Whether an order can be taken back. That it was taken is known when a look at the order shows it. */
  readonly cancel: 'by_id' | 'none';
  /** A 503 is said before anything is processed: certainly not placed. Otherwise it is ambiguous. */
  readonly safe503: boolean;
}

/**
 * The voice API. A second `POST /call` with the same key makes a second call, and nothing is promised of 503 and of how
 * soon its search knows an order.
 */
export const VOICE_API: RevoxProfile = {
  lookup: 'search',
  settleMs: null,
  cancel: 'by_id',
  safe503: false,
};

/** The embedded sandbox commits before it answers, and its search sees every commit: nothing has to settle. */
export const EMBEDDED: RevoxProfile = { ...VOICE_API, settleMs: 0 };

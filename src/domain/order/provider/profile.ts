/** What is known of a provider, and so what its answers prove, and its silence (I6). */
export interface ProviderProfile {
  /**
   * `none`: a second `POST /call` with the same key makes a second call. It is the only value there is: for any other
   * one something would have to send an order again, and nothing in this program does.
   */
  readonly idempotency: 'none';
  /** Whether orders may be searched for. Whether the search exists, and of which kind, shows in its answers. */
  readonly lookup: 'search' | 'none';
  /** Empty lookups prove "not placed" only this long after the last possible send, in ms; null: never. */
  readonly settleMs: number | null;
  /** Whether an order can be taken back. That it was taken is known when a look at the order shows it. */
  readonly cancel: 'by_id' | 'none';
  /** A 503 is said before anything is processed: certainly not placed. Otherwise it is ambiguous. */
  readonly safe503: boolean;
}

/** The voice API. It promises nothing of keys, of 503 and of how soon its search knows an order. */
export const VOICE_API: ProviderProfile = {
  idempotency: 'none',
  lookup: 'search',
  settleMs: null,
  cancel: 'by_id',
  safe503: false,
};

/** The embedded sandbox commits before it answers, and its search sees every commit: nothing has to settle. */
export const EMBEDDED: ProviderProfile = { ...VOICE_API, settleMs: 0 };

/** Why a deadline's signal aborted. */
export class TimeUp extends Error {
  override readonly name = 'TimeoutError';
  readonly code = 'TIME_UP';

  constructor(ms: number) {
    super(`no end within ${ms} ms`);
  }
}

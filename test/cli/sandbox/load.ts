import { Agent, request } from 'node:http';
import { execFileSync } from 'node:child_process';

/** Many clients at once, in this process; the sandbox is in another. */
export class Load {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Places so many orders, and fails when one is refused. */
  async place(from: number, count: number): Promise<void> {
    let next = from;
    const one = async (): Promise<void> => {
      while (next < from + count) {
        next += 1;
        await this.#post('/call', orderOf(next));
      }
    };
    await Promise.all(Array.from({ length: 32 }, one));
  }

  async report(): Promise<{ accepted: number; live: { now: number; most: number } }> {
    const answer = await fetch(this.#url.replace('/api', '/sandbox/report'), {
      headers: { authorization: 'Bearer any' },
    });
    return (await answer.json()) as { accepted: number; live: { now: number; most: number } };
  }

  /** Orders that are not over. */
  async unfinished(): Promise<number> {
    const answer = await fetch(`${this.#url}/call/search`, {
      method: 'POST',
      headers: { authorization: 'Bearer any' },
      body: JSON.stringify({
        statuses: ['initializing', 'queued_for_calling', 'calling', 'scheduled'],
        page_size: 1,
      }),
    });
    return ((await answer.json()) as { calls: unknown[] }).calls.length;
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(path: string, body: unknown): Promise<void> {
    const text = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        this.#url + path,
        {
          method: 'POST',
          agent: this.#agent,
          headers: { authorization: 'Bearer any', 'content-length': Buffer.byteLength(text) },
        },
        (response) => {
          response.resume().once('end', () => {
            if (response.statusCode === 200) resolve();
            else reject(new Error(`${path} was answered with ${response.statusCode}`));
          });
        },
      );
      sent.once('error', reject);
      sent.end(text);
    });
  }
}

/** One of a thousand people, with the metadata and the fence that this program sends. */
const orderOf = (n: number) => ({
  phone_number: `+1202555${String(n % 1000).padStart(4, '0')}`,
  metadata: { order_key: `key-${n}`, campaign: 'load' },
  assistant: {
    prompt: 'Say hello to {{name}}.',
    call_retry_config: {
      calling_windows: [
        {
          calling_window_start_time: '00:00',
          calling_window_end_time: '24:00',
          retry_delay_seconds: 1,
        },
      ],
      max_retry_attempts: 1,
      timezone: 'Africa/Abidjan',
      allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    },
    structured_output_config: [{ name: 'interested', required: true, type: 'boolean' }],
  },
  prompt_variables: { name: 'Ada' },
});

/** Megabytes of memory that a process has. */
export const residentMb = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

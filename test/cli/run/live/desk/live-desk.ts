import { main } from '../../../../../src/cli/program.ts';
import { numbers } from '../../../desk/people.ts';
import type { Desk } from '../../../desk/desk.ts';
import { aTerminal, typing } from '../../../desk/terminal.ts';

/** A key that must be seen nowhere: anyone who finds it in an output has found a leak. */
export const CANARY = 'canary-4b1f0c5e9d3a7712-end9';

export const OPEN_ALL_DAY = `name: Reminders
assistant:
  prompt: You remind {{first_name}} of an appointment.
  first_sentence: Hello {{first_name}}.
  first_sentence_mode: static
  max_call_duration_secs: 120
rules: none
rate: { amount: 0.1, currency: EUR }
call_retry_config:
  calling_windows:
    - { calling_window_start_time: '00:00', calling_window_end_time: '24:00', retry_delay_seconds: 1 }
  allowed_days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]
  max_retry_attempts: 2
`;

/** A contact file and a campaign that is open at any hour, so that these tests do not depend on the time of day. */
export function provide(desk: Desk, count: number, campaign = OPEN_ALL_DAY): void {
  const rows = numbers(count).map((number, i) => `${number},Name${i + 1}\n`);
  desk.write('leads.csv', `phone,first_name\n${rows.join('')}`);
  desk.write('leads.yaml', campaign);
}

export interface Spoken {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The program at a terminal where somebody sits and types these answers. */
export async function atTerminal(
  desk: Desk,
  args: readonly string[],
  on: { url: string; typed: readonly string[]; key?: string },
): Promise<Spoken> {
  const env = {
    REVOX_API_KEY: on.key ?? CANARY,
    REVOX_BASE_URL: on.url,
    CAMPAIGN_LEDGER: desk.ledger,
    HOME: desk.home,
  };
  const { terminal, said } = aTerminal(desk.folder, {
    env,
    ...typing(on.typed, (question, answer) => {
      said.err += `${question}${answer ?? ''}\n`;
    }),
  });
  const code = await main(args, terminal, '0.0.0');
  return { code, ...said };
}

/** Moments, durations and ports differ from run to run. */
export const steady = (desk: Desk, text: string): string =>
  text
    .replaceAll(desk.ledger, '<ledger>')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:<port>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<moment>')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\dZ/g, '<minute>')
    .replace(/(after|in|clock is) (\d+ (d|h|min|s))( \d+ (h|min|s))?/g, '$1 <time>');

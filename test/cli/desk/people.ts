/** Contact and campaign files for rehearsals that are over in a second. All numbers are fictional ones. */

const AREAS = '212 305 312 404 415 503 602 617 702 713 206 303 313 412 504 612 816 907 808 208';
const NAMES = ['Ada', 'Bruno', 'Chiara', 'Dario', 'Edith'];

/** `count` different numbers, at most 2,000: the hundred fictional ones of each of twenty areas. */
export function numbers(count: number): string[] {
  const areas = AREAS.split(' ');
  return Array.from({ length: count }, (_, i) => {
    const last = 100 + Math.floor(i / areas.length);
    return `+1${areas[i % areas.length] ?? ''}5550${last}`;
  });
}

export interface Sheet {
  readonly delimiter?: string;
}

/** A contact file with so many people. */
export function people(count: number, sheet: Sheet = {}): string {
  const rows = numbers(count).map((number, i) => [number, NAMES[i % NAMES.length], `P-${i + 1}`]);
  const lines = [['phone', 'first_name', 'external_id'], ...rows];
  return lines.map((cells) => `${cells.join(sheet.delimiter ?? ',')}\n`).join('');
}

/** Three attempts, in two windows a day, on weekdays. */
export const CAMPAIGN = `name: Reminders
assistant:
  prompt: You remind {{first_name}} of an appointment.
  first_sentence: Hello {{first_name}}.
  voice:
    id: your-voice-id
    provider: cartesia
  llm_model:
    type: dedicated-instance
    name: gpt-4.1
  max_call_duration_secs: 120
call_retry_config:
  calling_windows:
    - calling_window_start_time: '09:30'
      calling_window_end_time: '12:00'
      retry_delay_seconds: 3600
    - calling_window_start_time: '14:00'
      calling_window_end_time: '18:30'
      retry_delay_seconds: 7200
  allowed_days: [monday, tuesday, wednesday, thursday, friday]
  max_retry_attempts: 3
consent:
  basis: patients of the practice
  statement: They agreed to be called about their appointments.
concurrency:
  max: 5
columns:
  phone: phone
  external_id: external_id
`;

/** A Tuesday, before anybody in America may be called. */
export const NOW = '2026-12-01T09:00:00Z';

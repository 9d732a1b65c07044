type TimeOfDay =
  | { readonly ok: true; readonly minutes: number }
  | { readonly ok: false; readonly problem: string };

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))? ?(?:([ap])\.? ?m\.?)?$/;
const EXAMPLES = 'write it like 09:00, 18:30 or 6pm';

/**
 * Reads a time of day as people write it: `09:00`, `6pm`, `10h30`, `noon`, `24:00`. Midnight is the first
 * minute of the day as a start and its last as an end. What could be read in two ways is refused.
 */
export function parseTimeOfDay(text: string, as: 'start' | 'end'): TimeOfDay {
  const spoken = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  if (spoken === '') return no(`the time is empty: ${EXAMPLES}`);
  if (spoken === 'noon' || spoken === 'midday') return yes(720);
  if (spoken === 'midnight') return yes(as === 'end' ? 1440 : 0);
  const match = CLOCK.exec(spoken);
  if (match === null) return no(`"${text}" is not a time of day: ${EXAMPLES}`);
  const [, hourText = '', minuteText, half] = match;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? '0');
  if (minute > 59) return no(`"${text}" has more than 59 minutes: ${EXAMPLES}`);
  if (half !== undefined) return twelveHours(text, { hour, minute, half, as });
  if (minuteText === undefined) return no(withoutMinutes(text, hour));
  if (hour === 24 && minute === 0 && as === 'end') return yes(1440);
  if (hour === 24 && minute === 0) return no('a window cannot start at 24:00: write 00:00');
  if (hour > 23) return no(`"${text}" is past the end of the day: ${EXAMPLES}`);
  return yes(hour * 60 + minute);
}

function withoutMinutes(text: string, hour: number): string {
  if (hour >= 1 && hour <= 12) {
    return `"${text}" could be morning or evening: write ${hour}am, ${hour}pm or ${hour}:00`;
  }
  return `"${text}" has no minutes: ${EXAMPLES}`;
}

interface Half {
  readonly hour: number;
  readonly minute: number;
  readonly half: string;
  readonly as: 'start' | 'end';
}

function twelveHours(text: string, { hour, minute, half, as }: Half): TimeOfDay {
  if (hour < 1 || hour > 12) {
    return no(`"${text}" mixes am/pm with an hour that is not 1 to 12: ${EXAMPLES}`);
  }
  const minutes = (hour % 12) * 60 + minute + (half === 'p' ? 720 : 0);
  return yes(minutes === 0 && as === 'end' ? 1440 : minutes);
}

const yes = (minutes: number): TimeOfDay => ({ ok: true, minutes });
const no = (problem: string): TimeOfDay => ({ ok: false, problem });

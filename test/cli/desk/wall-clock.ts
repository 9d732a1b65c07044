import moment from 'moment-timezone';
import { parse } from 'yaml';

/**
 * When people may be called, worked out a second time: by another library with time-zone rules of its own,
 * from the campaign file as it is written. Nothing of the program is used here.
 */

interface Written {
  readonly call_retry_config: {
    readonly calling_windows: readonly {
      readonly calling_window_start_time: string;
      readonly calling_window_end_time: string;
    }[];
    readonly allowed_days: readonly string[];
  };
}

export interface Hours {
  /** Milliseconds since midnight. */
  readonly windows: readonly { readonly from: number; readonly until: number }[];
  readonly days: ReadonlySet<string>;
}

const sinceMidnight = (at: moment.Moment): number =>
  ((at.hours() * 60 + at.minutes()) * 60 + at.seconds()) * 1000 + at.milliseconds();

function timeOfDay(text: string): number {
  const time = moment.utc(text, ['HH:mm', 'h:mma', 'ha'], true);
  if (!time.isValid()) throw new Error(`"${text}" is not a time of day that this reader knows`);
  return sinceMidnight(time);
}

export function hoursOf(campaignYaml: string): Hours {
  const { calling_windows, allowed_days } = (parse(campaignYaml) as Written).call_retry_config;
  return {
    windows: calling_windows.map((window) => ({
      from: timeOfDay(window.calling_window_start_time),
      until: timeOfDay(window.calling_window_end_time),
    })),
    days: new Set(allowed_days),
  };
}

/** What is wrong with a phone that rang at this moment; null when it was inside on every wall. */
export function outside(startedAt: string, zones: readonly string[], hours: Hours): string | null {
  if (zones.length === 0) return `${startedAt}: rang where nobody knows the time`;
  for (const zone of zones) {
    if (moment.tz.zone(zone) === null) return `${zone} is not a time zone`;
    const local = moment.utc(startedAt, moment.ISO_8601, true).tz(zone);
    if (!local.isValid()) return `"${startedAt}" is not a moment`;
    const day = local.locale('en').format('dddd').toLowerCase();
    const time = sinceMidnight(local);
    const open = hours.windows.some(({ from, until }) => time >= from && time < until);
    if (!open || !hours.days.has(day)) return `${startedAt}: ${day} ${local.format()} in ${zone}`;
  }
  return null;
}

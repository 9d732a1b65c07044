import { formatGroup } from '../run/calling-group.ts';
import { type Place, type Witness, digitsOf, sourcesOf } from '../phone/place/place.ts';
import { digitsText, type NamedPlaces } from '../phone/place/named-places.ts';
import { localIso } from '../time/local.ts';
import type { WeeklyWindow } from '../time/windows.ts';
import type { ZoneRules } from '../time/zone-rules.ts';
import { wallOf } from './day-intervals.ts';
import { bindsCalls, type Rule } from '../law/rule.ts';
import type { Schedules } from './schedules.ts';
import { campaignHours, type Calling } from './timeline.ts';

/** One thing that allows or forbids a call: a rule of law, the campaign's windows, or its blackout dates. */
interface RuleSaid {
  readonly id: string;
  readonly allows: boolean;
  /** Its hours on the date in question. */
  readonly window: string;
  readonly source: string;
  readonly basis: 'statute' | 'code' | 'convention' | 'campaign';
  readonly confidence: 'high' | 'middle' | 'low' | null;
  /** What is not known of it, and what else there is to know; null: nothing. */
  readonly note: string | null;
}

export interface Why {
  readonly open: boolean;
  readonly zones: readonly {
    readonly zone: string;
    /** All evidence that names this clock, the strongest first. */
    readonly sources: readonly Witness['source'][];
    /** The digits of the number that name it, and whose they are: `first digits +618514, of Roebuck`. */
    readonly digits: string | null;
    readonly localTime: string;
  }[];
  readonly rules: readonly RuleSaid[];
  /** When open: the end of this opening. */
  readonly closesAt: number | null;
  /** When closed: the next opening; null when there is none within 366 days. */
  readonly nextOpenAt: number | null;
}

export interface Asked {
  readonly place: Pick<Place, 'zones' | 'jurisdictions' | 'witnesses'>;
  /** The calling group, where more than the place decides it. */
  readonly group?: string | undefined;
  readonly at: number;
  readonly calling: Calling;
  /** The campaign file, where there is one: without it only the law is asked. */
  readonly file: string | null;
  /** The places of first digits, where they are to be named. */
  readonly named?: NamedPlaces | undefined;
}

type Hours = (zone: string) => { readonly hours: readonly WeeklyWindow[]; readonly about: string };

/** May a person who is there be rung at that instant, and by which rule. Says no more than `Schedules` knows. */
export function whyAt(schedules: Schedules, rules: ZoneRules, asked: Asked): Why {
  const { place, at } = asked;
  const { group = formatGroup(place) } = asked;
  const opening = schedules.at(group, at);
  // Openings that are all too short for an order are none: a run would call nobody in them.
  const ever = schedules.everOpens(group, at);
  const binding = opening.rules.filter(({ record }) => bindsCalls(record));
  const said = binding.map((rule) => lawSays(rule, rules, asked));
  return {
    open: ever && opening.open,
    zones: place.zones.map((zone) => ({
      zone,
      sources: sourcesOf(zone, place.witnesses, rules),
      digits: digitsIn(zone, rules, asked),
      localTime: localIso(rules, zone, at),
    })),
    rules: [...said, ...(asked.file === null ? [] : campaignSays(opening.rules, rules, asked))],
    closesAt: ever ? opening.closesAt : null,
    nextOpenAt: ever ? opening.opensAt : null,
  };
}

function digitsIn(zone: string, rules: ZoneRules, { place, named = {} }: Asked): string | null {
  const digits = digitsOf(zone, place.witnesses, rules);
  return digits === null ? null : digitsText(digits, zone, { named, rules });
}

function lawSays(rule: Rule, rules: ZoneRules, asked: Asked): RuleSaid {
  const { id, basis, confidence, sources, note } = rule.record;
  const hours: Hours = (zone) => {
    const { day } = wallOf(rules, zone, asked.at);
    const silent = rule.record.hours === null ? 'no hours are laid down' : '';
    return { hours: rule.hoursOn(day), about: rule.occasion(day) ?? silent };
  };
  return { id, ...said(hours, rules, asked), source: sources.join('; '), basis, confidence, note };
}

function campaignSays(law: readonly Rule[], rules: ZoneRules, asked: Asked): RuleSaid[] {
  const { calling, at, place } = asked;
  const source = asked.file ?? '';
  const own = { source, basis: 'campaign', confidence: null, note: null } as const;
  const holiday = (day: number): string | undefined =>
    law.flatMap((rule) => rule.dayOff(day) ?? []).at(0);
  const shut = (day: number): boolean => holiday(day) !== undefined;
  const hours: Hours = (zone) => {
    const { day } = wallOf(rules, zone, at);
    // Dates are those of the person's calendar, not of the clock that the campaign goes by.
    if (!place.zones.includes(zone)) {
      const windows = { ...calling, blackout: [] };
      return { hours: campaignHours(windows, day, () => false), about: '' };
    }
    return { hours: campaignHours(calling, day, shut), about: holiday(day) ?? '' };
  };
  const zones = calling.zone === null ? place.zones : [...place.zones, calling.zone];
  const windows = {
    id: 'campaign',
    ...said(hours, rules, { ...asked, place: { ...place, zones } }),
    ...own,
  };
  const blackout = calling.blackout ?? [];
  if (blackout.length === 0) return [windows];
  const dates: Hours = (zone) =>
    blackout.includes(wallOf(rules, zone, at).day)
      ? { hours: [], about: 'blackout' }
      : { hours: [{ start: 0, end: 1440 }], about: '' };
  return [windows, { id: 'blackout', ...said(dates, rules, asked), ...own }];
}

/** Open means open in every zone. The hours that are shown are those of a zone that forbids, if one does. */
function said(
  hours: Hours,
  rules: ZoneRules,
  { place, at }: Pick<Asked, 'place' | 'at'>,
): { allows: boolean; window: string } {
  const allowsIn = (zone: string): boolean => {
    const { minute } = wallOf(rules, zone, at);
    return hours(zone).hours.some(({ start, end }) => start <= minute && minute < end);
  };
  const forbids = place.zones.find((zone) => !allowsIn(zone));
  const shown = forbids ?? place.zones[0];
  // Nobody's clock is known: then no hour is inside anything.
  if (shown === undefined) return { allows: false, window: 'no time zone is known' };
  const { hours: list, about } = hours(shown);
  const text = list.length === 0 ? 'none' : list.map(windowText).join(' ');
  return { allows: forbids === undefined, window: about === '' ? text : `${text} (${about})` };
}

const windowText = ({ start, end }: WeeklyWindow): string => `${clock(start)}-${clock(end)}`;
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const two = (value: number): string => String(value).padStart(2, '0');

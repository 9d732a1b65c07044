import { formatGroup } from '../../../../src/domain/run/calling-group.ts';
import { loadReference } from '../../../../src/adapters/reference/load.ts';
import { readNumber } from '../../../../src/domain/phone/number/number.ts';
import { locate } from '../../../../src/domain/phone/place/place.ts';
import { Schedules } from '../../../../src/domain/schedule/schedules.ts';
import { whySentence } from '../../../../src/domain/schedule/sentence.ts';
import { whyAt } from '../../../../src/domain/schedule/why.ts';
import { localClock, localIso, parseMoment } from '../../../../src/domain/time/local.ts';
import { someNumbers } from '../../phone/number/some-numbers.ts';

const FROM = Date.UTC(2025, 0, 1);
/** Three years and a half, so that each spring and autumn is met. */
const SPAN = 1_280 * 86_400_000;
const NOTHING = { timezone: null, postalCode: null, state: null, country: null };
const CALLING = {
  weekly: { windows: [{ start: 600, end: 1080 }], days: [1, 2, 3, 4, 5] },
  delaysMs: [0],
  zone: null,
};

/** So many moments, spread over the span and over the hours of the day. */
const moments = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => FROM + Math.floor((SPAN / count) * (i + (i % 24) / 24)));

/** Every zone by its own clock: what is printed, and what a wall clock without an offset is taken for. */
export function* clocks(count: number): Generator<string> {
  const { rules } = loadReference();
  for (const zone of rules.names()) {
    for (const at of moments(count)) {
      const local = localIso(rules, zone, at);
      const read = parseMoment(local.slice(0, 19), rules, zone);
      yield `${zone} ${local} ${localClock(rules, zone, at)} ${read.ok ? read.at : read.problem}`;
    }
  }
}

/** What is decided of people everywhere, each at another moment. */
export function* decisions(count: number): Generator<string> {
  const { rules, law, places, numbers: tables } = loadReference();
  const schedules = new Schedules(rules, CALLING, law);
  const groups = new Map<string, { zones: readonly string[]; jurisdictions: readonly string[] }>();
  for (const text of someNumbers({ seed: 7, each: 2 })) {
    const number = readNumber(text, { defaultCountry: null, extract: false, tables });
    if (number.kind !== 'ok') continue;
    const place = locate(number, NOTHING, { ...places, rules });
    if (!('problem' in place)) groups.set(formatGroup(place), place);
  }
  const all = [...groups.values()];
  for (const [i, at] of moments(count).entries()) {
    const place = all[i % all.length];
    if (place === undefined) continue;
    const asked = { place: { ...place, witnesses: [] }, at, calling: CALLING, file: 'a.yaml' };
    const why = whyAt(schedules, rules, asked);
    yield `${formatGroup(place)} ${JSON.stringify(why)} ${whySentence(why, { at, rules })}`;
  }
}

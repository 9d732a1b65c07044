import { expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { dayOfIso } from '../../../src/domain/law/calendar.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import { whyAt, type Asked } from '../../../src/domain/schedule/why.ts';
import { chance, someWeekly } from '../time/every-clock/oracle.ts';

const { rules, law } = loadReference();

const places: Asked['place'][] = [
  { zones: ['America/Chicago'], jurisdictions: ['US-AL'], witnesses: [] },
  { zones: ['America/Boise', 'America/Los_Angeles'], jurisdictions: ['US-ID'], witnesses: [] },
  { zones: ['Europe/London', 'Europe/Rome'], jurisdictions: ['GB', 'IT'], witnesses: [] },
  { zones: ['Europe/Paris'], jurisdictions: ['FR'], witnesses: [] },
];

test('what forbids is what keeps a group shut: open means that everything allows, and nothing else', () => {
  const next = chance(5);
  const day = 86_400_000;
  let shut = 0;
  for (let index = 0; index < 400; index += 1) {
    const place = places[index % places.length];
    if (place === undefined) continue;
    const weekly = someWeekly(next);
    const blackout = next() < 0.5 ? [dayOfIso('2026-12-24') ?? 0] : [];
    const zone = next() < 0.3 ? 'Europe/Paris' : null;
    const calling = { weekly, delaysMs: weekly.windows.map(() => 0), zone, blackout };
    const schedules = new Schedules(rules, calling, law);
    for (let ask = 0; ask < 20; ask += 1) {
      const at = Date.UTC(2026, 11, 22) + Math.floor(next() * 12 * day);
      const why = whyAt(schedules, rules, { place, at, calling, file: 'a.yaml' });
      expect(why.rules.every((rule) => rule.allows)).toBe(why.open);
      expect(why.rules.map((rule) => rule.id)).toContain('campaign');
      if (!why.open) shut += 1;
    }
  }
  expect(shut).toBeGreaterThan(1000);
});

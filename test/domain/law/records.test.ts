import { readFileSync } from 'node:fs';
import moment from 'moment-timezone';
import { describe, expect, test } from 'vitest';
import { rulesFile } from '../../../data/generate/rules/rules-file.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { RULE_IDS } from '../../../src/domain/campaign/schema/rules-schema.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import { ROWS } from './table/table.ts';
import { covers, hoursOf } from './table/table-hours.ts';

const { rules, law, releases } = loadReference();
const MINUTE = 60_000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const recordOf = (id: string) => law.rules.find((rule) => rule.record.id === id)?.record;

/** The whole of every day, under one rule. */
function under(id: string): Schedules {
  const { purposes: [purpose] = [], audience: [audience] = [] } = recordOf(id) ?? {};
  const weekly = { windows: [{ start: 0, end: 1440 }], days: EVERY_DAY };
  const choice = { automatic: false, named: [id] };
  return new Schedules(
    rules,
    { weekly, delaysMs: [0], zone: null, rules: choice, purpose, audience },
    law,
  );
}

/** A jurisdiction that the rule holds in. */
const placeOf = (id: string): string => recordOf(id)?.in[0] ?? '';

describe.each(ROWS.map((row) => [row.id, row] as const))('the rule %s', (id, row) => {
  const plan = under(id);
  const group = `${row.zone}|${placeOf(id)}`;
  // A Wednesday, a Saturday and a Sunday without a holiday anywhere, Christmas, and the dates of the table.
  const plain = ['2027-03-03', '2027-03-06', '2027-03-07', '2026-12-25', '2027-08-10'];

  test.each([...new Set([...plain, ...Object.keys(row.dates)])])(
    'allows the hours of the research on %s, to the minute',
    (date) => {
      const midnight = moment.tz(`${date}T00:00`, row.zone).valueOf();
      const hours = hoursOf(row, date);
      const wrong: string[] = [];
      for (let minute = 0; minute < 1440; minute += 1) {
        const at = midnight + minute * MINUTE;
        const local = moment.tz(at, row.zone);
        const own = local.hours() * 60 + local.minutes();
        for (const instant of [at, at + MINUTE - 1]) {
          if (plan.at(group, instant).open === covers(hours, own)) continue;
          wrong.push(local.format());
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  test('says where it comes from and how sure that is', () => {
    const record = recordOf(id);
    expect(record).toMatchObject({ basis: row.basis, confidence: row.confidence });
    expect(record?.consent !== null).toBe(row.consent === true);
    expect(record?.verifiedOn).toBe(record?.quote === null ? '2026-11-22' : '2026-11-28');
    expect((record?.reviewBy ?? '') > '2026-11-22').toBe(true);
    const isBare = id === 'GB-convention';
    expect(record?.sources.join().includes('http')).toBe(!isBare);
  });
});

describe('the research on calling rules', () => {
  test('has a record for every row of high and middle confidence, and no other', () => {
    expect(law.rules.map((rule) => rule.record.id)).toEqual(ROWS.map((row) => row.id));
  });

  test('of low confidence is in the one cautious overlay, state by state', () => {
    const low = ['IN', 'MI', 'MN', 'NE', 'NM', 'TN', 'WY'];
    expect(recordOf('cautious')?.in).toEqual(low.map((state) => `US-${state}`));
  });

  test.each([
    ['US-collections', [{ max: 7, hours: 168 }], [{ after: 'conversation', hours: 168 }]],
    ['US-FL', [{ max: 3, hours: 24 }], []],
    ['US-ME', [{ max: 1, hours: 8 }], []],
    ['US-MD', [{ max: 3, hours: 24 }], []],
    ['US-OK', [{ max: 3, hours: 24 }], []],
    ['US-OR', [{ max: 3, hours: 24 }], []],
    ['FR', [{ max: 4, hours: 720 }], [{ after: 'refusal', hours: 1440 }]],
    ['GB', [], [{ after: 'abandoned call', hours: 72 }]],
    ['GB-service', [], [{ after: 'abandoned call', hours: 72 }]],
    ['VN', [{ max: 1, hours: 24 }], []],
    ['TH-collections', [{ max: 1, hours: 24 }], []],
    [
      'RU-collections',
      [
        { max: 1, hours: 24 },
        { max: 2, hours: 168 },
        { max: 8, hours: 720 },
      ],
      [],
    ],
    ['CO', [{ max: 1, hours: 24 }], []],
    [
      'AE',
      [
        { max: 1, hours: 24 },
        { max: 2, hours: 168 },
      ],
      [{ after: 'refusal', hours: null }],
    ],
  ])('has the caps and the rest of %s', (id, caps, coolOff) => {
    expect(recordOf(id)?.caps).toMatchObject(caps);
    expect(recordOf(id)?.coolOff).toMatchObject(coolOff);
  });

  test('no other record has a cap or a rest', () => {
    const limited = law.rules.filter(
      ({ record }) => record.caps.length + record.coolOff.length > 0,
    );
    expect(limited).toHaveLength(14);
  });
});

describe('the file rules.json', () => {
  test('is what the tables beside its generator make', () => {
    const path = new URL('../../../data/reference/rules.json', import.meta.url);
    expect(readFileSync(path, 'utf8') === rulesFile().text).toBe(true);
  });

  test('has a release that the program can name', () => {
    expect(releases.rules).toMatch(/^\d{4}-\d\d-\d\d\/[0-9a-f]{8}$/);
  });

  test('has the ids that a campaign can name', () => {
    expect(law.rules.map((rule) => rule.record.id)).toEqual([...RULE_IDS]);
  });
});

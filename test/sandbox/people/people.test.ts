import { expect, it } from 'vitest';
import type { Script } from '../../../src/sandbox/model/order.ts';
import { InventedPeople, type Encounter } from '../../../src/sandbox/people/people.ts';
import { peopleProfileSchema } from '../../../src/sandbox/people/people-profile.ts';

const PEOPLE = 4000;

const encounter = (changed: Partial<Encounter> = {}): Encounter => ({
  number: '+12025550123',
  nth: 1,
  attempt: 1,
  localHour: 11,
  voicemailMessage: true,
  ivrNavigation: false,
  transfer: false,
  ...changed,
});

const crowd = (changed: Partial<Encounter> = {}): Script[] => {
  const people = new InventedPeople(42);
  return Array.from({ length: PEOPLE }, (_, i) =>
    people.meet(encounter({ number: `+1202${5_550_000 + i}`, ...changed })),
  );
};

const kindOf = (script: Script): string =>
  script.kind === 'failed' ? script.dialError : script.result;

/** Per cent of the crowd, by what they did. */
function shares(scripts: readonly Script[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const script of scripts) counts[kindOf(script)] = (counts[kindOf(script)] ?? 0) + 1;
  for (const kind of Object.keys(counts))
    counts[kind] = ((counts[kind] ?? 0) / scripts.length) * 100;
  return counts;
}

it('people answer about two calls in five during the day, and every outcome occurs', () => {
  for (const localHour of [11, 13, 15, 18.5]) {
    const share = shares(crowd({ localHour }));
    expect(share['human']).toBeGreaterThan(32);
    expect(share['human']).toBeLessThan(48);
    expect(share['voicemail']).toBeGreaterThan(15);
    expect(share['voicemail']).toBeLessThan(35);
    expect(share['number_non_attributed']).toBeGreaterThan(1);
    expect(share['number_non_attributed']).toBeLessThan(2.2);
    for (const kind of ['no_answer', 'busy', 'ios-screening-filter', 'IVR', 'unknown']) {
      expect(share[kind], kind).toBeGreaterThan(0.2);
    }
    expect(share['temporarily_unavailable']).toBeGreaterThan(0.5);
  }
});

it('people answer less often early in the morning than in the evening', () => {
  const early = shares(crowd({ localHour: 7 }))['human'] ?? 0;
  const evening = shares(crowd({ localHour: 18 }))['human'] ?? 0;
  expect(early).toBeLessThan(evening / 2);
});

it('a number that belongs to nobody belongs to nobody in every attempt', () => {
  const people = new InventedPeople(42);
  const nobody = Array.from({ length: PEOPLE }, (_, i) => `+1202${5_550_000 + i}`).filter(
    (number) => kindOf(people.meet(encounter({ number }))) === 'number_non_attributed',
  );
  expect(nobody.length).toBeGreaterThan(0);
  for (const number of nobody) {
    for (const [nth, attempt] of [
      [1, 2],
      [2, 1],
      [9, 3],
    ] as const) {
      expect(kindOf(people.meet(encounter({ number, nth, attempt })))).toBe(
        'number_non_attributed',
      );
    }
  }
});

it('people let it ring and talk for as long as people do', () => {
  for (const script of crowd({ transfer: true })) {
    expect(script.ringMs).toBeLessThanOrEqual(25_000);
    if (script.kind === 'failed') continue;
    expect(script.ringMs).toBeGreaterThanOrEqual(5_000);
    const [low, high] = script.result === 'human' ? [20_000, 240_000] : [2_000, 90_000];
    expect(script.talkMs).toBeGreaterThanOrEqual(low);
    expect(script.talkMs).toBeLessThanOrEqual(high);
    if (script.result === 'voicemail') expect(script.endReason).toBe('voicemail');
    if (script.endedBy === 'user') expect(script.endReason).toBeNull();
  }
});

it('people do the same again when they are asked again', () => {
  expect(crowd()).toEqual(crowd());
});

it('people are as the profile says', () => {
  const profile = peopleProfileSchema.parse({
    hours: [
      {
        from: 0,
        human: 0,
        voicemail: 0,
        no_answer: 1,
        busy: 0,
        temporarily_unavailable: 0,
        unknown: 0,
      },
      {
        from: 9.5,
        human: 1,
        voicemail: 0,
        no_answer: 0,
        busy: 0,
        temporarily_unavailable: 0,
        unknown: 0,
      },
    ],
    phones: { person: 1, nobody: 0, menu: 0, screened: 0 },
  });
  const people = new InventedPeople(1, profile);
  expect(kindOf(people.meet(encounter({ localHour: 9.4 })))).toBe('no_answer');
  expect(kindOf(people.meet(encounter({ localHour: 9.5 })))).toBe('human');
});

it('a profile that says nothing about the night is refused', () => {
  const hours = [{ from: 8, human: 1, voicemail: 1, no_answer: 1 }];
  expect(peopleProfileSchema.safeParse({ hours }).success).toBe(false);
});

import { expect, test } from 'vitest';
import { ENDS, pointsOf, PROFILES, strikeAt, type End, type Profile } from './points.ts';

/** Every await is struck in points.slow.test.ts; here one in so many, each kind at others. */
const STEP = 97;

const known = new Map<Profile, Promise<number>>();

function counted(profile: Profile): Promise<number> {
  const points = known.get(profile) ?? pointsOf(profile);
  known.set(profile, points);
  return points;
}

const cases = (Object.keys(PROFILES) as Profile[]).flatMap((profile) =>
  ENDS.map((kind, i): [End, Profile, number] => [kind, profile, 1 + i * 23]),
);

test.each(cases)(
  'a %s at some awaits, with %s: every promise is kept',
  async (kind, profile, first) => {
    const points = await counted(profile);
    expect(points).toBeGreaterThan(150);
    for (let at = first; at <= points; at += STEP) {
      const { broken } = await strikeAt(profile, at, kind);
      expect(broken, `${kind} at await ${at}`).toEqual([]);
    }
  },
);

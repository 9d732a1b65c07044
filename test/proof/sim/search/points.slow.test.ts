import { expect, test } from 'vitest';
import { ENDS, pointsOf, PROFILES, strikeAt, type End, type Profile } from './points.ts';

const cases = (Object.keys(PROFILES) as Profile[]).flatMap((profile) =>
  ENDS.map((kind): [End, Profile] => [kind, profile]),
);

test.each(cases)('a %s at every await of a port, with %s', async (kind, profile) => {
  const points = await pointsOf(profile);
  let uncertain = 0;
  for (let at = 1; at <= points; at++) {
    const played = await strikeAt(profile, at, kind);
    expect(played.broken, `${kind} at await ${at}`).toEqual([]);
    uncertain = Math.max(uncertain, played.uncertain);
    // L4: at most as many are in doubt as were on the wire at once.
    expect(played.uncertain, `uncertain after ${kind} at await ${at}`).toBeLessThanOrEqual(2);
  }
  console.log(`${kind}, ${profile}: ${points} awaits, at most ${uncertain} uncertain`);
});

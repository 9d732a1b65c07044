import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passes, quietFor, unsaidText } from '../../../src/domain/disclosure/unsaid.ts';

describe('the share of calls that do not say that an AI speaks', () => {
  it.each([
    { judged: 19, no: 19, share: 0.1, passed: false },
    { judged: 20, no: 2, share: 0.1, passed: false },
    { judged: 20, no: 3, share: 0.1, passed: true },
    { judged: 30, no: 3, share: 0.1, passed: false },
    { judged: 20, no: 0, share: 0, passed: false },
    { judged: 20, no: 1, share: 0, passed: true },
  ])('$no of $judged passes $share: $passed', ({ judged, no, share, passed }) => {
    expect(passes({ judged, no }, share)).toBe(passed);
  });

  const isOne = ({ judged, no }: { judged: number; no: number }) => no <= judged;
  const calls = fc.record({ judged: fc.nat({ max: 300 }), no: fc.nat({ max: 300 }) }).filter(isOne);

  it('is counted again no later than it can be passed, and hardly sooner', () => {
    fc.assert(
      fc.property(calls, calls, fc.nat({ max: 99 }), (known, more, hundredths) => {
        const share = hundredths / 100;
        fc.pre(!passes(known, share));
        const quiet = quietFor(known, [share]);
        const after = { judged: known.judged + more.judged, no: known.no + more.no };
        if (passes(after, share))
          expect(more.judged >= quiet.calls || more.no >= quiet.noes).toBe(true);
        if (known.judged < 20) return;
        const noes = quiet.noes + 2;
        expect(passes({ judged: known.judged + noes, no: known.no + noes }, share)).toBe(true);
      }),
    );
  });

  it('is not counted again where nothing more is to be said', () => {
    expect(quietFor({ judged: 100, no: 50 }, [])).toEqual({ calls: Infinity, noes: Infinity });
  });

  it('is said as calls and as a share that is not rounded down', () => {
    expect(unsaidText({ judged: 1001, no: 101 })).toMatch(/^in 101 of 1001 calls \(10\.1 %\) to/);
  });
});

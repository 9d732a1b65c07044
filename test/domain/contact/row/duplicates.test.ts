import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../src/adapters/reference/load.ts';
import { SeenNumbers } from '../../../../src/domain/contact/row/duplicates.ts';
import { readRow, type RowReading } from '../../../../src/domain/contact/row/row.ts';
import { columnsOf } from '../setup.ts';

const reference = loadReference();
const columns = columnsOf(['phone', 'country', 'scheduled_at']);
const context = {
  columns,
  campaign: { defaultCountry: 'US', extract: false, scheduledAt: null },
  reference,
  now: Date.parse('2026-11-22T12:00:00Z'),
};
const row = (line: number, phone: string, more: readonly [string?, string?] = []): RowReading =>
  readRow({ line, cells: [phone, more[0] ?? '', more[1] ?? ''] }, context);

describe('the same person twice in a file', () => {
  it('the first row counts, and every later one names it, however the number is written', () => {
    const seen = new SeenNumbers(columns);
    const first = row(2, '+14155550123');
    expect(seen.check(first)).toBe(first);
    const other = row(3, '+14155550124');
    expect(seen.check(other)).toBe(other);
    expect(seen.check(row(9, '(415) 555-0123'))).toEqual({
      kind: 'problem',
      line: 9,
      cells: ['(415) 555-0123', '', ''],
      problems: [
        {
          line: 9,
          column: 'phone',
          value: '(415) 555-0123',
          code: 'duplicate',
          message: '+14155550123 is on row 2 already, and only the first row is called.',
          fix: 'Delete one of the two rows.',
        },
      ],
      fedBack: null,
      ifJoined: null,
      refusal: null,
    });
    expect(seen.size).toBe(2);
  });

  it('a row with problems takes no number, one that is only too late does', () => {
    const seen = new SeenNumbers(columns);
    const bad = row(2, '+14155550123', ['Atlantis']);
    expect(seen.check(bad)).toBe(bad);
    const late = row(3, '+14155550123', ['', '2026-11-01T00:00Z']);
    expect(seen.check(late)).toBe(late);
    const again = seen.check(row(4, '+14155550123'));
    expect(again.kind === 'problem' && again.problems[0]?.message).toContain('on row 3 already');
  });
});

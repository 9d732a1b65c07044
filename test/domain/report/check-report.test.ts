import { storeReason } from '../../../src/domain/run/reason.ts';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { readRow, type RowReading } from '../../../src/domain/contact/row/row.ts';
import { CheckReport } from '../../../src/domain/report/check-report.ts';
import { columnsOf } from '../contact/setup.ts';

const NOWHERE = storeReason({ code: 'no_time_zone' });

const columns = columnsOf(['phone', 'country', 'scheduled_at']);
const context = {
  columns,
  campaign: { defaultCountry: 'US', extract: false, scheduledAt: null },
  reference: loadReference(),
  now: Date.parse('2026-11-22T12:00:00Z'),
};
const row = (line: number, phone: string, more: readonly [string?, string?] = []): RowReading =>
  readRow({ line, cells: [phone, more[0] ?? '', more[1] ?? ''] }, context);

describe('what check says about a file', () => {
  it('counts by country and by problem, and shows the first three completed numbers', () => {
    const report = new CheckReport();
    report.add(row(2, '+442079460123'));
    for (let line = 3; line < 8; line += 1) report.add(row(line, `415 555 010${line}`));
    report.add(row(8, '+448081570123'), NOWHERE);
    for (let line = 9; line < 24; line += 1) report.add(row(line, ''));
    report.add(row(24, 'x', ['Atlantis']));
    expect(report.never()).toEqual([{ stored: NOWHERE, count: 1, lines: [8] }]);
    expect(report.byCountry()).toEqual([
      { country: 'US', count: 5 },
      { country: 'GB', count: 1 },
    ]);
    expect(report.samples).toEqual([
      { line: 3, before: '415 555 0103', after: '+14155550103' },
      { line: 4, before: '415 555 0104', after: '+14155550104' },
      { line: 5, before: '415 555 0105', after: '+14155550105' },
    ]);
    expect(
      report.problemGroups().map(({ code, count, lines }) => [code, count, lines.length]),
    ).toEqual([
      ['number_blank', 15, 5],
      ['country_unknown', 1, 1],
      ['number_none', 1, 1],
    ]);
    expect(report).toMatchObject({
      rows: 23,
      contacts: 7,
      callable: 6,
      problemRows: 16,
      problems: 17,
      completed: 5,
      fictional: 7,
      likelyCountry: 'US',
    });
  });

  it('an empty report has nobody in it', () => {
    const report = new CheckReport();
    expect([report.rows, report.likelyCountry, report.examples]).toEqual([0, null, []]);
  });
});

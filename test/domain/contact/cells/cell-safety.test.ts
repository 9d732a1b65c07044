import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectCell, unprotectCell } from '../../../../src/domain/contact/cells/cell-safety.ts';

describe('cells that a spreadsheet might take for a formula', () => {
  const cases: readonly [string, string][] = [
    ['', ''],
    ['Ann', 'Ann'],
    ["O'Neil", "O'Neil"],
    ["'tis", "'tis"],
    ['+14155550123', '+14155550123'],
    ['-12.5', '-12.5'],
    ['12', '12'],
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ['+1 415 555 0123', "'+1 415 555 0123"],
    ['+0', "'+0"],
    ['-1-1', "'-1-1"],
    ['@sum', "'@sum"],
    ['|cmd', "'|cmd"],
    ['\tx', "'\tx"],
    ['\nx', "'\nx"],
    ['\u0000', "'\u0000"],
    ['＝1', "'＝1"],
    ['－1', "'－1"],
  ];
  for (const [plain, written] of cases)
    it(`${JSON.stringify(plain)} is written as ${JSON.stringify(written)} and read back`, () => {
      expect(protectCell(plain)).toBe(written);
      expect(unprotectCell(written)).toBe(plain);
    });

  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...`'=+-@|\t\r\n0159.aA＝＋－＠`), maxLength: 6 }),
    fc.string(),
  );

  it('reading is the inverse of writing for every text', () => {
    fc.assert(fc.property(text, (cell) => unprotectCell(protectCell(cell)) === cell));
  });

  it('what is written begins with no formula character, except numbers that call nothing', () => {
    fc.assert(
      fc.property(text, (cell) => {
        const written = protectCell(cell);
        const bare = /^(?:-?\d+(?:\.\d+)?|\+[1-9]\d{6,14})$/.test(written);
        expect(bare || !/^[=+\-@\t\r\n\0|＝＋－＠]/.test(written)).toBe(true);
      }),
    );
  });
});

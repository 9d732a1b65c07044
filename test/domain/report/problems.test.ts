import { storeReason, type Reason } from '../../../src/domain/run/reason.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowProblem } from '../../../src/domain/contact/problem.ts';
import { bestStep } from '../../../src/domain/report/best-step.ts';
import { problemAdvice } from '../../../src/domain/report/problem-advice.ts';
import { ProblemGroups, type ProblemGroup } from '../../../src/domain/report/problem-groups.ts';
import type { CampaignFacts } from '../../../src/domain/report/remedy.ts';
import { loadCampaign } from '../campaign/campaign-text.ts';

const FACTS: CampaignFacts = { ignored: ['Old "Zone"'], likelyCountry: null };

const problem = (line: number, code: string, more: Partial<RowProblem> = {}): RowProblem => ({
  line,
  column: 'Phone',
  value: `cell ${line}`,
  code,
  message: `${code} of ${line}.`,
  fix: `Fix ${code}.`,
  ...more,
});

function grouped(problems: readonly RowProblem[]): readonly ProblemGroup[] {
  const groups = new ProblemGroups();
  for (const one of problems) groups.add(one);
  return groups.all();
}

describe('problems by their cause', () => {
  test('are counted by row, with the first rows, one example and what else stands there', () => {
    const problems = [2, 3, 4, 5, 6, 7, 8].map((line) => problem(line, 'number_none'));
    const [first, second] = grouped([
      problem(9, 'too_few_cells', { column: '' }),
      ...problems,
      problem(8, 'number_none'),
      problem(10, 'number_none', { value: 'cell 3' }),
    ]);
    expect(first).toMatchObject({ code: 'number_none', count: 8, lines: [2, 3, 4, 5, 6] });
    expect(first?.example).toEqual(problem(2, 'number_none'));
    expect(first?.values[0]).toEqual({ value: 'cell 3', count: 2 });
    expect(second).toMatchObject({ code: 'too_few_cells', count: 1, lines: [9] });
  });

  test('one cause in two columns is two', () => {
    const groups = grouped([
      problem(2, 'variable_missing', { column: 'Plan' }),
      problem(2, 'variable_missing', { column: 'Name' }),
    ]);
    expect(groups.map(({ column }) => column)).toEqual(['Plan', 'Name']);
  });

  test('no row is counted twice for one cause, and none is forgotten', () => {
    const anyProblem = fc.record({
      line: fc.integer({ min: 2, max: 12 }),
      code: fc.constantFrom('a', 'b', 'c'),
      column: fc.constantFrom('x', 'y'),
    });
    fc.assert(
      fc.property(fc.array(anyProblem), (found) => {
        const inOrder = [...found].sort((a, b) => a.line - b.line);
        const groups = grouped(inOrder.map((one) => problem(one.line, one.code, one)));
        const told = groups.map(({ code, column, count }) => `${code} ${column} ${count}`).sort();
        const rows = new Map<string, Set<number>>();
        for (const { code, column, line } of found) {
          const key = `${code} ${column}`;
          rows.set(key, (rows.get(key) ?? new Set()).add(line));
        }
        const wanted = [...rows].map(([key, lines]) => `${key} ${lines.size}`).sort();
        expect(told).toEqual(wanted);
      }),
    );
  });
});

const adviceFor = (code: string, facts = FACTS) => {
  const [group] = grouped([problem(2, code, { column: 'Time Zone' })]);
  if (group === undefined) throw new Error('one problem is one group');
  return problemAdvice(group, facts);
};

describe('what is to be done about a cause', () => {
  test.each([
    ['number_no_country', ['default_country: US']],
    ['number_extension', ['extract: true']],
    ['date_ambiguous', ['dates: month-first']],
    ['timezone_unusable', ['columns:', '  timezone: ignore']],
    ['country_unknown', ['columns:', '  ignore: ["Old \\"Zone\\"", "Time Zone"]']],
  ])('of %s can be pasted into the campaign file', (code, lines) => {
    const { paste } = adviceFor(code);
    expect(paste?.lines).toEqual(lines);
    expect(loadCampaign(paste?.lines ?? [])).toMatchObject({ ok: true });
  });

  test('the country that most numbers are of is the one to paste', () => {
    const { paste } = adviceFor('number_no_country', { ...FACTS, likelyCountry: 'FR' });
    expect(paste?.lines).toEqual(['default_country: FR']);
  });

  test('of any other is what the row itself says', () => {
    expect(adviceFor('number_too_short')).toEqual({
      frees: true,
      text: 'Fix number_too_short.',
      paste: null,
    });
  });
});

describe('the step that frees most people', () => {
  const never = (reason: Reason, count: number) => ({
    stored: storeReason(reason),
    count,
    lines: [2],
  });
  const missing = (rules: string) => ({ code: 'consent_missing', rules }) as const;
  const rows = (code: string, count: number): RowProblem[] =>
    Array.from({ length: count }, (_, i) => problem(i + 2, code));

  test('is the largest of causes and reasons about which something can be done', () => {
    const problems = grouped([...rows('duplicate', 9), ...rows('number_none', 3)]);
    const reasons = [never({ code: 'on_do_not_call' }, 8), never(missing('US'), 2)];
    expect(bestStep({ problems, never: reasons }, FACTS)).toMatchObject({ count: 3, of: 'rows' });
    const more = [...reasons, never(missing('FR'), 2)];
    expect(bestStep({ problems, never: more }, FACTS)).toMatchObject({
      count: 4,
      of: 'people',
      why: [storeReason(missing('US')), storeReason(missing('FR'))],
    });
  });

  test('is none where nothing can be done', () => {
    const problems = grouped(rows('duplicate', 2));
    expect(bestStep({ problems, never: [never({ code: 'on_do_not_call' }, 8)] }, FACTS)).toBeNull();
  });
});

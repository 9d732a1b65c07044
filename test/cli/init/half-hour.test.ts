import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';
import { atTerminal } from './at-terminal.ts';

/** A list as a CRM exports it, the same as CSV and as a workbook; all numbers are fictional. */
const LIST = fileURLToPath(new URL('crm-list/leads', import.meta.url));
const ANSWERS = [
  'Renewals',
  'You call {{last_name}} of {{company_name}} and ask whether they want to renew.',
  'customers: they agreed in the order form to be called about their renewal',
  'US',
  '',
];
/** What check says to paste after the first look. */
const DATES = 'dates: month-first';
const WITHOUT_ZONES = 'timezone: ignore';

interface Result {
  readonly line: number;
  readonly row: Readonly<Record<string, string>>;
  readonly orders: readonly object[];
  readonly call_state: string;
  readonly call_reason_code: string | null;
}

const digits = (cell: string): string => cell.replace(/\D/g, '');
/** The first of the two that has a digit is called. */
const phone = ({ row }: Result): string => {
  const cells = [row['Phone Number'] ?? '', row['Mobile Phone Number'] ?? ''];
  return cells.find((cell) => /\d/.test(cell)) ?? cells[0] ?? '';
};
const refuses = ({ row }: Result): boolean => /^(?:yes|true)$/i.test(row['Do Not Call?'] ?? '');

const samePhone = (a: Result, b: Result): boolean =>
  digits(phone(a)).slice(-10) === digits(phone(b)).slice(-10);

/** Whether a reason is true of the row that it is given for, by the cells alone. */
const IS_TRUE: Readonly<Record<string, (one: Result, all: readonly Result[]) => boolean>> = {
  // A person who refuses in one row is not called by another.
  row_refused: (one, all) => all.some((other) => refuses(other) && samePhone(one, other)),
  number_blank: (one) => phone(one).trim() === '',
  number_none: (one) => phone(one) !== '' && digits(phone(one)) === '',
  number_extension: (one) => /(?:x|ext)\.? ?\d+$/.test(phone(one)),
  number_several: (one) =>
    phone(one)
      .split('/')
      .every((part) => digits(part).length >= 10),
  number_too_short: (one) => digits(phone(one)).length < 10,
  // Ten digits of the United States, beside France as the country.
  number_too_long: (one) => digits(phone(one)).length > 9 && one.row['Country/Region'] === 'France',
  number_impossible: (one) => digits(phone(one)).length < 10,
  number_digits_lost: (one) => /E\+\d+$/.test(phone(one)),
  number_exit_code: (one) => phone(one).startsWith('00'),
  duplicate: (one, all) =>
    all.some((other) => {
      const [a, b] = [digits(phone(one)).slice(-7), digits(phone(other)).slice(-7)];
      return other.line < one.line && a === b;
    }),
};

const { path, read, campaign } = aFolder(() => undefined);

describe('a stranger’s half hour', () => {
  test.each(['leads.csv', 'leads.xlsx'])('with %s', { timeout: 120_000 }, async (list) => {
    copyFileSync(`${LIST}${list.slice('leads'.length)}`, path(list));
    const init = await atTerminal(path(), ['init', list, '--ledger', 'l.db'], ANSWERS);
    expect(init.code).toBe(0);
    expect(init.asked.length).toBeLessThanOrEqual(5);
    expect(init.screen).toContain(DATES);
    const written = read('leads.yaml').replace('columns:\n', `columns:\n  ${WITHOUT_ZONES}\n`);
    writeFileSync(path('leads.yaml'), `${written}${DATES}\n`);
    const run = ['run', list, '--rehearse', '--now', '2026-12-01T15:00:00Z'];
    expect(await campaign(...run)).toMatchObject({ code: 0 });
    await campaign('export', '--rehearsal', '-o', 'results.jsonl');
    const results = readFileSync(path('results.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Result);
    expect(results).toHaveLength(299);
    const called = results.filter(({ orders }) => orders.length > 0);
    expect(called.filter(refuses)).toEqual([]);
    expect(called.length).toBeGreaterThanOrEqual(213);
    const untrue = results.filter(
      (one) =>
        one.orders.length === 0 && IS_TRUE[one.call_reason_code ?? 'none']?.(one, results) !== true,
    );
    expect(untrue.map((one) => [one.line, one.call_reason_code, phone(one)])).toEqual([]);
  });
});

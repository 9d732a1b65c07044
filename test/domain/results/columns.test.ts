import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isResultColumn } from '../../../src/domain/contact/columns/result-columns.ts';
import {
  ATTEMPT_COLUMNS,
  CALL_COLUMNS,
  CALL_FILE,
  CALL_TRANSCRIPT,
} from '../../../src/domain/results/columns.ts';
import { columnsOf } from '../contact/setup.ts';
import { cutText, MAX_RESULT_LENGTH } from '../../../src/domain/results/cell.ts';
import { markHeader, OwnColumns, unmarkHeader } from '../../../src/domain/results/own-columns.ts';
import { declaredOutputs } from '../../../src/domain/campaign/assistant.ts';
import { OutputColumns } from '../../../src/domain/results/output-columns.ts';
import { aContact, aFile, anAttempt, anOrder, aRow, aTable, lineOf } from './builders.ts';

const own = (...headers: readonly (readonly string[])[]): OwnColumns =>
  new OwnColumns(headers.map((one, at) => aFile({ id: at + 1, headers: one })));

describe('the own columns', () => {
  test('are those of the first file, then what the others have besides', () => {
    const columns = own(['phone', 'name'], ['city', 'phone', 'vip']);
    expect(columns.headers).toEqual(['phone', 'name', 'city', 'vip']);
    expect(columns.cells(aRow({ fileId: 2, cells: ['Ghent', '+1', 'no'] }))).toEqual([
      '+1',
      '',
      'Ghent',
      'no',
    ]);
  });

  test('lose their byte order mark and the space around them', () => {
    expect(own(['\uFEFF\uFEFFphone ', ' name']).headers).toEqual(['phone', 'name']);
  });

  test('may be nameless, and each keeps its cell', () => {
    const columns = own(['phone', '', ''], ['', 'phone']);
    expect(columns.headers).toEqual(['phone', '', '']);
    expect(columns.cells(aRow({ cells: ['+1', 'a', 'b'] }))).toEqual(['+1', 'a', 'b']);
    expect(columns.entries(aRow({ cells: ['+1', '', 'b'] }))).toEqual([
      ['phone', '+1'],
      ['column 3', 'b'],
    ]);
    expect(own(['column 2', '']).entries(aRow({ cells: ['a', 'b'] }))).toEqual([
      ['column 2', 'a'],
      ['(column 2)', 'b'],
    ]);
  });
});

/** The two by which an export is recognised. */
const WHO = ['call_contact', 'call_state'];

describe('own columns that are named like results', () => {
  test('of an export that was fed back lose the results of then', () => {
    const columns = own([
      'phone',
      "'=x",
      "'call_notes",
      ...WHO,
      'output.ok',
      'Call_Reason',
      'call_me',
    ]);
    expect(columns.headers).toEqual(['phone', '=x', 'call_notes', 'call_me']);
    const cells = ['+1', 'a', 'b', 'c1', 'reached', 'yes', 'c', 'd'];
    expect(columns.cells(aRow({ cells }))).toEqual(['+1', 'a', 'b', 'd']);
  });

  test('of any other file are all the owner’s, whatever their names', () => {
    const files = [aFile({ headers: ['phone', 'call_notes', 'output.old'] })];
    expect(aTable({ files }).headers.slice(0, 4)).toEqual([
      'phone',
      "'call_notes",
      "'output.old",
      'call_mode',
    ]);
  });

  test('that are marked are the same prompt variable when they come back', () => {
    const columns = columnsOf(['phone', markHeader('call_notes'), ...WHO]);
    expect([...columns.variables.keys()]).toEqual(['call_notes']);
  });

  test('every column of an export is known as one of ours', () => {
    const names = [...CALL_COLUMNS, ...ATTEMPT_COLUMNS].map((column) => column.name);
    const foreign = [...names, CALL_FILE, CALL_TRANSCRIPT].filter((name) => !isResultColumn(name));
    expect(foreign).toEqual([]);
  });

  test('are marked in a way that can be taken back, and never look like a result', () => {
    const header = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('', "'", "''"), fc.constantFrom('call_', 'Output.'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(header, (text) => {
        const name = text.trim();
        expect(unmarkHeader(markHeader(name))).toBe(name);
        expect(isResultColumn(markHeader(name))).toBe(false);
      }),
    );
  });
});

describe('every result column', () => {
  test.each([true, false])('is dropped when it is fed back (attempts: %s)', (attempts) => {
    const table = aTable({ files: [aFile({ headers: [] })], outputs: ['confirmed'], attempts });
    expect(table.headers.filter((header) => !isResultColumn(header))).toEqual([]);
    expect(table.headers).toEqual(expect.arrayContaining(['call_contact', 'call_state']));
    expect(new Set(table.headers).size).toBe(table.headers.length);
  });
});

describe('the output columns', () => {
  test('are the declared ones in their order, then what was seen besides', () => {
    const outputs = new OutputColumns(['when', 'ok']);
    outputs.see({ extra: 1, ok: true });
    outputs.see(null);
    expect(outputs.headers).toEqual(['output.when', 'output.ok', 'output.extra']);
    expect(outputs.cells({ extra: { a: [1] }, ok: false, when: null })).toEqual([
      null,
      false,
      '{"a":[1]}',
    ]);
    expect(outputs.cells(null)).toEqual([null, null, null]);
  });

  test('keep numbers and texts as they are', () => {
    const outputs = new OutputColumns(['a', 'b', 'c']);
    expect(outputs.cells({ a: 1.5, b: 'yes', c: Infinity })).toEqual([1.5, 'yes', null]);
  });

  test('have different names even where the fields differ only in what is not shown', () => {
    const outputs = new OutputColumns(['ok']);
    outputs.see({ 'ok ': 1, 'o\u0000k': 2, ['__proto__']: 3, constructor: 4 });
    expect(outputs.headers).toEqual([
      'output.ok',
      'output.ok (2)',
      'output.ok (3)',
      'output.__proto__',
      'output.constructor',
    ]);
    expect(outputs.cells({ 'o\u0000k': 2, ['__proto__']: 3 })).toEqual([null, null, 2, 3, null]);
  });

  test('are bounded: what is too much goes into one of them', () => {
    const outputs = new OutputColumns(['first']);
    const all = Object.fromEntries(Array.from({ length: 503 }, (_, nth) => [`field_${nth}`, nth]));
    outputs.see(all);
    expect(outputs.headers).toHaveLength(502);
    expect(outputs.headers.at(-1)).toBe('output.(others)');
    expect(outputs.cells(all).at(-1)).toBe('{"field_500":500,"field_501":501,"field_502":502}');
  });

  test('are declared by the assistant, if it is in the campaign file', () => {
    const fields = [{ name: 'when', type: 'date' }, { name: 'ok' }, 'nonsense', { type: 'date' }];
    expect(declaredOutputs({ structured_output_config: fields })).toEqual(['when', 'ok']);
    expect(declaredOutputs({ prompt: 'Say hello.' })).toEqual([]);
    expect(declaredOutputs(null)).toEqual([]);
  });
});

describe('a long text', () => {
  test('is cut with a mark, and never through a character', () => {
    expect(cutText('short', 5)).toBe('short');
    const cut = cutText('😀'.repeat(60), 100);
    expect(cut).toMatch(/^😀+ … \[cut: the \.jsonl export has all of it\]$/u);
    expect(cut.length).toBeLessThanOrEqual(100);
    expect(cutText('a'.repeat(101), 100)).toHaveLength(100);
  });

  test('of the provider is cut before the file cannot be read again', () => {
    const content = 'x'.repeat(MAX_RESULT_LENGTH + 1);
    const attempts = [anAttempt({ transcript: [{ role: 'user', content }] })];
    const line = lineOf(aRow({ contact: aContact({ orders: [anOrder({ attempts })] }) }));
    expect(line['call_transcript']).toHaveLength(MAX_RESULT_LENGTH);
  });
});

import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ResultsFileError,
  resultsFormat,
  resultsStream,
  resultsTarget,
} from '../../../../src/adapters/files/results/results-file.ts';
import { lineOf, open, ResultsFolder, write } from './results-setup.ts';

let folder: ResultsFolder;
beforeEach(() => {
  folder = new ResultsFolder();
});
afterEach(() => {
  folder.remove();
});

async function refusal(work: Promise<unknown>): Promise<ResultsFileError> {
  const error: unknown = await work.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (error instanceof ResultsFileError) return error;
  throw new Error(`refused with ${String(error)}`);
}

describe('the file of the results', () => {
  test('appears under its name only when it is complete', async () => {
    const path = folder.at('results.csv');
    const writer = await open(path);
    await writer.write(lineOf('+12125550101', 'reached'));
    expect(existsSync(path)).toBe(false);
    await writer.close();
    expect(folder.names).toEqual(['results.csv']);
    expect(readFileSync(path, 'utf8')).toBe('\uFEFFphone,call_state\r\n+12125550101,reached\r\n');
  });

  test.skipIf(platform() === 'win32')('can be read by nobody else', async () => {
    const path = folder.at('results.csv');
    await write(path, []);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test.each(['csv', 'jsonl', 'xlsx'] as const)(
    'that was abandoned leaves nothing behind (%s)',
    async (format) => {
      const writer = await open(folder.at(`results.${format}`), { format });
      for (let nth = 0; nth < 5_000; nth += 1) await writer.write(lineOf(`Person ${nth}`, 'x'));
      expect(folder.names).toHaveLength(1);
      await writer.abandon();
      await writer.abandon();
      expect(folder.names).toEqual([]);
    },
  );

  test('is not taken from another process that is writing, nor from one that was killed', async () => {
    const path = folder.at('results.csv');
    const first = await open(path);
    const second = await open(path);
    expect(folder.names).toHaveLength(2);
    await second.close();
    expect((await refusal(first.close())).code).toBe('exists');
    await first.abandon();
    expect(folder.names).toEqual(['results.csv']);
  });
});

describe('a file that exists', () => {
  test('is refused before anything is read, and left as it is', async () => {
    const path = folder.at('results.csv');
    writeFileSync(path, 'mine');
    const error = await refusal(resultsTarget(path, { force: false }));
    expect(error.code).toBe('exists');
    expect(error.message).toBe(`"${path}" exists already.`);
    expect(error.hint).toContain('--force');
    expect((await refusal(open(path))).code).toBe('exists');
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(folder.names).toEqual(['results.csv']);
  });

  test('is refused at the end too, when it came into being meanwhile', async () => {
    const path = folder.at('results.csv');
    const writer = await open(path);
    writeFileSync(path, 'mine');
    expect((await refusal(writer.close())).code).toBe('exists');
    await writer.abandon();
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(folder.names).toEqual(['results.csv']);
  });

  test('is replaced by force, once the new one is complete', async () => {
    const path = folder.at('results.csv');
    writeFileSync(path, 'mine');
    const writer = await open(path, { force: true });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    await writer.close();
    expect(readFileSync(path, 'utf8')).toBe('\uFEFFphone,call_state\r\n');
  });

  test('is kept when the one that was to replace it is abandoned', async () => {
    const path = folder.at('results.csv');
    writeFileSync(path, 'mine');
    await (await open(path, { force: true })).abandon();
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(folder.names).toEqual(['results.csv']);
  });
});

describe('a place that is no file', () => {
  test('is refused even by force: a folder', async () => {
    mkdirSync(folder.at('results.csv'));
    const error = await refusal(open(folder.at('results.csv'), { force: true }));
    expect(error.code).toBe('directory');
  });

  test('is refused even by force: a link, also one that leads nowhere', async () => {
    const path = folder.at('results.csv');
    symlinkSync(folder.at('elsewhere.csv'), path);
    const error = await refusal(open(path, { force: true }));
    expect(error.code).toBe('unwritable');
    expect(error.message).toContain('a link to another place');
    expect(existsSync(folder.at('elsewhere.csv'))).toBe(false);
  });

  test('is refused: a folder that does not exist, or is a file', async () => {
    const missing = await refusal(open(folder.at('nowhere/results.csv')));
    expect([missing.code, missing.hint]).toEqual([
      'unwritable',
      'Its folder does not exist: create it, or name another one.',
    ]);
    writeFileSync(folder.at('plain'), '');
    expect((await refusal(open(folder.at('plain/results.csv')))).code).toBe('unwritable');
  });
});

describe('the form of the results', () => {
  test.each([
    ['results.csv', 'csv'],
    ['My.Results.XLSX', 'xlsx'],
    ['/a.b/results.jsonl', 'jsonl'],
  ])('of %s is %s', (path, format) => {
    expect(resultsFormat(path)).toBe(format);
  });

  test.each(['results', 'results.xls', '/a.csv/results', '.csv'])(
    'of %s is not known, and the three are named',
    async (path) => {
      const error = await refusal(resultsTarget(path, { force: false }));
      expect(error.code).toBe('format');
      expect(error.message).toContain('.csv, .xlsx or .jsonl');
    },
  );

  test('as JSONL is one object for each line', async () => {
    const path = folder.at('results.jsonl');
    await write(path, [lineOf('a\n\uD800', 1), lineOf(null, true)], { format: 'jsonl' });
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[0] ?? '')).toEqual({ cells: ['a\n\uD800', 1] });
    expect(lines.slice(1)).toEqual(['{"cells":[null,true]}', '']);
  });
});

describe('to a stream', () => {
  const shape = { headers: ['phone'], delimiter: ';', sheetName: 'results' };

  test('CSV has no byte order mark, and the stream stays open', async () => {
    const chunks: string[] = [];
    const stream = new Writable({
      decodeStrings: false,
      write: (chunk: string, _encoding, done) => {
        chunks.push(chunk);
        done();
      },
    });
    const writer = await resultsStream(stream).open(shape);
    await writer.write(lineOf('a;b'));
    await writer.close();
    expect(chunks.join('')).toBe('phone\r\n"a;b"\r\n');
    expect(stream.writableEnded).toBe(false);
    expect(stream.listenerCount('error')).toBe(0);
  });

  test('no more is made than the reader takes', async () => {
    let release = (): void => undefined;
    const stream = new Writable({ write: (_chunk, _encoding, done) => (release = done) });
    const writer = await resultsStream(stream).open(shape);
    let written = 0;
    const all = (async () => {
      for (; written < 10; written += 1) await writer.write(lineOf('x'.repeat(70_000)));
    })();
    await new Promise(setImmediate);
    expect(written).toBe(0);
    release();
    await new Promise(setImmediate);
    expect(written).toBe(1);
    stream.destroy();
    await expect(all).rejects.toThrow('the output was closed');
    await writer.abandon();
  });

  test('a reader that has gone away is an error of the write, not of the process', async () => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
    const writer = await resultsStream(stream, 'jsonl').open(shape);
    await writer.write(lineOf('a'));
    await expect(writer.close()).rejects.toThrow('EPIPE');
    await writer.abandon();
  });
});

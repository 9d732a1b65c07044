import { writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { readNumberList } from '../../../src/cli/lists/number-list.ts';
import { aFolder } from '../desk/folder.ts';

const { path, write, campaign } = aFolder((folder) => {
  folder.write('people.csv', ['phone', '+819012345678', '+819012345679']);
  folder.write('people.yaml', [
    'name: Calls',
    'assistant: { prompt: Say hello. }',
    'consent: { basis: customers, statement: They agreed to be called. }',
    'suppress: left.csv',
  ]);
});
const tables = loadReference().numbers;

/** Whom a list bars, row by row; or that it cannot be read. */
async function read(bytes: Buffer, country: string, otherwise: string | null): Promise<string> {
  const file = path('left.csv');
  writeFileSync(file, Uint8Array.from(bytes));
  const rows: string[] = [];
  try {
    for await (const row of readNumberList(file, { countries: [country], tables }, { otherwise })) {
      if (row.unreadable !== null) return 'refused';
      rows.push(row.numbers.join());
    }
  } catch {
    return 'refused';
  }
  return rows.join('; ');
}

const LISTS: readonly (readonly [string, string, string])[] = [
  [
    'shift_jis',
    'JP',
    '氏名,電話番号,備考\n山田ソ,+81 90-1234-5678,能力\n花子,090-1234-5679,解約ー\n',
  ],
  ['shift_jis', 'JP', 'ﾅﾏｴ|Phone\nｱｲｳ|090-1234-5678\n'],
  ['shift_jis', 'JP', 'Phone\n０９０-１２３４-５６７８\n090-1234-５６７９\n'],
  ['shift_jis', 'JP', 'Phone\n090-1234567-８\n'],
  ['euc-jp', 'JP', '氏名,電話番号\n山田,090-1234-5678\n田中,090-1234-５６７９\n'],
  ['gbk', 'CN', '姓名,Phone\n李四,138-0013-8001\n丂亅,138-0013-８００２\n'],
  ['big5', 'TW', '姓名,電話\n許功蓋,0912-345-678\n林,09１２-345-679\n'],
  ['euc-kr', 'KR', '이름,Phone\n김철수,010-1234-5678\n'],
  ['windows-1251', 'RU', 'Имя,Телефон\nИван,8 (912) 345-67-89\nПётр,+7 912 345-67-80\n'],
  ['koi8-r', 'RU', 'Имя;Телефон\nИван;8 (912) 345-67-89\n'],
  ['macintosh', 'FR', 'Name,Téléphone\nZoë,06 12 34 56 78\n'],
  ['windows-1250', 'CZ', 'Jméno,Mobilní telefon\nŽofie,601 123 456\n'],
  ['windows-1255', 'IL', 'שם,Phone\nדוד,050-123-4567\n'],
  ['windows-874', 'TH', 'ชื่อ,Phone\nสมชาย,081-234-5678\n'],
  ['utf-16le', 'FR', 'Name,Téléphone\nZoë,06 12 34 56 78\n'],
  ['utf-16be', 'JP', '氏名,電話\nー,090-1234-5678\n'],
];

it.each(LISTS)(
  'I14 a list in %s of %s is read by its name as in UTF-8',
  async (name, country, text) => {
    const right = await read(Buffer.from(text), country, null);
    expect(right).not.toBe('refused');
    expect(await read(iconv.encode(text, name), country, name)).toBe(right);
  },
);

it.each(LISTS)(
  'I14 a list in %s of %s without its name bars the same people, or stops',
  async (name, country, text) => {
    const right = await read(Buffer.from(text), country, null);
    const bars = await read(iconv.encode(text, name), country, null);
    expect([right, 'refused']).toContain(bars);
  },
);

it.each(['utf-16le', 'utf-16be', 'utf-8'])(
  'a list in %s with its mark is what it says, whatever the campaign names',
  async (name) => {
    const text = '氏名\t電話\nー\t090-1234-5678\n';
    const bytes = iconv.encode(text, name, { addBOM: true });
    expect(await read(bytes, 'JP', 'shift_jis')).toBe('+819012345678');
  },
);

it('a list in UTF-8 without a mark is not read by the name of another encoding', async () => {
  const text = '氏名,電話\nー,090-1234-5678\n';
  expect(await read(Buffer.from(text), 'JP', 'shift_jis')).toBe('+819012345678');
});

const RUN = ['run', 'people.csv', '--now', '2026-12-01T03:00:00Z'];
const list = (): void => {
  const bytes = iconv.encode('氏名,電話番号\n花子,+81 90-1234-5678\n', 'shift_jis');
  writeFileSync(path('left.csv'), Uint8Array.from(bytes));
};

it('a run says how a list is read whose encoding nobody has named, and calls nobody', async () => {
  list();
  const { code, err } = await campaign(...RUN);
  expect(code).toBe(2);
  expect(err).toContain('--encoding');
});

it.each(['flag', 'campaign file'])('a run reads the list by the encoding of the %s', async (by) => {
  list();
  if (by === 'campaign file')
    write('people.yaml', [
      'name: Calls',
      'encoding: shift_jis',
      'assistant: { prompt: Say hello. }',
      'consent: { basis: customers, statement: They agreed to be called. }',
      'suppress: left.csv',
    ]);
  const { code, err } = await campaign(
    ...RUN,
    ...(by === 'flag' ? ['--encoding', 'shift_jis'] : []),
  );
  expect(code).toBe(0);
  expect(err).toContain('1 contact is on the suppress lists of the campaign');
});

describe('a run whose encoding was named on the command line', () => {
  const begin = async (): Promise<void> => {
    list();
    const { code, err } = await campaign(...RUN, '--encoding', 'shift_jis', '--limit', '1');
    expect({ code, err }).toMatchObject({ code: 0 });
  };

  it('I14 is resumed without the option: its list is read as it was', async () => {
    write('people.csv', ['phone', '+819012345679', '+819012345680', '+819012345681']);
    await begin();
    const bytes = iconv.encode('氏名,電話番号\n花子,+81 90-1234-5681\n', 'shift_jis');
    writeFileSync(path('left.csv'), Uint8Array.from(bytes));
    const { code, err } = await campaign('resume', '--rehearsal');
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(err).toContain('1 contact is on the suppress lists of the campaign');
  });

  it('is told to read a file again by the same encoding', async () => {
    write('people.csv', ['phone', '+819012345679', '+819012345680']);
    await begin();
    // As a version before this one could have read it, which knew no second phone column.
    const db = openDatabase(path('l.rehearsal.db'), { synchronous: 'normal' });
    db.exec(`update file set read_as = null, headers = '["phone","mobile"]'`);
    db.close();
    const { code, err } = await campaign('resume', '--rehearsal');
    expect({ code, err }).toMatchObject({ code: 2 });
    expect(err).toMatch(
      /campaign run \S+people\.csv --encoding shift_jis --ledger l\.db --rehearse/,
    );
  });
});

it('the command that is advised next reads the list as this one did', async () => {
  list();
  const named = ['--encoding', 'shift_jis'];
  const next = /^Next: .*/m;
  const checked = await campaign('check', 'people.csv', ...named);
  expect(next.exec(checked.err)?.[0]).toContain('--encoding shift_jis');
  const planned = await campaign('plan', 'people.csv', ...named);
  expect(planned).toMatchObject({ code: 0 });
  expect(planned.out + planned.err).toMatch(/campaign run people\.csv --encoding shift_jis/);
  write('alone.csv', ['phone', '+819012345679']);
  const alone = await campaign('check', 'alone.csv', ...named);
  expect(next.exec(alone.err)?.[0]).toContain('campaign init alone.csv --encoding shift_jis');
});

it('why reads the lists by the encoding that is named', async () => {
  list();
  const { code, out } = await campaign('why', 'people.csv:2', '--encoding', 'shift_jis');
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('left.csv') as unknown });
});

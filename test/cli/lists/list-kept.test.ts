import { copyFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aFolder } from '../desk/folder.ts';

const NUMBER = '+13175550161';
const { path, write, read, campaign } = aFolder(() => undefined);

/** What is found in the ledger's own file, when its log is lost. */
async function withoutLog(): Promise<string> {
  copyFileSync(path('l.db'), path('copy.db'));
  const ledger = openLedger(path('copy.db'), 'live');
  try {
    return (await ledger.barred()).map(({ e164 }) => e164).join(' ');
  } finally {
    ledger.close();
  }
}

test.each([
  ['add', ['dnc', 'add', NUMBER]],
  ['import', ['dnc', 'import', 'no.csv']],
])(
  'what dnc %s has put on the list outlives the log of a ledger at which a session works',
  async (_, args) => {
    write('no.csv', ['phone', NUMBER]);
    const session = openLedger(path('l.db'), 'live');
    try {
      expect(await campaign(...args)).toMatchObject({ code: 0 });
      expect(await withoutLog()).toBe(NUMBER);
      expect((await campaign('dnc', 'remove', NUMBER)).code).toBe(0);
      expect(await withoutLog()).toBe('');
    } finally {
      session.close();
    }
  },
);

/** 電話,名前 in Shift-JIS, and a person. */
const SHIFT_JIS = Buffer.from(
  '936498622c96bc914f0a' + '2b31333137353535303136312c89d48e710a',
  'hex',
);

test('init and dnc import read a list in the encoding that is named', async () => {
  writeFileSync(path('leads.csv'), Uint8Array.from(SHIFT_JIS));
  const named = ['--encoding', 'shift_jis'];
  const imported = await campaign('dnc', 'import', 'leads.csv', ...named);
  expect([imported.code, imported.err]).toEqual([0, expect.stringContaining('1 added')]);
  expect((await campaign('dnc', 'remove', NUMBER)).code).toBe(0);
  const given = ['--company', 'Firma', '--say', 'Hello.', '--consent-basis', 'customers'];
  const stated = ['--consent-statement', 'They agreed.', '--yes'];
  const made = await campaign('init', 'leads.csv', ...named, ...given, ...stated);
  expect(made.code, made.err).toBe(0);
  expect(read('leads.yaml')).toContain('encoding: "shift_jis"');
  const { err, out } = await campaign('check', 'leads.csv');
  expect(err + out).not.toContain('Windows-1252');
});

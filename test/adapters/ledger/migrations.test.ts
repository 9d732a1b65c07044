import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS, type Migration } from '../../../src/adapters/ledger/migrations/migrations.ts';

/** Of the text of each released migration; a new one is added here with its own. */
const HASHES: Readonly<Record<number, string>> = {
  1: 'd7f45688b44212ac',
  2: '46b2cf18e36e8887',
  3: 'eeea88d07d104398',
  4: '119478c888dd3b9a',
  5: '41271d4d9b21cf33',
  6: 'a3baf2c84b337cc4',
  7: '577caaaadbad3f5c',
  8: 'd98b54eb421455d8',
  9: 'b54c69808a3bd74e',
  10: 'efa2b819547cd2fb',
  11: '4ba5f0e2a7ebdfbf',
  12: 'e3741d41f43f2204',
  13: 'ba093ca3146d68e5',
  14: '6c6b5cbf718cd58e',
  15: 'd57e760d92f7f07f',
  16: 'ae97824f9ca655cb',
  17: 'ebe58485e843e01f',
  18: '4e53fa45498c6fb1',
  19: '78591c996f2cc78b',
  20: '7452bc9cbc2f6a3a',
};

const hashOf = ({ sql }: Migration): string =>
  createHash('sha256').update(sql).digest('hex').slice(0, 16);

/** The versions whose text is not the one that ledgers in use were made with. */
const edited = (migrations: readonly Migration[]): readonly number[] =>
  migrations.filter((one) => hashOf(one) !== HASHES[one.version]).map(({ version }) => version);

describe('migrations', () => {
  it('are as they were released: ledgers that exist were made with these texts', () => {
    expect(edited(MIGRATIONS)).toEqual([]);
  });

  it('have a hash each, and are numbered without a gap', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual(MIGRATIONS.map((_, i) => i + 1));
    expect(Object.keys(HASHES).map(Number)).toEqual(versions);
  });

  it.each(MIGRATIONS)('$version ($name) cannot be edited unseen', (migration) => {
    const one = { ...migration, sql: migration.sql.replace('text', 'blob').concat(' ') };
    expect(edited(MIGRATIONS.map((each) => (each === migration ? one : each)))).toEqual([
      migration.version,
    ]);
  });
});

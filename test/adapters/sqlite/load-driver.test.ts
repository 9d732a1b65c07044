import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { toDriverError } from '../../../src/adapters/sqlite/driver-error.ts';
import { driverNameFor, examineDriver } from '../../../src/adapters/sqlite/load-driver.ts';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';

test.each([
  ['20.19.0', 'better-sqlite3-node20'],
  ['21.7.3', 'better-sqlite3-node20'],
  ['22.0.0', 'better-sqlite3'],
  ['24.15.1', 'better-sqlite3'],
  ['26.0.0', 'better-sqlite3'],
  ['100.0.0', 'better-sqlite3'],
])('Node %s uses %s', (node, driver) => {
  expect(driverNameFor(node)).toBe(driver);
});

test('the driver of this Node loads, and says its version', () => {
  expect(examineDriver()).toEqual({
    driver: expect.stringMatching(/^better-sqlite3(-node20 12| 13)\.\d+\.\d+$/) as string,
    sqlite: expect.stringMatching(/^3\.\d+\.\d+$/) as string,
  });
});

test('a driver that was compiled for another Node is built again, not installed', () => {
  const said = `The module '/x/better_sqlite3.node'\nwas compiled against a different Node.js version using\nNODE_MODULE_VERSION 115.`;
  const error = toDriverError(new Error(said), {
    name: 'better-sqlite3-node20',
    node: '20.19.0',
    platform: 'linux-x64',
    program: '/opt/phone campaign',
  });
  expect(error.message).toMatch(
    /Node 20\.19\.0, better-sqlite3-node20, was compiled for another Node$/,
  );
  expect(error.fix).toMatch(/^npm --prefix "\/opt\/phone campaign" rebuild better-sqlite3-node20 /);
});

/** What a part of the program leaves behind: handles, statements, a pragma. */
function leavings(): WeakRef<object>[] {
  const left: WeakRef<object>[] = [];
  for (let i = 0; i < 20; i++) {
    const db = openDatabase(':memory:', { synchronous: 'normal' });
    const statement = db.prepare('select 1');
    statement.all();
    db.close();
    left.push(new WeakRef(db), new WeakRef(statement));
  }
  return left;
}

test('no handle and no statement is ever left to the garbage collector', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const left = leavings();
  const other = new WeakRef({});
  // A reference that was just made is kept until the turn ends.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(other.deref()).toBeUndefined();
  expect(left.filter((ref) => ref.deref() === undefined)).toEqual([]);
});

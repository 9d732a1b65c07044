import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cloudFolder, placeOf, type LedgerPlace } from '../../../src/adapters/files/place.ts';
import { placeFindings } from '../../../src/cli/upkeep/ledger-findings.ts';

const GOOD: LedgerPlace = {
  folder: '/home/ana/.local/share/phone-campaign',
  freeBytes: 10_000_000_000,
  network: null,
  userspace: false,
  cloud: null,
  writable: true,
  open: [],
};
const found = (change: Partial<LedgerPlace>): string[] =>
  placeFindings('live ledger', { ...GOOD, ...change }).map(({ level, text }) => `${level} ${text}`);

test('a good place is said in one line', () => {
  expect(found({})).toEqual([`ok ${GOOD.folder}: local, yours alone, 9,537 MiB free`]);
  expect(found({ freeBytes: null })).toEqual([expect.stringMatching(/free space is not known/)]);
});

test.each([
  [{ network: 'NFS' }, /^attention .* is on NFS/],
  [{ cloud: 'Dropbox' }, /^attention .*synchronised \(Dropbox\)/],
  [{ userspace: true }, /^note .*FUSE/],
  [{ writable: false }, /^attention .*cannot be written/],
  [{ freeBytes: 67_108_863 }, /^attention only 64 MiB are free/],
  [{ open: [{ file: 'ledger.db', mode: '0644' }] }, /^attention ledger\.db has mode 0644/],
] as const)('%o', (change, said) => {
  expect(found(change)).toEqual([expect.stringMatching(said)]);
});

test.runIf(process.platform !== 'win32')('a command that is suggested can be pasted', () => {
  const open = [{ file: "/home/ana/o'neill's calls/ledger.db", mode: '0644' }];
  expect(placeFindings('live ledger', { ...GOOD, open })[0]?.fix).toBe(
    `chmod 600 '/home/ana/o'\\''neill'\\''s calls/ledger.db'`,
  );
});

test('space for one more byte than the least is enough', () => {
  expect(found({ freeBytes: 67_108_864 })).toEqual([expect.stringMatching(/^ok /)]);
});

test.each([
  ['/home/ana/Dropbox/calls', 'Dropbox'],
  ['C:\\Users\\Ana\\OneDrive - Example\\calls', 'OneDrive - Example'],
  ['/Users/ana/Library/Mobile Documents/x', 'Mobile Documents'],
  ['/Users/ana/Library/CloudStorage/GoogleDrive-ana/My Drive', 'GoogleDrive-ana'],
  ['/home/ana/Nextcloud', 'Nextcloud'],
  ['/home/ana/dropbox-notes', null],
  ['/home/ana/synchronous/ledger', null],
])('%s is in %s', (path, cloud) => {
  expect(cloudFolder(path)).toBe(cloud);
});

test('a place that is not there yet is judged by the folder above it', () => {
  const root = mkdtempSync(join(tmpdir(), 'place-'));
  mkdirSync(join(root, 'Dropbox'));
  const place = placeOf(join(root, 'Dropbox', 'new', 'ledger.db'), []);
  expect(place).toMatchObject({ folder: join(root, 'Dropbox'), cloud: 'Dropbox', open: [] });
  expect(place.freeBytes).toBeGreaterThan(0);
  rmSync(root, { recursive: true });
});

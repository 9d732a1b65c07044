import { expect, it } from 'vitest';
import { findAccess } from '../../../../src/cli/run/live/access.ts';
import { Failure } from '../../../../src/cli/terminal/failure.ts';
import { runMode, type ModeFlags } from '../../../../src/cli/run/mode.ts';

/** The table of docs/operations.md: key set, somebody to ask, flags. */
const outcome = (flags: ModeFlags, keySet: boolean, canAsk: boolean): string => {
  try {
    const mode = runMode(flags, { keySet, canAsk, keyFile: 'a-file' });
    if (mode.mode === 'rehearsal') return 'rehearsal';
    const { agreement } = mode;
    if (agreement.kind === 'yes') return `live, ${agreement.people ?? 'any number'}`;
    return agreement.orRehearse ? 'offer' : 'ask';
  } catch (cause) {
    if (cause instanceof Failure) return `exit ${cause.exit}`;
    throw cause;
  }
};

it.each<{ name: string; flags: ModeFlags; key: boolean; asks: boolean; expected: string }>([
  { name: 'nothing said, no key', flags: {}, key: false, asks: true, expected: 'rehearsal' },
  {
    name: 'nothing said, no key, nobody there',
    flags: {},
    key: false,
    asks: false,
    expected: 'rehearsal',
  },
  { name: 'nothing said, a key', flags: {}, key: true, asks: true, expected: 'offer' },
  {
    name: 'nothing said, a key, nobody there',
    flags: {},
    key: true,
    asks: false,
    expected: 'exit 2',
  },
  { name: 'a rehearsal', flags: { rehearse: true }, key: true, asks: false, expected: 'rehearsal' },
  { name: 'live', flags: { live: true }, key: true, asks: true, expected: 'ask' },
  { name: 'live without a key', flags: { live: true }, key: false, asks: true, expected: 'exit 2' },
  { name: 'live, nobody there', flags: { live: true }, key: true, asks: false, expected: 'exit 2' },
  {
    name: 'live, agreed',
    flags: { live: true, yes: true },
    key: true,
    asks: false,
    expected: 'live, any number',
  },
  {
    name: 'live, agreed at a terminal',
    flags: { live: true, yes: true },
    key: true,
    asks: true,
    expected: 'live, any number',
  },
  {
    name: 'live, agreed for 212',
    flags: { live: true, yes: '212' },
    key: true,
    asks: false,
    expected: 'live, 212',
  },
  {
    name: 'live, agreed for something',
    flags: { live: true, yes: 'leads.csv' },
    key: true,
    asks: false,
    expected: 'exit 2',
  },
  { name: 'agreed to nothing', flags: { yes: true }, key: true, asks: false, expected: 'exit 2' },
  {
    name: 'both',
    flags: { live: true, rehearse: true },
    key: true,
    asks: true,
    expected: 'exit 2',
  },
])('$name', ({ flags, key, asks, expected }) => {
  expect(outcome(flags, key, asks)).toBe(expected);
});

it('an address that is set and empty is refused: a script that fills no variable phones nobody', () => {
  const env = { REVOX_API_KEY: 'a-key', REVOX_BASE_URL: '' };
  expect(() => findAccess({ env })).toThrow('REVOX_BASE_URL is set and empty');
  expect(findAccess({ env: { REVOX_API_KEY: 'a-key' } })?.origin).toBe('https://www.getrevox.com');
});

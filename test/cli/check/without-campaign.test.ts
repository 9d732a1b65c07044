import { describe, expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';

/** A list of which nothing is said in a campaign file: two columns of numbers, one number without its country. */
const { write, campaign } = aFolder((folder) => {
  folder.write('leads.csv', [
    'First Name,Phone,Mobile Phone,Opted in',
    'Ana,202-555-0123,,2026-03-01',
    'Ben,+12025550124,+12025550188,',
  ]);
});

describe('a list without a campaign file', () => {
  test('is checked by the columns that init would take, and they are named', async () => {
    const { code, out, err } = await campaign('check', 'leads.csv');
    expect(code).toBe(2);
    expect(out).toContain('Phone (phone), Mobile Phone (phone).');
    expect(out).not.toContain('do not match the campaign');
    expect(out).toContain('1 row has problems');
    expect(err.trimEnd().split('\n').at(-1)).toBe('Next: campaign init leads.csv --ledger l.db');
  });

  test('has nothing to be pasted into a file that is not there yet', async () => {
    const before = await campaign('check', 'leads.csv');
    const said = before.out + before.err;
    expect(said).toContain('in leads.yaml, once campaign init has written it, write:\n');
    expect(said).not.toMatch(/in leads\.yaml(?:,| under|:) (?!once)/);
    expect(said).not.toContain('in leads.yaml write:');
    await campaign('init', 'leads.csv', '--yes', '--company', 'Byron Bakery');
    const after = await campaign('check', 'leads.csv');
    expect(after.out).toContain('in leads.yaml write:\n');
  });

  test('whose columns nobody can tell is not said to differ from a campaign', async () => {
    write('notes.csv', ['Name,Remark', 'Ana,calls back']);
    const { code, err } = await campaign('check', 'notes.csv');
    expect(code).toBe(2);
    expect(err).toContain('which columns of notes.csv are what is not clear:');
    expect(err).not.toContain('match the campaign');
  });

  test('and lines that were pasted too early do not lock init out', async () => {
    write('leads.yaml', ['default_country: US']);
    const { code, err } = await campaign('check', 'leads.csv');
    expect(code).toBe(2);
    expect(err).toContain('have a whole one written in its place: campaign init');
    const init = ['init', 'leads.csv', '--yes', '--company', 'Byron Bakery', '--force'];
    expect((await campaign(...init)).code).toBe(0);
    write('leads.yaml', ['name: Spring', 'default_country: US']);
    expect((await campaign('check', 'leads.csv')).err).not.toContain('campaign init');
  });
});

describe('of a list that is checked alone', () => {
  test('a finding about a whole column shows no cell, and no row of the header', async () => {
    write('asked.csv', ['phone,Opted Out Reason', '+12025550124,moved', '+12025550125,']);
    const { out } = await campaign('check', 'asked.csv');
    expect(out).toContain('     1  The column "Opted Out Reason" ');
    expect(out).not.toContain('(row 1)');
    expect(out).not.toContain('"":');
  });

  test('a number of no place is offered no clock of another country', async () => {
    write('placeless.csv', ['phone,consent_at', '+16002012345,2026-03-01']);
    const { out } = await campaign('check', 'placeless.csv');
    expect(out).toContain('which is of no place');
    expect(out).toContain('non_geographic, with');
    expect(out).not.toContain('America/');
  });

  test('a row is asked why as a number is', async () => {
    const { code, out, err } = await campaign('why', 'leads.csv:3', '--at', '2026-12-01T20:00Z');
    expect(code).toBe(0);
    expect(out).toContain('leads.csv:3 +1•••••0124 may be called');
    expect(out).toContain('needs     consent on record');
    expect(err).toContain('No campaign was asked');
    const bad = await campaign('why', 'leads.csv:2', '--at', '2026-12-01T20:00Z');
    expect(bad.code).toBe(2);
    expect(bad.err).toContain('nobody on row 2 can be called');
  });

  test('a row is asked why whose own word bars it', async () => {
    write('people.csv', ['phone,do_not_call', '+12025550124,yes']);
    const { out } = await campaign('why', 'people.csv:2', '--at', '2026-12-01T20:00Z');
    expect(out).toContain('never');
  });
});

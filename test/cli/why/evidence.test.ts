import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { aTerminal } from '../desk/terminal.ts';

const CAMPAIGN = `
name: Every clock
assistant: { prompt: Say hello. }
location: intersect
non_geographic: America/Anchorage
`;
const LEADS = `phone,timezone,postal_code,state,country
+12125550123,America/Phoenix,94103,TX,
+12085550123,America/Denver,,,
+447700900123,,,,IT
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why-evidence-'));
  writeFileSync(join(folder, 'leads.csv'), LEADS);
  writeFileSync(join(folder, 'leads.yaml'), CAMPAIGN);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function why(...args: string[]): Promise<string> {
  const { terminal, said } = aTerminal(folder);
  const at = ['--at', '2026-12-01T18:00:00Z'];
  expect(await main(['why', ...args, ...at], terminal, '0')).toBe(0);
  return said.out;
}

/** Each zone with its evidence, the strongest first. */
async function clocks(...args: string[]): Promise<Record<string, string[]>> {
  const { zones } = JSON.parse(await why(...args, '--json')) as {
    zones: { zone: string; source: string; sources: string[] }[];
  };
  for (const { source, sources } of zones) expect(source).toBe(sources[0]);
  return Object.fromEntries(zones.map(({ zone, sources }) => [zone, sources]));
}

describe('the evidence of each clock', () => {
  test('of a row whose columns name different ones', async () => {
    expect(await clocks('2', '--file', 'leads.csv')).toEqual({
      'America/Phoenix': ['timezone'],
      'America/Los_Angeles': ['postal_code'],
      'America/Chicago': ['state'],
      'America/Denver': ['state'],
      'America/New_York': ['number'],
    });
  });

  test('is the same of a number with the same evidence', async () => {
    const given = ['--timezone', 'America/Phoenix', '--postal-code', '94103', '--state', 'TX'];
    expect(await clocks('+12125550123', ...given, '-c', 'leads.yaml')).toEqual(
      await clocks('2', '--file', 'leads.csv'),
    );
  });

  test('is all that names a clock, by whatever name', async () => {
    // Boise and Denver keep the same time.
    expect(await clocks('3', '--file', 'leads.csv')).toEqual({
      'America/Denver': ['timezone', 'number'],
      'America/Los_Angeles': ['number'],
    });
  });

  test('is a country where the row names another than the number', async () => {
    expect(await clocks('4', '--file', 'leads.csv')).toEqual({
      'Europe/London': ['number'],
      'Europe/Rome': ['country'],
    });
    const placeless = ['+18005550123', '-c', 'leads.yaml', '--country', 'GB'];
    expect(await clocks(...placeless)).toEqual({
      'America/Anchorage': ['non_geographic'],
      'Europe/London': ['country'],
    });
  });

  test('is one alone where the strongest counts', async () => {
    const given = ['--timezone', 'America/Phoenix', '--postal-code', '94103', '--state', 'TX'];
    expect(await clocks('+12125550123', ...given)).toEqual({ 'America/Phoenix': ['timezone'] });
  });

  test('stands in words beside its local time', async () => {
    const said = await why('3', '--file', 'leads.csv');
    expect(said).toMatch(
      /^ {2}clock {5}America\/Denver {7}2026-12-01T11:00:00-07:00 {2}from the time zone given, and the number$/m,
    );
    expect(said).toMatch(
      /^ {2}clock {5}America\/Los_Angeles {2}2026-12-01T10:00:00-08:00 {2}from the number$/m,
    );
  });
});

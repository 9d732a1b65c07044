import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { lawful } from '../../domain/law/table/lawful.ts';
import { aTerminal } from '../desk/terminal.ts';
import { peopleByLaw, PLACES } from './people-by-law.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lawful-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Line {
  readonly call_contact: string;
  readonly call_started_at?: string;
  readonly row?: { readonly place: string };
}

const WHOLE_DAY = { windows: [{ start: 0, end: 1440 }], days: [1, 2, 3, 4, 5, 6, 7] };
const EACH = 12;

/** The campaign itself allows every minute, so that nothing but the law stands in the way. */
const CAMPAIGN = `
name: Round the clock
assistant: { prompt: Say hello. }
call_retry_config: { max_retry_attempts: 3 }
force_now: true
concurrency: { max: 20 }
consent: { basis: customers, statement: They agreed to be called. }
`;

test('over Christmas nobody’s phone rings outside the hours of the law, anywhere', async () => {
  writeFileSync(join(folder, 'people.csv'), peopleByLaw(EACH));
  writeFileSync(join(folder, 'people.yaml'), CAMPAIGN);
  const { terminal, said } = aTerminal(folder);
  const ledger = ['--ledger', 'l.db'];
  const run = ['run', 'people.csv', '--now', '2026-12-24T00:00:00Z', ...ledger];
  expect([await main(run, terminal, '0'), said.err]).toEqual([
    0,
    expect.stringContaining('loaded'),
  ]);
  const lines = async (name: string, ...more: string[]): Promise<Line[]> => {
    const out = ['export', '--rehearsal', '-o', name, ...more, ...ledger];
    expect(await main(out, terminal, '0')).toBe(0);
    const text = readFileSync(join(folder, name), 'utf8').trim();
    return text.split('\n').map((line) => JSON.parse(line) as Line);
  };
  const people = await lines('people.jsonl');
  const placeOf = new Map(people.map((row) => [row.call_contact, row.row?.place]));
  const attempts = await lines('attempts.jsonl', '--attempts');
  const wrong: string[] = [];
  const called = new Set<string>();
  for (const { call_contact: contact, call_started_at: started } of attempts) {
    const place = placeOf.get(contact) ?? '';
    const where = PLACES[Number(place)];
    if (where === undefined || place === '') throw new Error(`nobody knows ${contact}`);
    called.add(place);
    const kept = { zones: where.zones, ids: where.ids, weekly: WHOLE_DAY, blackout: [] };
    if (!lawful(kept, Date.parse(started ?? '')))
      wrong.push(`${where.ids.join()} at ${String(started)}`);
  }
  expect(wrong).toEqual([]);
  // The law delays calls, it loses none.
  expect(called.size).toBe(PLACES.length);
  expect(attempts.length).toBeGreaterThan(PLACES.length * EACH);
}, 90_000);

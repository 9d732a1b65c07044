import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contactsCsv } from '../../../data/generate/contacts/contacts.ts';
import { openContactFile } from '../../../src/adapters/files/contacts/contact-file.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { SeenNumbers } from '../../../src/domain/contact/row/duplicates.ts';
import { readRow, type NewContact, type RowProblem } from '../../../src/domain/contact/row/row.ts';
import { columnsOf } from './setup.ts';

const path = fileURLToPath(new URL('../../../data/contacts.csv', import.meta.url));

async function readExample() {
  const file = await openContactFile(path);
  const columns = columnsOf(file.headers, {
    prompt: '{{first_name}} {{appointment_day}} {{service}}',
  });
  const campaign = { defaultCountry: null, extract: false, scheduledAt: null };
  const now = Date.parse('2026-11-22T12:00:00Z');
  const context = { columns, campaign, reference: loadReference(), now };
  const seen = new SeenNumbers(columns);
  const contacts: NewContact[] = [];
  const problems: RowProblem[] = [];
  for await (const row of file.rows()) {
    const reading = seen.check(readRow(row, context));
    if (reading.kind === 'contact') contacts.push(reading.contact);
    else problems.push(...reading.problems);
  }
  return { contacts, problems };
}

describe('the example contact file', () => {
  it('is what its generator writes', () => {
    expect(readFileSync(path, 'utf8')).toBe(contactsCsv());
  });

  it('has more than 220 people in many places, and all numbers are fictional', async () => {
    const { contacts } = await readExample();
    expect(contacts.length).toBeGreaterThanOrEqual(220);
    expect(contacts.filter((one) => !one.fictional)).toEqual([]);
    expect(contacts.filter((one) => one.zones.length === 0)).toEqual([]);
    expect(contacts.filter((one) => one.zones.length > 1).length).toBeGreaterThanOrEqual(12);
    expect(new Set(contacts.map((one) => one.group)).size).toBeGreaterThanOrEqual(90);
    expect(new Set(contacts.map((one) => one.zoneSource))).toEqual(
      new Set(['number', 'postal_code', 'state', 'timezone']),
    );
    expect(contacts.filter((one) => one.completed).length).toBeGreaterThanOrEqual(3);
  });

  it('has one row for each thing that goes wrong in real files', async () => {
    const { problems } = await readExample();
    expect(problems.map((one) => one.code).sort()).toEqual([
      'duplicate',
      'number_blank',
      'number_digits_lost',
      'number_extension',
      'number_none',
      'number_too_short',
      'timezone_unusable',
      'variable_missing',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { readRow } from '../../../../src/domain/contact/row/row.ts';
import { contactOf, GOOD, NOW, problemsOf, read, reference } from './row-setup.ts';
import { columnsOf } from '../setup.ts';

describe('a row that can be called', () => {
  it('becomes a contact with all that the file says', () => {
    const contact = contactOf(
      {
        Phone: ' (415) 555-0123 ',
        'First Name': ' Ada ',
        last_name: 'Berg',
        country: 'United States',
        state: 'CA',
        zip: '94103',
        priority: '5',
        id: 'P-1',
        scheduled_at: '2026-12-01T09:00',
        meta_segment: 'new',
        meta_empty: '',
        clinic: 'North\r\nside\u0007',
        note: '',
      },
      { wish: { prompt: 'Hi {{FirstName}}', keyColumn: 'clinic' } },
    );
    expect(contact).toEqual({
      e164: '+14155550123',
      phoneColumn: 0,
      otherNumbers: [],
      name: 'Ada Berg',
      region: 'US',
      numberType: 'fixed_or_mobile',
      fictional: true,
      completed: true,
      evidence: { timezone: null, postalCode: '94103', state: 'CA', country: 'US' },
      zones: ['America/Los_Angeles'],
      zoneSource: 'postal_code',
      group: 'America/Los_Angeles|US-CA',
      variables: {
        FirstName: 'Ada',
        first_name: 'Ada',
        last_name: 'Berg',
        clinic: 'North\nside',
        note: '',
      },
      metadata: { segment: 'new' },
      priority: 5,
      externalId: 'P-1',
      notBefore: Date.parse('2026-12-01T17:00:00Z'),
      concurrencyKey: 'North\nside',
      placeNote: null,
      consent: null,
      refusal: null,
      fedBack: null,
    });
  });
});

describe('values, places and countries of a row', () => {
  it('values of a column called __proto__ are values like any other', () => {
    const columns = columnsOf(['phone', '__proto__', 'constructor']);
    const campaign = { defaultCountry: null, extract: false, scheduledAt: null };
    const cells = ['+14155550123', 'a', 'b'];
    const reading = readRow({ line: 2, cells }, { columns, campaign, reference, now: NOW });
    if (reading.kind !== 'contact') throw new Error('the row has problems');
    const { variables } = reading.contact;
    expect(Object.getPrototypeOf(variables)).toBeNull();
    expect(JSON.stringify(variables)).toBe('{"__proto__":"a","constructor":"b"}');
  });

  it('has no zone and is a contact all the same when its place is unknown', () => {
    const contact = contactOf({ phone: '+448081570123' });
    expect([contact.zones, contact.zoneSource]).toEqual([[], 'none']);
  });

  it('the country of the row completes a number before the default of the campaign', () => {
    const campaign = { defaultCountry: 'US' };
    const row = { phone: '020 7946 0123', country: 'UK' };
    expect(contactOf(row, { campaign })).toMatchObject({ e164: '+442079460123', completed: true });
    expect(contactOf({ phone: '415-555-0123' }, { campaign }).e164).toBe('+14155550123');
    const canada = { phone: '416 555 0123', country: 'Canada' };
    expect(contactOf(canada, { campaign }).region).toBe('CA');
    const abroad = { phone: '+44 20 7946 0123', country: 'US' };
    expect(contactOf(abroad, { campaign }).completed).toBe(false);
  });
});

describe('when a person may be called first', () => {
  const at = (scheduled: string, more: Record<string, string>, scheduledAt: string | null = null) =>
    contactOf(
      { phone: '+12085550123', scheduled_at: scheduled, ...more },
      { campaign: { scheduledAt } },
    ).notBefore;

  const cases: readonly [string, string, string, Record<string, string>, string | null][] = [
    ['an offset is an instant', '2026-12-01T09:00+01:00', '2026-12-01T08:00Z', {}, null],
    [
      'in one zone it is its clock',
      '2026-12-01T09:00',
      '2026-12-01T16:00Z',
      { zip: '83702' },
      null,
    ],
    ['in two zones the later', '2026-12-01T09:00', '2026-12-01T17:00Z', {}, null],
    ['a date is its first minute', '2026-12-01', '2026-12-01T07:00Z', { zip: '83702' }, null],
    ["the campaign's counts for blank cells", '', '2026-12-02T08:00Z', {}, '2026-12-02T00:00:00'],
    ["the row's own counts first", '2026-12-01T00:00Z', '2026-12-01T00:00Z', {}, '2026-12-02'],
  ];
  for (const [what, text, expected, more, campaign] of cases)
    it(what, () => expect(at(text, more, campaign)).toBe(Date.parse(expected)));

  it("a campaign's moment that is past holds nobody back and is no problem of a row", () => {
    expect(at('', {}, '2026-01-01T00:00Z')).toBe(Date.parse('2026-01-01T00:00Z'));
    expect(at('', {})).toBeNull();
  });

  it('where nobody knows the zone it is the last on earth', () => {
    const row = { phone: '+448081570123', scheduled_at: '2026-12-01T09:00' };
    expect(contactOf(row).notBefore).toBe(Date.parse('2026-12-01T21:00:00Z'));
  });
});

describe('a row of a file that comes back', () => {
  it('tells its contact and state, and loses the apostrophes that our export added', () => {
    const row = {
      phone: "'+1 415 555 0123",
      note: "'=late",
      call_contact: 'c123',
      call_state: 'reached',
      'output.mood': "'=x",
    };
    const reading = read(row);
    expect(reading.cells).toEqual(['+1 415 555 0123', '=late', 'c123', 'reached', '=x']);
    const contact = contactOf(row);
    expect(contact.fedBack).toEqual({ contact: 'c123', state: 'reached' });
    expect({ ...contact.variables }).toEqual({ note: '=late' });
  });

  it('tells them of a row with problems too, so that its number can be restored', () => {
    const row = { phone: '1.41556E+10', call_contact: 'c123', call_state: 'pending' };
    expect(problemsOf(row).fedBack).toEqual({ contact: 'c123', state: 'pending' });
  });

  it('a new row in such a file has none', () => {
    expect(contactOf({ ...GOOD, call_contact: '', call_state: '' }).fedBack).toBeNull();
  });

  it('an apostrophe in any other file is the owner’s', () => {
    expect(contactOf({ ...GOOD, note: "'=late" }).variables['note']).toBe("'=late");
  });
});

describe('a blank cell', () => {
  it('keeps nobody from being called where the text has a default', () => {
    const wish = { prompt: 'About {{plan|your plan}}.' };
    expect(contactOf({ ...GOOD, plan: '' }, { wish }).variables['plan']).toBe('');
    expect(problemsOf({ ...GOOD, plan: '{{x}}' }, { wish }).problems[0]?.code).toBe(
      'variable_unfilled',
    );
  });
});

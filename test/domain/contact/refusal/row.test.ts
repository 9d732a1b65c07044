import { describe, expect, test } from 'vitest';
import { readReason } from '../../../../src/domain/run/reason.ts';
import { columnsOf, mapped } from '../setup.ts';
import { contactOf, GOOD, problemsOf } from '../row/row-setup.ts';

const STATED = { basis: 'customers', statement: 'They agreed in the order form.' };

const refusalOf = (cells: Readonly<Record<string, string>>, given = {}): unknown => {
  const { refusal } = contactOf({ ...GOOD, ...cells }, given);
  return refusal === null ? null : readReason(refusal);
};

describe('a row that refuses', () => {
  /** Header and cell as these programs export them, and what the same program writes where there is no refusal. */
  test.each([
    ['Salesforce', 'Do Not Call', '1', '0'],
    ['Salesforce', 'HasOptedOutOfCall', 'true', 'false'],
    ['HubSpot', 'Do Not Call?', 'Yes', 'No'],
    ['Zoho', 'Unsubscribed', 'TRUE', 'FALSE'],
    ['Pipedrive', 'Person - Consent', 'No consent', 'Subscribed'],
    ['Dynamics', 'Do not allow Phone Calls', 'Do Not Allow', 'Allow'],
    ['GoHighLevel', 'DND', 'true', 'false'],
    ['ActiveCampaign', 'Status', 'Unsubscribed', 'Active'],
    ['Mailchimp', 'UNSUB_TIME', '2026-01-03 10:11:12', ''],
    ['Outlook', 'Categories', 'Customer;Do not call', 'Customer'],
    ['Google Contacts', 'Labels', 'DNC ::: * myContacts', '* myContacts'],
    ['a dialer', 'DNC', 'Y', 'N'],
    ['a lead form', 'TCPA Consent', 'No', 'Yes'],
    ['a lead form', 'opt_in', 'no', 'yes'],
    ['a newsletter', 'subscribed', 'false', 'true'],
    ['a German list', 'Nicht anrufen', 'ja', 'nein'],
    ['a French list', 'Ne pas appeler', 'oui', 'non'],
    ['anybody', 'Status', 'Do not call', 'Ready'],
    ['anybody', 'Opted Out', 'TRUE', ''],
    ['anybody', 'consent', 'withdrawn 2026-03-01', '2026-03-01'],
  ])('as %s writes it: %s, %s', (...[, column, refuses, allows]) => {
    for (const consent of [null, STATED]) {
      const given = { campaign: { consent } };
      expect(refusalOf({ [column]: refuses }, given)).toEqual({
        code: 'row_refused',
        column,
        value: refuses,
      });
      expect(refusalOf({ [column]: allows }, given)).toBeNull();
    }
  });

  test('does so by any of its columns, whatever the others say', () => {
    const cells = { consent: 'yes', 'Do Not Call': 'no', opted_out: 'x' };
    expect(refusalOf(cells)).toMatchObject({ column: 'opted_out' });
  });

  test('sends none of these columns to the agent, unless the campaign asks for it', () => {
    const headers = ['phone', 'Do Not Call', 'consent', 'Email Opt Out', 'first_name'];
    expect([...columnsOf(headers).variables.keys()]).toEqual(['first_name']);
    const asked = columnsOf(headers, { variables: { dnc: 'Do Not Call' } });
    expect([...asked.variables.keys()]).toEqual(['dnc', 'first_name']);
  });

  test('still bars its person where the row has a problem', () => {
    const { refusal } = problemsOf({ ...GOOD, DNC: 'Y', country: 'Atlantis' });
    expect(refusal).toMatchObject({ e164: GOOD.phone });
  });
});

describe('a cell that is not understood', () => {
  test('stops its row, with what to paste into the campaign', () => {
    expect(problemsOf({ ...GOOD, DNC: 'Stop it' }).problems).toEqual([
      {
        line: 7,
        column: 'DNC',
        value: 'Stop it',
        code: 'do_not_call_unknown',
        message:
          '"Stop it" is not understood, and the column says who is not to be called: nobody is called by this row.',
        fix: 'Say in the campaign file what it means: columns: { do_not_call: { column: "DNC", yes: ["Stop it"] } } if the person is not to be called, with no: instead of yes: if they may be; or columns: { ignore: ["DNC"] } if the column says nothing about calls.',
      },
    ]);
  });

  test('is understood once the campaign says what it means, or that the column says nothing', () => {
    const cells = { Status: 'Stop it' };
    const meant = (yes: string[], no: string[]) => ({
      wish: { doNotCall: [{ column: 'status', yes, no }] },
    });
    expect(refusalOf(cells, meant(['stop it'], []))).toMatchObject({ column: 'Status' });
    expect(refusalOf(cells, meant([], ['Stop it']))).toBeNull();
    expect(problemsOf({ ...GOOD, ...cells }, meant([], [])).problems).toHaveLength(1);
    expect(refusalOf({ DNC: 'Stop it' }, { wish: { ignore: ['DNC'] } })).toBeNull();
  });

  test('under a consent is asked about in its own words', () => {
    const [problem] = problemsOf({ ...GOOD, Consent: 'pending' }).problems;
    expect(problem).toMatchObject({ code: 'consent_unknown' });
    expect(problem?.fix).toContain('consent: { column: "Consent", yes: ["pending"] }');
  });
});

describe('a column that the campaign names', () => {
  test('has to be there', () => {
    const read = mapped(['phone', 'Stauts'], {
      doNotCall: [{ column: 'Status', yes: [], no: [] }],
    });
    expect(read).toMatchObject({ ok: false, problems: [{ fix: 'Did you mean "Stauts"?' }] });
  });

  test('answers the question that its header is', () => {
    const headers = ['phone', 'Email Opt Out', 'SMS consent'];
    expect(columnsOf(headers).questions.map(({ header }) => header)).toEqual(headers.slice(1));
    const wish = {
      ignore: ['SMS consent'],
      doNotCall: [{ column: 'Email Opt Out', yes: [], no: [] }],
    };
    expect(columnsOf(headers, wish)).toMatchObject({ questions: [], speaking: [{ index: 1 }] });
  });
});

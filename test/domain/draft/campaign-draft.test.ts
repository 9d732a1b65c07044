import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCampaignText } from '../../../src/adapters/files/campaign-file.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { draftCampaign, type Draft } from '../../../src/domain/draft/campaign-draft.ts';

const { rules } = loadReference();

const DRAFT: Draft = {
  name: 'Spring',
  list: 'leads.csv',
  speaks: { prompt: 'You call {{first_name}}.' },
  company: null,
  consent: null,
  country: null,
  encoding: null,
  lines: 10,
  columns: [],
  ignore: [],
  placeholders: ['first_name', 'plan'],
};

function campaignOf(change: Partial<Draft>) {
  const text = draftCampaign({ ...DRAFT, ...change });
  const read = readCampaignText(text, (name) => rules.canonical(name));
  if (!read.ok) throw new Error(`${read.message} ${JSON.stringify(read.problems)}\n${text}`);
  return read.campaign;
}

describe('the campaign file that is written', () => {
  test('says what was answered, and no consent that nobody stated', () => {
    expect(campaignOf({})).toMatchObject({
      name: 'Spring',
      assistant: { prompt: 'You call {{first_name}}.' },
      assistantId: null,
      consent: null,
      defaultCountry: null,
      concurrency: { max: 10 },
    });
    const consent = { basis: 'customers', statement: 'They agreed.' };
    const columns = [['phone', ['Phone: "home"']]] as const;
    expect(
      campaignOf({ consent, country: 'FR', lines: 3, columns, ignore: ['a, b'] }),
    ).toMatchObject({
      consent,
      defaultCountry: 'FR',
      concurrency: { max: 3 },
      columns: { phone: ['Phone: "home"'], ignore: ['a, b'] },
    });
    expect(campaignOf({ speaks: { assistantId: 'null' } })).toMatchObject({
      assistant: null,
      assistantId: 'null',
    });
  });
});

describe('the campaign file that is written', () => {
  test('is read as exactly what was typed, whatever that is', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    const typed = text.filter((one) => one.trim() !== '' && !/\p{Surrogate}/u.test(one));
    const line = typed.filter((one) => !/\p{Cc}/u.test(one));
    const lines = fc.array(typed, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(fc.tuple(line, lines, typed, typed), ([name, prompt, basis, header]) => {
        const consent = { basis, statement: prompt };
        const campaign = campaignOf({
          name,
          list: basis,
          speaks: { prompt },
          consent,
          columns: [['phone', [header]]],
          placeholders: [header],
        });
        expect(campaign.name).toBe(name.trim());
        expect(campaign.assistant?.['prompt']).toBe(prompt);
        expect(campaign.consent).toEqual(consent);
        expect(campaign.columns.phone).toEqual([header]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    'yes',
    'null',
    '1e3',
    '- a',
    'a: b',
    '# no comment',
    ' led by a blank',
    'ends: ',
    '{{x}}',
  ])('is read as what was typed: %j', (text) => {
    const campaign = campaignOf({
      name: text,
      company: text.trim(),
      speaks: { prompt: `${text}\n\n${text}` },
    });
    expect(campaign.name).toBe(text.trim());
    expect(campaign.assistant?.['first_sentence']).toContain(` from ${text.trim()}. `);
    expect(campaign.assistant?.['prompt']).toBe(`${text}\n\n${text}`);
  });
});

import { describe, expect, it } from 'vitest';
import { aDesk } from '../desk/desk.ts';

/** What an artificial voice has to say in the United States, and what `check` makes of it. */

const campaign = (sentence: string, purpose: string): string => `name: First try
purpose: ${purpose}
consent: { basis: customers, statement: They asked in the order form to be called. }
disclosure: { company: Byron Bakery }
assistant:
  prompt: You ask {{first_name}} whether the bread was good.
  first_sentence: ${sentence}
  first_sentence_mode: static
`;

interface Finding {
  readonly rule: string;
  readonly stops_live_run: boolean;
  readonly laws: readonly { readonly id: string }[];
}

async function found(sentence: string, purpose: string): Promise<readonly Finding[]> {
  const desk = aDesk();
  desk.write('leads.csv', 'first_name,phone,state\nAda,+12125550101,NY\n');
  desk.write('leads.yaml', campaign(sentence, purpose));
  const { out } = await desk.run(['check', 'leads.csv', '--json']);
  const [summary = ''] = out.trim().split('\n').slice(-1);
  return (JSON.parse(summary) as { disclosure: readonly Finding[] }).disclosure;
}

describe('the first sentence of a call to the United States', () => {
  it('names the company, and in marketing a way not to be called again', async () => {
    const named = 'Hello, this is an AI assistant calling from Byron Bakery.';
    expect(await found(named, 'marketing')).toMatchObject([
      { rule: 'opt_out_not_offered', stops_live_run: true, laws: [{ id: 'US' }] },
    ]);
    expect(await found(named, 'service')).toEqual([]);
    const whole = `${named} Tell me if you do not want to be called again.`;
    expect(await found(whole, 'marketing')).toEqual([]);
    expect(await found('Hello, this is an AI assistant.', 'service')).toMatchObject([
      { rule: 'company_not_named', stops_live_run: true, laws: [{ id: 'US-voice' }] },
    ]);
  });

  it('is to be written in place of the one that is there', async () => {
    const desk = aDesk();
    desk.write('leads.csv', 'first_name,phone,state\nAda,+12125550101,NY\n');
    const silent = campaign('Hello, this is an AI assistant.', 'marketing');
    desk.write('leads.yaml', silent);
    const { out } = await desk.run(['check', 'leads.csv']);
    const said = out.split('\n').map((line) => line.trim());
    const at = said.indexOf(
      'in leads.yaml, under assistant:, in place of first_sentence and first_sentence_mode, write:',
    );
    expect(at).toBeGreaterThan(0);
    const [kept = ''] = silent.split('  first_sentence:');
    desk.write('leads.yaml', `${kept}  ${said[at + 1]}\n  ${said[at + 2]}\n`);
    const after = await desk.run(['check', 'leads.csv']);
    expect(after.out).toContain('1 person can be called, 0 cannot; 0 rows have problems.');
    expect(after.out).not.toContain('what has to be said');
  });

  it('is explained with its law', async () => {
    const { code, out } = await aDesk().run(['check', '--explain', 'opt_out_not_offered']);
    expect(code).toBe(0);
    expect(out).toContain('law  US, United States, telemarketing: 47 CFR 64.1200(c)(1)');
    expect(out).toContain('47 CFR 64.1200(b)(1), (3)');
    expect(out).toContain('Tell me if you do not want to be called again.');
    expect(out).not.toContain('law  US-voice');
  });
});

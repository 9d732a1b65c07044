import { describe, expect, it } from 'vitest';
import { aDesk } from '../../desk/desk.ts';
import { atTerminal, provide } from '../live/desk/live-desk.ts';
import { aProvider } from '../live/desk/provider.ts';

const LIST = `first_name,phone
Ada,+12125550101
Léa,+33199005512
Max,+493023125001
`;

/** The smallest campaign of the README, without its consent, open all day so that the test needs no clock. */
const SMALLEST = `name: First try
force_now: true
rules: [EU-AI]
assistant:
  prompt: You call {{first_name}} and ask whether the address we have is still right.
`;

/** Not this computer. Nothing is asked of it. */
const ELSEWHERE = 'https://voice.example/api';

const pasted = (out: string, from: string): string => {
  const lines = out.split('\n').map((line) => line.trimEnd());
  const at = lines.findIndex((line) => line.trim() === from);
  const indent = (lines[at] ?? '').length - (lines[at] ?? '').trimStart().length;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => !line.startsWith(' '.repeat(indent + 2)));
  return [from, ...rest.slice(0, end).map((line) => line.slice(indent))].join('\n');
};

describe('a live run to places whose law asks that an AI says so', () => {
  it('begins once what check says is pasted into the campaign', async () => {
    const desk = aDesk();
    provide(desk, 1);
    desk.write('leads.csv', LIST);
    desk.write('leads.yaml', SMALLEST);
    const { url, posts } = await aProvider();
    const args = ['run', 'leads.csv', '--live', '--yes'];
    const refused = await atTerminal(desk, args, { url, typed: [] });
    expect({ code: refused.code, posts: posts() }).toEqual({ code: 2, posts: [] });
    expect(refused.err).toContain('[cannot_judge]');
    expect(refused.err).toContain('nobody was called');
    expect(refused.err.replace(/\s+/g, ' ')).toContain('has no first_sentence that is spoken');
    expect(refused.err).toContain('first_sentence: Hello, this is an AI assistant calling for');
    const { out } = await desk.run(['check', 'leads.csv']);
    const lines = pasted(out, 'disclosure:');
    desk.write('leads.yaml', `${SMALLEST}${lines}\n`);
    const nobody = await atTerminal(desk, args, { url: ELSEWHERE, typed: [] });
    expect({ code: nobody.code, posts: posts() }).toEqual({ code: 2, posts: [] });
    expect(nobody.err).toContain('leads.yaml line 7, disclosure.stated_by: write the name and');
    const stated = lines.replace('your name and position', 'Ada Byron, head of service');
    desk.write('leads.yaml', `${SMALLEST}${stated}\n`);
    const { code, err } = await atTerminal(desk, args, { url, typed: [] });
    expect(err).toContain('is stated by Ada Byron, head of service');
    expect({ code, posts: posts().length }).toEqual({ code: 0, posts: 3 });
  });
});

describe('a live marketing call to the United States', () => {
  /** Of the rules for the United States, the one that has no hours: the test needs no clock. */
  const american = `name: First try
force_now: true
rules: [US-business]
audience: businesses
consent: { basis: customers, statement: They asked in the order form to be called. }
assistant:
  prompt: You call {{first_name}} and ask whether the bread was good.
`;
  const args = ['run', 'leads.csv', '--live', '--yes'];

  /** What comes of a campaign file: the code, what is said, and how many are called. */
  async function begun(file: string): Promise<{ code: number; err: string; called: number }> {
    const desk = aDesk();
    provide(desk, 1, file);
    desk.write('leads.csv', 'first_name,phone\nAda,+12125550101\n');
    const { url, posts } = await aProvider();
    const { code, err } = await atTerminal(desk, args, { url, typed: [] });
    return { code, err, called: posts().length };
  }
  const saying = (sentence: string): string =>
    `${american}  first_sentence: ${sentence}\n  first_sentence_mode: static\n`;

  it('begins only where the company and a way to opt out are said', async () => {
    const silent = await begun(saying('Hello, this is an AI assistant with a question.'));
    expect(silent).toMatchObject({ code: 2, called: 0 });
    expect(silent.err).toContain('[company_not_named]');
    const named = await begun(saying('Hello, this is an AI assistant from Byron Bakery.'));
    expect(named).toMatchObject({ code: 2, called: 0 });
    expect(named.err).toContain('[opt_out_not_offered]');
    expect(named.err).toContain('a live run does not begin');
    const stated = `${saying('Hello, this is an AI assistant.')}disclosure: { stated_by: Ada Byron }\n`;
    expect(await begun(stated)).toMatchObject({ code: 2, called: 0 });
    const whole = 'Hello, this is an AI from Byron Bakery. Tell me if you want no more calls.';
    expect(await begun(saying(whole))).toMatchObject({ code: 0, called: 1 });
  });

  it('begins with words that nobody can judge only where somebody states them', async () => {
    const refused = await begun(american);
    expect(refused).toMatchObject({ code: 2, called: 0 });
    expect(refused.err).toContain('[opening_not_judged]');
    expect(refused.err).toContain('stated_by: your name and position');
    const stated = await begun(`${american}disclosure: { stated_by: Ada Byron }\n`);
    expect(stated.err).toContain('is stated by Ada Byron');
    expect(stated).toMatchObject({ code: 0, called: 1 });
  });
});

describe('words that the program writes', () => {
  it('may be tried as they are on this computer, where no phone rings', async () => {
    const desk = aDesk();
    provide(desk, 1);
    desk.write('leads.csv', LIST);
    const stated = 'disclosure:\n  stated_by: your name and position\n';
    desk.write('leads.yaml', `${SMALLEST}${stated}`);
    const { url, posts } = await aProvider();
    const args = ['run', 'leads.csv', '--live', '--yes'];
    const { code } = await atTerminal(desk, args, { url, typed: [] });
    expect({ code, posts: posts().length }).toEqual({ code: 0, posts: 3 });
  });

  it('begin no live run where they only stand for the company; the line is named', async () => {
    const desk = aDesk();
    provide(desk, 1);
    desk.write('leads.csv', LIST);
    const init = ['init', 'leads.csv', '--say', 'You call {{first_name}}.', '--lines', '1'];
    const talk = await atTerminal(desk, init, { url: '', typed: ['y', 'First try', 'customers'] });
    expect(`${talk.err}${talk.out}`).toContain('to be replaced before a live run can start');
    const campaign = `force_now: true\nrules: [EU-AI]\n${desk.read('leads.yaml')}`;
    desk.write('leads.yaml', campaign);
    const { url, posts } = await aProvider();
    const live = ['run', 'leads.csv', '--live', '--yes'];
    const refused = await atTerminal(desk, live, { url: ELSEWHERE, typed: [] });
    expect({ code: refused.code, posts: posts() }).toEqual({ code: 2, posts: [] });
    const at = campaign.split('\n').findIndex((line) => line.startsWith('  first_sentence:'));
    expect(refused.err).toContain(
      `leads.yaml line ${at + 1}, assistant.first_sentence: write the name of your company in the place of "Example Company".`,
    );
    desk.write('leads.yaml', campaign.replaceAll('Example Company', 'Byron Bakery'));
    const begun = await atTerminal(desk, live, { url, typed: [] });
    expect({ code: begun.code, posts: posts().length }).toEqual({ code: 0, posts: 3 });
  });

  it('are in the language of the campaign, and name its company', async () => {
    const desk = aDesk();
    provide(desk, 1);
    desk.write('leads.csv', LIST);
    const german = `${SMALLEST.trimEnd()}
  first_sentence: Guten Tag, hier spricht die KI wegen Ihrer Adresse.
  first_sentence_mode: static
disclosure: { company: Bäckerei Byron }
`;
    desk.write('leads.yaml', german);
    const { out } = await desk.run(['check', 'leads.csv']);
    expect(out).toContain('[caller_not_named]');
    expect(out).toContain('KI-Assistent im Auftrag von Bäckerei Byron. Sagen Sie mir');
    expect(out).not.toContain('Example');
  });

  it('explain a rule by its id', async () => {
    const { code, out } = await aDesk().run(['check', '--explain', 'ai_not_said']);
    expect(code).toBe(0);
    expect(out).toContain('Regulation (EU) 2024/1689 art. 50(1)');
    expect(out).toContain('first_sentence: Hello, this is an AI assistant');
  });
});

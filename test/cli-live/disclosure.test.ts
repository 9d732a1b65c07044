import { describe, expect, it } from 'vitest';
import { aDesk } from '../cli/desk.ts';
import { atTerminal, provide } from './live-desk.ts';
import { aProvider } from './provider.ts';

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
    const { out } = await desk.run(['check', 'leads.csv']);
    desk.write('leads.yaml', `${SMALLEST}${pasted(out, 'disclosure:')}\n`);
    const { code, err } = await atTerminal(desk, args, { url, typed: [] });
    expect(err).toContain('is stated by your name and position');
    expect({ code, posts: posts().length }).toEqual({ code: 0, posts: 3 });
  });

  it('is explained by the id of the rule', async () => {
    const { code, out } = await aDesk().run(['check', '--explain', 'ai_not_said']);
    expect(code).toBe(0);
    expect(out).toContain('Regulation (EU) 2024/1689 art. 50(1)');
    expect(out).toContain('first_sentence: Hello, this is an AI assistant');
  });
});

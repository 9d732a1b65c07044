import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aDesk, type Desk } from '../../desk/desk.ts';
import { campaignAtPty, CTRL_C, CTRL_D, HAS_PTY, type AtPty } from './at-pty.ts';

const PEOPLE = `First Name,Phone,Plan
Ana,+12025550123,Basic
Ben,(202) 555-0124,Pro
`;
const PROMPT = 'You call {{first_name}} about the plan {{plan}}.';
const CONSENT = 'customers: They agreed in the order form to be called.';
const ANSWERS = ['Spring', PROMPT, CONSENT, 'US', '3'];
const SLOW = 120_000;

function aListAtDesk(): Desk {
  const desk = aDesk();
  desk.write('leads.csv', PEOPLE);
  return desk;
}

const init = (desk: Desk, columns?: number): AtPty =>
  campaignAtPty(desk, ['init', 'leads.csv'], columns === undefined ? {} : { columns });

/** Answers each question when it stands there. */
async function answered(screen: AtPty, answers: readonly string[]): Promise<void> {
  for (const [i, answer] of answers.entries()) {
    await screen.shows(`${i + 1}. `);
    await screen.shows(': ');
    screen.type(`${answer}\r`);
  }
}

describe.runIf(HAS_PTY)('campaign init at a real terminal', () => {
  it(
    'asks its questions, writes the file, and ends with the command that rehearses',
    async () => {
      const desk = aListAtDesk();
      const screen = init(desk);
      await answered(screen, ANSWERS);
      expect(await screen.ended).toBe(0);
      expect(screen.screen).toMatch(/^Next: campaign run leads\.csv --rehearse$/m);
      expect(desk.read('leads.yaml')).toContain('\nname: Spring\n');
      expect(desk.read('leads.yaml')).toContain(PROMPT);
    },
    SLOW,
  );

  it(
    'takes answers that are pasted all at once',
    async () => {
      const desk = aListAtDesk();
      const screen = init(desk);
      await screen.shows('1. ');
      screen.type(ANSWERS.map((answer) => `${answer}\r`).join(''));
      expect(await screen.ended).toBe(0);
      expect(desk.read('leads.yaml')).toContain('default_country: US');
    },
    SLOW,
  );

  it.each([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
  ])(
    'is left with %s in the middle of an answer, and nothing is written',
    async (_, key) => {
      const desk = aListAtDesk();
      const screen = init(desk);
      await answered(screen, ANSWERS.slice(0, 2));
      await screen.shows('answer: ');
      // Ctrl-D leaves an empty line only, as in a shell.
      if (key === CTRL_C) screen.type('half an ans');
      screen.type(key);
      expect(await screen.ended).toBe(0);
      expect(screen.screen.trimEnd().split('\n').at(-1)).toBe('Nothing was written.');
      expect(readdirSync(desk.folder)).toEqual(['leads.csv']);
      expect(existsSync(desk.ledger)).toBe(false);
    },
    SLOW,
  );
});

describe.runIf(HAS_PTY)('an answer at a real terminal', () => {
  it(
    'has letters with accents, also where one is corrected',
    async () => {
      const desk = aListAtDesk();
      const screen = init(desk);
      const name = 'Café Zürichx\u007f é東京\u007f';
      await answered(screen, [name, 'Grüß {{first_name}} — ça va?', CONSENT, 'US', '3']);
      expect(await screen.ended).toBe(0);
      expect(desk.read('leads.yaml')).toContain('Café Zürich é東');
    },
    SLOW,
  );

  it(
    'is asked for in lines that end with a word, on 40 columns',
    async () => {
      const screen = init(aListAtDesk(), 40);
      await answered(screen, ANSWERS);
      expect(await screen.ended).toBe(0);
      const from = screen.screen.search(/^1\. /m);
      const questions = screen.screen.slice(from, screen.screen.indexOf('Wrote leads.yaml'));
      // What is typed goes on to the next line wherever it is, or stands alone where it came before the question.
      const lines = questions.split('\n').map((line) => line.replace(/(answer|\]): [^]*$/, '$1:'));
      const asked = lines.filter((line) => !ANSWERS.includes(line.trim()));
      expect(asked.filter((line) => line.length > 39)).toEqual([]);
      expect(asked.map((line) => line.trim()).join(' ')).toContain(
        'Who agreed to be called, and how? The law asks for it for 1 person whose row has no date of consent.',
      );
    },
    SLOW,
  );

  it(
    'of more than a line is whole on 40 columns, and no line of init is lost',
    async () => {
      const desk = aListAtDesk();
      const screen = init(desk, 40);
      await answered(screen, ANSWERS);
      expect(await screen.ended).toBe(0);
      expect(desk.read('leads.yaml')).toContain(PROMPT);
      expect(screen.screen).toContain('Next: campaign run leads.csv --rehearse');
    },
    SLOW,
  );
});

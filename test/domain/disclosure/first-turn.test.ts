import { describe, expect, it } from 'vitest';
import { aiDisclosed } from '../../../src/domain/disclosure/first-turn.ts';

const agent = (content: string) => ({ role: 'assistant', content });
const user = (content: string) => ({ role: 'user', content });

describe('the first words of the agent', () => {
  it('said that an AI speaks, whoever spoke first', () => {
    expect(aiDisclosed([agent('Hello, I am an AI calling for Sample Bank.')])).toBe('yes');
    expect(
      aiDisclosed([user('Hello?'), agent('Hello, this is an automated call.'), user('Yes.')]),
    ).toBe('yes');
  });

  it('did not say it, though later ones did', () => {
    expect(
      aiDisclosed([agent('Hello, this is Ann of Sample Bank.'), user('Hi'), agent('I am an AI.')]),
    ).toBe('no');
    expect(aiDisclosed([agent('Hello, I am a real person, not a robot')])).toBe('no');
  });

  it('were cut off before they could', () => {
    expect(aiDisclosed([agent('Hello, this is –'), user('Not now.')])).toBe('cut off');
    expect(aiDisclosed([agent('Hello, this is Ann of'), user('Not now.')])).toBe('cut off');
  });

  it('are unknown without a transcript, and in a language that cannot be judged', () => {
    expect(aiDisclosed(null)).toBe('unknown');
    expect(aiDisclosed([])).toBe('unknown');
    expect(aiDisclosed([user('Hello?')])).toBe('unknown');
    expect(aiDisclosed([agent('Dzień dobry, jestem asystentem i dzwonię w imieniu firmy.')])).toBe(
      'unknown',
    );
  });
});

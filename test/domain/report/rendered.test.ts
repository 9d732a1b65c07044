import { expect, test } from 'vitest';
import { renderSample } from '../../../src/domain/report/rendered.ts';
import { aContact } from '../../app/world/setup.ts';

test('a sample has the texts of the assistant with a person’s cells in them, and no number to ring', () => {
  const contact = aContact(1, {
    name: 'Ana',
    variables: { first_name: 'Ana', Notes: 'call +12025550123 instead' },
  });
  const assistant = {
    prompt: 'You call {{ first_name }}. Note: {{Notes}} {{unknown}}',
    first_sentence: 'Hello {{first_name}}!',
    voicemail_message: null,
    max_call_duration_secs: 60,
  };
  const { texts, number } = renderSample({ line: 2, contact }, assistant);
  expect(number).toContain('•••••');
  expect(texts).toEqual([
    { field: 'prompt', text: 'You call Ana. Note: call +1•••••0123 instead {{unknown}}' },
    { field: 'first_sentence', text: 'Hello Ana!' },
  ]);
  expect(renderSample({ line: 2, contact }, null).texts).toEqual([]);
});

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fieldsOf, measured, readCorpus } from './corpus.ts';

const items = readCorpus(fileURLToPath(new URL('open.jsonl', import.meta.url)));

describe('the sentences and prompts that another hand has judged', () => {
  it.each(fieldsOf(items))('agrees with the hand about %s', (field) => {
    const all = measured(items, field).get('all');
    expect(all?.judged).toBeGreaterThan(30);
    expect(all?.differences.map(({ item }) => item.id)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { judgeSpoken, promptDenies } from '../../../src/domain/disclosure/judge.ts';
import { COMPANY_CELL, OTHER_CELL } from '../../../src/domain/disclosure/wording/plain.ts';

/** Sentences and prompts that another hand has written and judged: see `docs/disclosure.md`. */

export interface Item {
  readonly id: string;
  readonly kind: 'first_sentence' | 'prompt';
  readonly language: string;
  readonly company: string | null;
  readonly text: string;
  readonly expected: Readonly<Record<string, string | boolean>>;
}

/** Where the judge and the hand differ. `dangerous`: something is taken for said, or for harmless, that is not. */
export interface Difference {
  readonly item: Item;
  readonly field: string;
  readonly expected: string | boolean;
  readonly found: string | boolean;
  readonly dangerous: boolean;
}

export interface Measured {
  readonly judged: number;
  readonly differences: readonly Difference[];
}

export const readCorpus = (path: string): Item[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Item);

/** Cells are not known here: each stands for one that is filled in. */
const filled = (text: string): string =>
  text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) =>
    name.trim() === 'company' ? COMPANY_CELL : OTHER_CELL,
  );

const orUnknown = (value: boolean | null): string | boolean => value ?? 'cannot_judge';

function foundIn(item: Item): Readonly<Record<string, string | boolean>> {
  if (item.kind === 'prompt') return { denies_ai: orUnknown(promptDenies(filled(item.text))) };
  const { ai, caller, optOut, recorded } = judgeSpoken(filled(item.text), item.company);
  return {
    ai,
    on_behalf: orUnknown(caller),
    identity: orUnknown(caller),
    opt_out: orUnknown(optOut),
    recorded: orUnknown(recorded),
  };
}

/** A pass where there is none: said, or true; of a prompt, that it is harmless. */
const passes = (field: string, value: string | boolean): boolean =>
  field === 'denies_ai' ? value === false : value === 'said' || value === true;

export function differencesOf(item: Item): Difference[] {
  const found = foundIn(item);
  return Object.entries(item.expected).flatMap(([field, expected]) => {
    const value = found[field] ?? 'cannot_judge';
    if (value === expected) return [];
    const dangerous = passes(field, value) && !passes(field, expected);
    return [{ item, field, expected, found: value, dangerous }];
  });
}

export const fieldsOf = (items: readonly Item[]): string[] => [
  ...new Set(items.flatMap(({ expected }) => Object.keys(expected))),
];

/** Of one field, by language; `all`: of every language. */
export function measured(items: readonly Item[], field: string): ReadonlyMap<string, Measured> {
  const judged = items.filter(({ expected }) => field in expected);
  const codes = [...new Set(judged.map(({ language }) => language.slice(0, 2)))].sort();
  const of = (some: readonly Item[]): Measured => ({
    judged: some.length,
    differences: some.flatMap((item) => differencesOf(item).filter((one) => one.field === field)),
  });
  return new Map([
    ['all', of(judged)],
    ...codes.map(
      (code) => [code, of(judged.filter(({ language }) => language.startsWith(code)))] as const,
    ),
  ]);
}

import { TEXT_FIELDS, type Assistant } from '../../campaign/assistant.ts';
import { isBlank } from '../cells/cell-text.ts';

export const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

export interface Placeholder {
  /** As between the braces: the provider replaces this spelling and no other. */
  readonly name: string;
  /** What is said where the cell is blank, as in `{{plan|your plan}}`; null: no cell may be blank. */
  readonly fallback: string | null;
  readonly field: string;
}

/** Every placeholder of the assistant, in the order in which they stand there. */
export function allPlaceholders(assistant: Assistant | null): Placeholder[] {
  return TEXT_FIELDS.flatMap((field) => {
    const text = assistant?.[field];
    if (typeof text !== 'string') return [];
    return [...text.matchAll(PLACEHOLDER)].map((match) => ({ ...parsed(match[1] ?? ''), field }));
  });
}

function parsed(inside: string): Omit<Placeholder, 'field'> {
  const bar = inside.indexOf('|');
  if (bar === -1) return { name: inside.trim(), fallback: null };
  return { name: inside.slice(0, bar).trim(), fallback: inside.slice(bar + 1).trim() };
}

/** The assistant as it is sent: the provider knows no defaults, so its texts go without them. */
export function withoutDefaults(assistant: Assistant): Assistant {
  const plain = (text: string): string =>
    text.replace(PLACEHOLDER, (whole, inside: string) =>
      inside.includes('|') ? `{{${parsed(inside).name}}}` : whole,
    );
  const changed = TEXT_FIELDS.flatMap((field) => {
    const text = assistant[field];
    return typeof text === 'string' ? [[field, plain(text)] as const] : [];
  });
  return { ...assistant, ...Object.fromEntries(changed) };
}

/** The variables of a person, with the defaults of the assistant's texts for those that are blank. */
export function withDefaults(
  variables: Readonly<Record<string, string>>,
  assistant: Assistant | null,
): Readonly<Record<string, string>> {
  const blank = allPlaceholders(assistant).filter(
    ({ name, fallback }) => fallback !== null && isBlank(variables[name] ?? ''),
  );
  if (blank.length === 0) return variables;
  return Object.assign(
    Object.create(null) as Record<string, string>,
    variables,
    Object.fromEntries(blank.map(({ name, fallback }) => [name, fallback ?? ''])),
  );
}

/** A text as the provider fills it: a variable that is not sent leaves its placeholder where it is. */
export const filledIn = (text: string, variables: Readonly<Record<string, string>>): string =>
  text.replace(PLACEHOLDER, (whole, inside: string) => variables[parsed(inside).name] ?? whole);

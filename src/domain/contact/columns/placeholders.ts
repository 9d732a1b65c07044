import { nearest } from '../../campaign/problems/nearest.ts';
import { compactName } from './header-name.ts';
import { allPlaceholders, type Placeholder } from './placeholder-text.ts';
import type { FileProblem } from '../problem.ts';

/** A placeholder with the column that fills it. */
export interface RequiredVariable extends Placeholder {
  readonly index: number;
}

/** Every name that the assistant's texts use, once, with the first field it stands in and its default. */
export function placeholdersOf(assistant: Readonly<Record<string, unknown>> | null): {
  placeholders: Placeholder[];
  problems: FileProblem[];
} {
  const found = new Map<string, Placeholder>();
  const problems: FileProblem[] = [];
  for (const one of allPlaceholders(assistant)) {
    const before = found.get(one.name) ?? one;
    if (before.fallback !== null && one.fallback !== null && before.fallback !== one.fallback)
      problems.push(twoDefaults(before, one));
    found.set(one.name, { ...before, fallback: before.fallback ?? one.fallback });
  }
  return { placeholders: [...found.values()], problems };
}

const twoDefaults = (one: Placeholder, other: Placeholder): FileProblem => ({
  message: `{{${one.name}}} has two defaults: "${one.fallback ?? ''}" in ${one.field}, "${other.fallback ?? ''}" in ${other.field}.`,
  fix: 'Write the same default in both places: a call has one value of each variable.',
});

/** Finds the column of everything that the assistant's texts use. */
export function requiredBy(
  assistant: Readonly<Record<string, unknown>> | null,
  fillings: Fillings,
): { required: RequiredVariable[]; problems: FileProblem[] } {
  const { placeholders, problems } = placeholdersOf(assistant);
  const found = requireColumns(placeholders, fillings);
  return { required: found.required, problems: [...problems, ...found.problems] };
}

interface Fillings {
  /** What a placeholder can be filled with, by variable name. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns that exist and are left out, by variable name: why. */
  readonly leftOut: ReadonlyMap<string, string>;
}

/** Finds the column of every placeholder. One without a column is a problem of the whole file. */
export function requireColumns(
  placeholders: readonly Placeholder[],
  fillings: Fillings,
): { required: RequiredVariable[]; problems: FileProblem[] } {
  const required: RequiredVariable[] = [];
  const problems: FileProblem[] = [];
  for (const placeholder of placeholders) {
    const exact = fillings.columns.get(placeholder.name);
    const alike = [...fillings.columns].filter(
      ([name]) => compactName(name) === compactName(placeholder.name),
    );
    const index = exact ?? (alike.length === 1 ? alike[0]?.[1] : undefined);
    if (placeholder.name === '' || index === undefined)
      problems.push(
        unfilled(
          placeholder,
          alike.map(([name]) => name),
          fillings,
        ),
      );
    else required.push({ ...placeholder, index });
  }
  return { required, problems };
}

function unfilled(
  { name, field }: Placeholder,
  alike: readonly string[],
  fillings: Fillings,
): FileProblem {
  if (name === '')
    return {
      message: `${field} holds an empty placeholder {{}}.`,
      fix: 'Write the name of a column between the braces, or remove them.',
    };
  if (alike.length > 1)
    return {
      message: `${field} uses {{${name}}}, which could be any of ${alike.join(', ')}.`,
      fix: `Write the placeholder like one of them, or name its column under columns.variables: ${name}.`,
    };
  const why = fillings.leftOut.get(compactName(name));
  if (why !== undefined)
    return {
      message: `${field} uses {{${name}}}, but ${why}.`,
      fix: `Name the column under columns.variables: ${name}, or remove the placeholder.`,
    };
  const meant = nearest(name, [...fillings.columns.keys()]);
  return {
    message: `${field} uses {{${name}}}, but no column has that name.`,
    fix:
      meant === null
        ? `Add a column "${name}", or name its column under columns.variables: ${name}.`
        : `Did you mean {{${meant}}}? Otherwise add a column "${name}".`,
  };
}

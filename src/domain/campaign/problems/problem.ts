export type Keys = readonly (string | number)[];

/** One thing wrong with a campaign file: where, what, and how to fix it. */
export type CampaignProblem = {
  /** As one would say it: `call_retry_config.calling_windows[0].calling_window_end_time`. */
  readonly path: string;
  readonly message: string;
  readonly fix: string | null;
  /** The same place, key by key, for anyone who knows the lines of the file. */
  readonly keys: Keys;
};

const LONGEST_SHOWN = 60;

export function pathOf(keys: Keys): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else path += path === '' ? key : `.${key}`;
  }
  return path;
}

export const problem = (keys: Keys, message: string, fix: string | null): CampaignProblem => ({
  path: pathOf(keys),
  message,
  fix,
  keys,
});

/** A value as a message shows it: JSON on one line, and not too much of it. */
export function shown(value: unknown): string {
  if (typeof value === 'number' || value === undefined) return String(value);
  const json = JSON.stringify(value) ?? typeof value;
  const letters = [...json];
  return letters.length <= LONGEST_SHOWN
    ? json
    : `${letters.slice(0, LONGEST_SHOWN - 1).join('')}…`;
}

export type Tree = Readonly<Record<string, unknown>>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at `keys`, or undefined. Own keys only: `constructor` is a key like any other. */
export function valueAt(root: unknown, keys: Keys): unknown {
  let value = root;
  for (const key of keys) {
    if (Array.isArray(value) && typeof key === 'number') value = value[key];
    else if (isTree(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** The list at `keys`; an empty one when there is none, or something else. */
export function listAt(root: unknown, keys: Keys): readonly unknown[] {
  const value = valueAt(root, keys);
  return Array.isArray(value) ? value : [];
}

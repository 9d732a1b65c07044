import { readCampaign, type Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { Keys, Tree } from '../../../src/domain/campaign/problems/problem.ts';

const ZONES = ['Africa/Abidjan', 'America/New_York', 'Europe/Kyiv', 'Europe/Paris'];

/** A few zones, known by any spelling of their case, and one old name. */
export function zoneExists(name: string): string | null {
  const wanted = name.trim().toLowerCase();
  if (wanted === 'europe/kiev') return 'Europe/Kyiv';
  return ZONES.find((zone) => zone.toLowerCase() === wanted) ?? null;
}

export const MINIMAL: Tree = { name: 'First try', assistant: { prompt: 'Say hello.' } };

/** `root` with `value` at `keys`; what is missing on the way is made. `undefined` removes the key. */
export function put(root: unknown, keys: Keys, value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: unknown[] = Array.isArray(root) ? [...root] : [];
    list[key] = put(list[key], rest, value);
    return list;
  }
  const tree = { ...(root as Record<string, unknown> | undefined) };
  tree[key] = put(tree[key], rest, value);
  if (tree[key] === undefined) delete tree[key];
  return tree;
}

/** The keys of `call_retry_config.calling_windows[0]`. */
export const keysOf = (path: string): Keys =>
  path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** The smallest campaign with these changes, by path. */
export function changed(changes: Readonly<Record<string, unknown>>): unknown {
  let root: unknown = MINIMAL;
  for (const [path, value] of Object.entries(changes)) root = put(root, keysOf(path), value);
  return root;
}

export function campaignOf(changes: Readonly<Record<string, unknown>> = {}): Campaign {
  const reading = readCampaign(changed(changes), zoneExists);
  if (!reading.ok) throw new Error(linesOf(reading.problems).join('\n'));
  return reading.campaign;
}

const linesOf = (problems: readonly { path: string; message: string; fix: string | null }[]) =>
  problems.map((p) => `${p.path}: ${p.message}${p.fix === null ? '' : ` -> ${p.fix}`}`);

/** What is wrong with the smallest campaign after these changes, one line each; empty when nothing is. */
export const problemsOf = (changes: Readonly<Record<string, unknown>>): string[] =>
  problemsIn(changed(changes));

export function problemsIn(root: unknown): string[] {
  const reading = readCampaign(root, zoneExists);
  return reading.ok ? [] : linesOf(reading.problems);
}

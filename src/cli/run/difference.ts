import { campaignTree } from '../compose/compose.ts';

const SHOWN = 20;
const LONGEST = 60;

/** What an edited campaign file changes for later orders, a line each: `concurrency.max: 10 → 20`. */
export function differences(before: string, after: string): string[] {
  const old = leaves(campaignTree(before));
  const now = leaves(campaignTree(after));
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  const changed = paths.filter((path) => old.get(path) !== now.get(path));
  if (changed.length === 0) return ['campaign   edited: comments or spacing only'];
  const lines = changed
    .slice(0, SHOWN)
    .map((path) => `  ${path}: ${cut(old.get(path))} → ${cut(now.get(path))}`);
  if (changed.length > SHOWN) lines.push(`  and ${changed.length - SHOWN} more`);
  return ['campaign   edited since the last session; later orders are made with:', ...lines];
}

/** The length tells apart what the cut would make alike. */
const cut = (text = '–'): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;

/** Each value of a tree, as JSON, by its path. */
function leaves(tree: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof tree !== 'object' || tree === null) {
    return found.set(path, JSON.stringify(tree));
  }
  for (const [key, value] of Object.entries(tree)) {
    leaves(
      value,
      Array.isArray(tree) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`,
      found,
    );
  }
  return found;
}

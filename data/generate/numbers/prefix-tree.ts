import { clockOf, oneOfEachClock } from '../zones/clocks.ts';

/** What is known of the numbers that begin with some digits. */
export interface Known {
  readonly zones: readonly string[];
  /**
   * `place`: a town. `region`: a whole region, which counts for less than many towns below it. `listed`: Google lists a
   * clock and names no place, which counts only as far as the places below it do not say otherwise.
   */
  readonly of: 'place' | 'region' | 'listed';
}

interface Node {
  readonly digits: string;
  readonly children: Map<string, Node>;
  known: Known | undefined;
  zones: readonly string[];
  /** Entries below, this one included. */
  size: number;
}

/** A region counts beside the towns below it unless there are so many. */
const MANY = 20;

const nodeOf = (digits: string): Node => ({
  digits,
  children: new Map(),
  known: undefined,
  zones: [],
  size: 0,
});

function treeOf(code: string, table: ReadonlyMap<string, Known>): Node {
  const root = nodeOf(code);
  for (const [digits, known] of table) {
    let node = root;
    for (const digit of digits.slice(code.length)) {
      const next = node.children.get(digit) ?? nodeOf(node.digits + digit);
      node.children.set(digit, next);
      node = next;
    }
    node.known = known;
  }
  return root;
}

/** A number that no entry names may be at any of the places that are named below the digits it shares with them. */
function join(node: Node, joined: boolean): void {
  for (const child of node.children.values()) join(child, joined);
  const children = [...node.children.values()];
  const below = children.reduce((sum, child) => sum + child.size, 0);
  node.size = below + (node.known === undefined ? 0 : 1);
  const under = children.flatMap((child) => child.zones);
  const own = node.known === undefined ? [] : ownOf(node.known, { below, under });
  const official = !joined && own.length > 0;
  node.zones = oneOfEachClock(official ? own : [...own, ...under]);
}

function ownOf(
  { zones, of }: Known,
  { below, under }: { below: number; under: readonly string[] },
): readonly string[] {
  if (of === 'place' || below === 0) return zones;
  if (of === 'region') return below >= MANY ? [] : zones;
  const named = new Set(under.map(clockOf));
  return zones.filter((zone) => named.has(clockOf(zone)));
}

const clocks = (zones: readonly string[]): string => zones.map(clockOf).sort().join();

/** Nothing falls to digits of which all ten continuations are named: they may say what most of these do. */
function spoken(node: Node): readonly string[] {
  const children = [...node.children.values()];
  if (children.length < 10) return node.zones;
  const counts = new Map<string, Node[]>();
  for (const child of children) {
    const key = clocks(child.zones);
    counts.set(key, [...(counts.get(key) ?? []), child]);
  }
  const most = [...counts.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return most[0]?.zones ?? node.zones;
}

/** The entries that change an answer: one that says what the next shorter one says is left out. */
function* changes(
  node: Node,
  above: readonly string[],
): Generator<[digits: string, zones: readonly string[]]> {
  const zones = spoken(node);
  const changed = zones.length > 0 && clocks(zones) !== clocks(above);
  if (changed) yield [node.digits, zones];
  for (const child of node.children.values()) yield* changes(child, changed ? zones : above);
}

/**
 * The entries of a calling code, of which the longest that fits a number counts. `joined`: digits that name no place
 * hold the clocks of all places below them; otherwise their own, where they have one.
 */
export function entriesOf(
  code: string,
  table: ReadonlyMap<string, Known>,
  { joined }: { joined: boolean },
): [digits: string, zones: readonly string[]][] {
  const root = treeOf(code, table);
  join(root, joined);
  return [...root.children.values()].flatMap((child) => [...changes(child, [])]);
}

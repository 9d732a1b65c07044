import { isTree, type Keys, type Tree } from './problem.ts';

/**
 * Questions about the JSON Schema of the campaign file, for messages: which keys may stand here, where does
 * this key belong. It is asked instead of the zod schema because it is plain data.
 */

/** A value that is `const` in the schema and something else in the file rules the variant out. */
function mayBe(node: Tree, value: unknown): boolean {
  if (!isTree(node['properties']) || !isTree(value)) return true;
  return Object.entries(node['properties']).every(
    ([key, property]) =>
      !isTree(property) || !('const' in property) || property['const'] === value[key],
  );
}

/** The node and its variants, those that cannot be meant left out. */
function variants(node: Tree, value: unknown): Tree[] {
  const found = [node];
  for (const word of ['anyOf', 'oneOf']) {
    const list = node[word];
    if (!Array.isArray(list)) continue;
    for (const variant of list) {
      if (isTree(variant) && mayBe(variant, value)) found.push(...variants(variant, value));
    }
  }
  return found;
}

function step(node: Tree, key: string | number): unknown {
  if (typeof key === 'number') return node['items'];
  const { properties } = node as { properties?: unknown };
  if (isTree(properties) && Object.hasOwn(properties, key)) return properties[key];
  return node['additionalProperties'];
}

/** Every schema that holds for the value at `keys`. */
function nodesAt(schema: Tree, root: unknown, keys: Keys): Tree[] {
  let nodes = variants(schema, root);
  let value = root;
  for (const key of keys) {
    value = isTree(value) || Array.isArray(value) ? (value as Tree)[key as string] : undefined;
    const next = nodes.map((node) => step(node, key)).filter(isTree);
    nodes = next.flatMap((node) => variants(node, value));
  }
  return nodes;
}

export function keysAt(schema: Tree, root: unknown, keys: Keys): string[] {
  const found = nodesAt(schema, root, keys).flatMap((node) =>
    isTree(node['properties']) ? Object.keys(node['properties']) : [],
  );
  return [...new Set(found)].filter((key) => key !== '$schema');
}

/** A value to copy: the first example, else the default, else the first of the choices. */
export function exampleAt(schema: Tree, root: unknown, keys: Keys): unknown {
  for (const node of nodesAt(schema, root, keys)) {
    if (Array.isArray(node['examples'])) return node['examples'][0];
    if (node['default'] !== undefined) return node['default'];
    if (Array.isArray(node['enum'])) return node['enum'][0];
    if (node['const'] !== undefined) return node['const'];
  }
  return undefined;
}

/** The places where `key` is allowed, the shallowest first. List places are named without an index. */
export function placesOf(schema: Tree, key: string): string[] {
  const places = [...new Set(search(schema, key, []))];
  const depth = (place: string): number => place.split('.').length;
  // What may also stand at the top is not offered inside of the assistant.
  return places
    .filter(
      (place) => !places.includes(place.replace(/^assistant\./, '')) || !/^assistant\./.test(place),
    )
    .sort((a, b) => depth(a) - depth(b));
}

function search(schema: Tree, key: string, above: readonly string[]): string[] {
  return variants(schema, undefined).flatMap((node) => {
    const properties = isTree(node['properties']) ? Object.entries(node['properties']) : [];
    const here = properties.some(([name]) => name === key) ? [above.join('.')] : [];
    const below = properties.flatMap(([name, child]) =>
      isTree(child) ? search(child, key, [...above, name]) : [],
    );
    const items = isTree(node['items']) ? search(node['items'], key, above) : [];
    return [...here, ...below, ...items];
  });
}

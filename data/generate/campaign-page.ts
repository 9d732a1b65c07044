/** The part of `docs/campaign-file.md` that is made from the JSON Schema of the campaign file. */

interface Node {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly additionalProperties?: Node | boolean;
}

/** Keys that are written like another one, which is described in their place. */
const LIKE: Readonly<Record<string, string>> = {
  refusal: 'success',
  'success.all[]': 'success',
  'success.any[]': 'success',
  'assistant.call_retry_config': 'call_retry_config',
};

const BEGIN = '<!-- generated from the schema: npx tsx data/generate/campaign-schema.ts -->';
const END = '<!-- end of the generated part -->';

/** The page with its generated part written anew; what stands around it is kept. */
export function campaignPage(page: string, schema: unknown): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin === -1 || end === -1) throw new Error(`the page has no "${BEGIN}" … "${END}"`);
  const root = schema as Node;
  const part = [overview(root), ...sectionsOf(root)].join('\n\n');
  return `${page.slice(0, begin)}${BEGIN}\n\n${part}\n\n${page.slice(end)}`;
}

const keysOf = (node: Node): [string, Node][] =>
  Object.entries(node.properties ?? {}).filter(([key]) => key !== '$schema');

function overview(root: Node): string {
  const rows = keysOf(root).map(([key, node]) => {
    const name = partsOf(key, node).length > 0 ? `[\`${key}\`](#${key})` : `\`${key}\``;
    return row(name, node);
  });
  return ['## All keys', table(rows)].join('\n\n');
}

/** A section for each key that has keys of its own. */
const sectionsOf = (root: Node): string[] =>
  keysOf(root).flatMap(([key, node]) => {
    const rows = partsOf(key, node);
    return rows.length === 0 ? [] : [`## ${key}\n\n${table(rows)}`];
  });

function partsOf(path: string, node: Node): string[] {
  if (LIKE[path] !== undefined) return [];
  const inside = [node, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  return inside.flatMap((one) => {
    const own = keysOf(one).flatMap(([key, child]) => {
      const whole = `${path}.${key}`;
      return [
        row(`\`${whole.slice(whole.indexOf('.') + 1)}\``, child, path),
        ...partsOf(whole, child),
      ];
    });
    const items = one.items === undefined ? [] : partsOf(`${path}[]`, one.items);
    return [...own, ...items];
  });
}

function row(name: string, node: Node, path = ''): string {
  const like = LIKE[name.replaceAll('`', '')] ?? LIKE[`${path}.${name.replaceAll('`', '')}`];
  const means = [
    node.description ?? '',
    like === undefined ? '' : `Written like [${like}](#${like}).`,
  ];
  return `| ${name} | ${means.filter((text) => text !== '').join(' ')} | ${valuesOf(node)} | ${
    node.default === undefined ? '' : code(node.default)
  } |`;
}

/** What may be written there: the words of a closed list, else examples, else the kind of value. */
function valuesOf(node: Node): string {
  if (node.const !== undefined) return code(node.const);
  const words = node.enum ?? node.items?.enum;
  if (words !== undefined && words.length <= 12) return words.map(code).join(' ');
  if (node.examples !== undefined) return node.examples.map(code).join(' ');
  const inside = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((one) => [
    ...(one.enum ?? one.examples ?? []),
  ]);
  if (inside.length > 0) return inside.map(code).join(' ');
  return node.type === 'boolean' ? '`true` `false`' : '';
}

const code = (value: unknown): string =>
  `\`${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('|', '\\|')}\``;

const table = (rows: readonly string[]): string =>
  ['| key | means | for example | default |', '|---|---|---|---|', ...rows].join('\n');

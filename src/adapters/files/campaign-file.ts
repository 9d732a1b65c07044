import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  isNode,
  isPair,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import {
  readCampaign,
  type Campaign,
  type CampaignProblem,
} from '../../domain/campaign/campaign.ts';

/** The campaign file on disk: finding it, reading it as YAML or JSON, and saying on which line it is wrong. */

type CampaignFileProblem = CampaignProblem & {
  /** The line of the offending key, from 1; null when the file has no line for it. */
  readonly line: number | null;
};

export type CampaignFileReading =
  | { readonly ok: true; readonly campaign: Campaign; readonly text: string; readonly path: string }
  | {
      readonly ok: false;
      readonly code: 'missing' | 'unreadable' | 'not_yaml' | 'invalid';
      readonly message: string;
      readonly problems: CampaignFileProblem[];
    };

type ZoneExists = (name: string) => string | null;

type Refusal = Extract<CampaignFileReading, { ok: false }>;

const ENDINGS = ['.yaml', '.yml', '.json'];
const LARGEST_BYTES = 1024 * 1024;
/** An alias may stand for a tree of aliases; this many copies are more than any campaign needs. */
const MOST_ALIASES = 100;

function isFile(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // A folder that may not be entered holds no campaign file for this user.
    return false;
  }
}

/**
 * The campaign file that goes with a contact file. For `leads.csv`: `leads.yaml` beside it, then
 * `campaigns/leads.yaml` beside it and in the working folder, then `campaign.yaml` beside it.
 */
export function findCampaignFile(
  contactPath: string,
  workingFolder = '',
): { readonly found: string } | { readonly lookedFor: string[] } {
  const { dir, name } = path.parse(contactPath);
  const stems = [
    path.join(dir, name),
    path.join(dir, 'campaigns', name),
    path.join(workingFolder, 'campaigns', name),
    path.join(dir, 'campaign'),
  ];
  const files = stems.flatMap((stem) => ENDINGS.map((ending) => stem + ending));
  const lookedFor = [...new Map(files.map((file) => [path.resolve(file), file])).values()].filter(
    (file) => path.resolve(file) !== path.resolve(contactPath),
  );
  const found = lookedFor.find(isFile);
  return found === undefined ? { lookedFor } : { found };
}

const refuse = (code: Refusal['code'], message: string): Refusal => ({
  ok: false,
  code,
  message,
  problems: [],
});

function readBytes(file: string): Buffer | Refusal {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return refuse('missing', `${file} does not exist`);
    if (found.isDirectory()) {
      return refuse('unreadable', `${file} is a folder: name the campaign file in it`);
    }
    if (found.size > LARGEST_BYTES) {
      const size = `${(found.size / LARGEST_BYTES).toFixed(1)} MiB`;
      return refuse('unreadable', `${file} has ${size}; a campaign file has 1 MiB at most`);
    }
    return readFileSync(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return refuse('unreadable', `${file} cannot be read: ${why}`);
  }
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decode(file: string, bytes: Buffer): string | Refusal {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) {
    return refuse('unreadable', `${file} is a binary file: a campaign is YAML or JSON text`);
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return refuse('unreadable', `${file} is not ${encoding.toUpperCase()} text: save it as UTF-8`);
  }
}

interface HowRead {
  readonly lines: LineCounter;
  /** How such a file begins, for somebody who has an empty one. */
  readonly begin?: string;
}

function parse(
  file: string,
  text: string,
  { lines, begin = 'begin with name: and assistant:' }: HowRead,
): Document | Refusal {
  const document = parseDocument(text, {
    version: '1.2',
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const [first] = [...document.errors, ...document.warnings];
  if (first === undefined) {
    // Comments alone are nothing to read either.
    return document.contents === null ? refuse('not_yaml', `${file} is empty: ${begin}`) : document;
  }
  const { line, col } = lines.linePos(first.pos[0]);
  const why = reasonOf(first, text.split('\n')[line - 1] ?? '');
  return refuse('not_yaml', `${file} line ${line}, column ${col}: ${why}`);
}

function reasonOf(error: YAMLError, line: string): string {
  if (error.code === 'DUPLICATE_KEY') return 'this key is there twice';
  if (error.code === 'MULTIPLE_DOCS') {
    return 'a second document begins here; a campaign file has one';
  }
  // The commonest slip in a file full of placeholders, and the parser's own words do not help with it.
  return /(?::|-)\s+\{\{/.test(line)
    ? 'a text that begins with {{ must stand in quotes'
    : error.message;
}

/** The line of the key itself where there is one, else of the nearest thing above it. */
function lineOf(
  document: Document,
  keys: CampaignProblem['keys'],
  lines: LineCounter,
): number | null {
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const parent = document.getIn(keys.slice(0, depth - 1), true);
    const offset = offsetIn(parent, keys[depth - 1]);
    if (offset !== null) return lines.linePos(offset).line;
  }
  return null;
}

function offsetIn(parent: unknown, key: string | number | undefined): number | null {
  if (!isNode(parent) || !('items' in parent)) return null;
  if (typeof key === 'number') return rangeStart(parent.items[key]);
  for (const item of parent.items) {
    if (typeof item !== 'object' || item === null || !('key' in item)) continue;
    if (isNode(item.key) && String(item.key) === key) return rangeStart(item.key);
  }
  return null;
}

const rangeStart = (node: unknown): number | null =>
  isNode(node) ? (node.range?.[0] ?? null) : null;

function toValue(file: string, document: Document): { value: unknown } | Refusal {
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return refuse('not_yaml', `${file}: ${why}`);
  }
}

function invalid(file: string, problems: CampaignFileProblem[]): Refusal {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return { ok: false, code: 'invalid', message: `${file} has ${count}`, problems };
}

/** Reads and checks a campaign file. `text` is the file as it stands, for the version kept in the ledger. */
export function loadCampaignFile(file: string, zoneExists: ZoneExists): CampaignFileReading {
  const bytes = readBytes(file);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const text = decode(file, bytes);
  if (typeof text !== 'string') return text;
  return readCampaignText(text, zoneExists, file);
}

/** Reads and checks the text of a campaign file, such as a version kept in the ledger. `file` is for messages. */
export function readCampaignText(
  text: string,
  zoneExists: ZoneExists,
  file = 'the campaign',
): CampaignFileReading {
  const lines = new LineCounter();
  const document = parse(file, text, { lines });
  if ('ok' in document) return document;
  const content = toValue(file, document);
  if ('ok' in content) return content;
  const reading = readCampaign(content.value, zoneExists);
  if (reading.ok) return { ok: true, campaign: reading.campaign, text, path: file };
  const problems = reading.problems.map((problem) => ({
    ...problem,
    line: lineOf(document, problem.keys, lines),
  }));
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return invalid(file, problems);
}

/** What another YAML or JSON file of the campaign holds, or why nobody can read it. `begin`: how such a file begins. */
export function loadTree(
  file: string,
  begin?: string,
): { readonly value: unknown } | { readonly message: string } {
  const bytes = readBytes(file);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const text = decode(file, bytes);
  if (typeof text !== 'string') return text;
  const document = parse(file, text, {
    lines: new LineCounter(),
    ...(begin === undefined ? {} : { begin }),
  });
  return 'ok' in document ? document : toValue(file, document);
}

/** What a checked campaign file holds, without its comments and spacing. */
export const campaignTree = (text: string): unknown =>
  parseDocument(text, { version: '1.2' }).toJS({ maxAliasCount: MOST_ALIASES });

/** A text of a campaign file, and where it stands. */
interface WrittenText {
  /** `assistant.first_sentence` */
  readonly path: string;
  readonly text: string;
  /** The lines that it takes up in the file, as they stand. */
  readonly source: string;
  /** The line of the file on which they begin, from 1. */
  readonly line: number;
}

/** Every text of a checked campaign file. */
export function campaignTexts(text: string): readonly WrittenText[] {
  const lines = new LineCounter();
  const found: WrittenText[] = [];
  visit(parseDocument(text, { version: '1.2', lineCounter: lines }), {
    Scalar: (key, node, above) => {
      if (key === 'key' || typeof node.value !== 'string' || node.range == null) return;
      const [from, to] = node.range;
      found.push({
        path: pathOf(above, key),
        text: node.value,
        source: text.slice(from, to),
        line: lines.linePos(from).line,
      });
    },
  });
  return found;
}

/** The keys that lead to a value; a place in a list is a number. */
function pathOf(above: readonly unknown[], last: unknown): string {
  const steps = above.flatMap((node, at) => {
    if (isPair(node)) return [String(node.key)];
    if (!isSeq(node)) return [];
    const next = above[at + 1];
    return [String(next === undefined ? last : node.items.indexOf(next))];
  });
  return steps.join('.');
}

import ts from 'typescript';
import type { Rule } from './rule.ts';
import { isIn, lineOf, walk, type Source } from './source.ts';

/** Where the provider's own words are at home: its adapter, and the sandbox that stands for it. */
const ROOMS = ['src/adapters/revox', 'src/sandbox'];
/** A campaign file has the provider's field names, which are the users' contract: it is read and checked here. */
const CAMPAIGN_FILE = 'src/domain/campaign';

/** Names on the wire. */
const ON_THE_WIRE = [
  ...['phone_number', 'to_phone_number', 'prompt_variables', 'last_call_attempt', 'calls_count'],
  ...['call_attempts', 'call_order_id', 'call_ids', 'page_size', 'total_count', 'sort_direction'],
  ...['dial_error', 'structured_output', 'recording_url', 'ended_by', 'end_reason'],
  ...['started_at', 'answered_at', 'ended_at', 'queued_for_calling', 'initializing', 'errored'],
];

/** Names of the provider that stand in campaign files too. */
const IN_CAMPAIGN_FILES = [
  ...['assistant_id', 'from_phone_number', 'webhook_url', 'max_call_duration_secs'],
  ...['call_retry_config', 'calling_windows', 'calling_window_start_time', 'allowed_days'],
  ...['calling_window_end_time', 'retry_delay_seconds', 'max_retry_attempts'],
  ...['call_twice_in_a_row', 'structured_output_config', 'first_sentence', 'first_sentence_mode'],
  ...['voicemail_message', 'after_call_sms_prompt', 'transfer_phone_number'],
];

const WORDS = new Set([...ON_THE_WIRE, ...IN_CAMPAIGN_FILES]);

interface Exception {
  readonly words: readonly string[];
  readonly because: string;
}

/** Names of ours that sound the same. Each has to be there: an exception that nobody needs is taken out. */
const EXCEPTIONS: Readonly<Record<string, Exception>> = {
  'src/domain/results/columns.ts': {
    words: ['call_attempts'],
    because: 'a documented column of results',
  },
  'src/domain/order/believed.ts': {
    words: ['started_at', 'answered_at', 'ended_at'],
    because: 'a field that is odd is named for people as the answer has it',
  },
  'src/domain/report/never-remedies.ts': {
    words: ['call_retry_config'],
    because: 'the key of lines for a campaign file',
  },
  'src/cli/init/trial.ts': {
    words: ['assistant_id'],
    because: 'it writes the least that a campaign file says',
  },
  'src/cli/results/person-json.ts': {
    words: [
      ...['dial_error', 'started_at', 'answered_at', 'ended_at'],
      ...['ended_by', 'end_reason', 'recording_url'],
    ],
    because: 'documented fields of show --json',
  },
  'src/adapters/ledger/order/capping.ts': {
    words: ['started_at', 'answered_at', 'ended_at'],
    because: 'columns of the ledger',
  },
  'src/adapters/sqlite/ledger/forecast-ledger.ts': {
    words: ['structured_output', 'recording_url'],
    because: 'columns of the ledger',
  },
};

interface Said {
  readonly word: string;
  readonly line: number;
}

/** What a node says as a name: an identifier, or a text that is that word and nothing else. */
function wordOf(node: ts.Node): string | null {
  if (!ts.isIdentifier(node) && !ts.isStringLiteralLike(node)) return null;
  return WORDS.has(node.text) ? node.text : null;
}

function namesIn(source: Source): Said[] {
  const found: Said[] = [];
  walk(source.tree, (node) => {
    const word = wordOf(node);
    if (word !== null) found.push({ word, line: lineOf(source, node) });
  });
  return found;
}

/** The vendor itself, in code, comments and texts; only an import says where it lives. */
function vendorIn({ text, imports }: Source): Said[] {
  return text.split('\n').flatMap((line, at) => {
    const said = imports.reduce((rest, name) => rest.replace(name, ''), line);
    return /revox/i.test(said) ? [{ word: 'the vendor’s name', line: at + 1 }] : [];
  });
}

function strayWords(source: Source): string[] {
  if (!isIn(source, 'src') || isIn(source, ...ROOMS)) return [];
  const { words = [] } = EXCEPTIONS[source.path] ?? {};
  const names = isIn(source, CAMPAIGN_FILE) ? [] : namesIn(source);
  const strays = names.filter(({ word }) => !words.includes(word));
  const unneeded = words.filter((word) => !names.some((one) => one.word === word));
  return [
    ...[...strays, ...vendorIn(source)].map(
      ({ word, line }) => `${source.path}:${line}: ${word} belongs to src/adapters/revox`,
    ),
    ...unneeded.map((word) => `${source.path}: ${word} is not there; take its exception out`),
  ];
}

export const vendorWords: Rule = {
  name: 'the words of the provider stand in its own rooms',
  check: ({ sources }) => sources.flatMap(strayWords),
  breaks: [
    { 'src/app/a.ts': `const body = { phone_number: to };` },
    { 'src/app/a.ts': `const output = answer['structured_output'];` },
    { 'src/domain/order/a.ts': `if (status === 'queued_for_calling') wait();` },
    { 'src/domain/order/a.ts': `interface Answer { readonly dial_error: string }` },
    { 'src/domain/report/a.ts': `const { first_sentence: text } = assistant;` },
    { 'src/ports/a.ts': `export interface Fence { readonly allowed_days: string[] }` },
    { 'src/domain/campaign/a.ts': `/** As Revox has it. */` },
    { 'src/cli/a.ts': `const hint = 'check REVOX_API_KEY';` },
    { 'src/cli/a.ts': `const address = 'https://www.getrevox.com/api';` },
    { 'src/cli/init/trial.ts': `const key = 'id';` },
    { 'src/cli/init/trial.ts': `const ids = { assistant_id: '1', call_ids: ['1'] };` },
  ],
  keeps: [
    { 'src/adapters/revox/orders/a.ts': `const body = { phone_number: to };` },
    { 'src/sandbox/a.ts': `const statuses = ['queued_for_calling'];` },
    { 'src/domain/campaign/a.ts': `const { first_sentence: text } = file.assistant;` },
    { 'src/cli/compose/a.ts': `import { A } from '../../adapters/revox/a.ts';` },
    { 'src/domain/a.ts': `const fix = 'set max_retry_attempts to 1'; const dialError = null;` },
    { 'src/domain/draft/a.ts': `const line = '  first_sentence_mode: static';` },
    { 'test/a.test.ts': `const body = { phone_number: to };` },
  ],
};

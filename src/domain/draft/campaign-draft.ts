import { plainText } from '../text/privacy.ts';
import type { StatedConsent } from '../contact/consent.ts';
import { COMPANY_STAND_IN } from './stand-ins.ts';
import { yamlScalar } from './yaml-scalar.ts';
import { DEFAULT_WINDOW_END, DEFAULT_WINDOW_START } from '../campaign/fields/defaults.ts';

/** What a campaign file is written from: the operator’s answers, and what the list needs. */
export interface Draft {
  readonly name: string;
  /** The list, as its owner would write it. */
  readonly list: string;
  readonly speaks: { readonly prompt: string } | { readonly assistantId: string };
  /** For whom the calls are made; null: nobody has said so. */
  readonly company: string | null;
  /** Null: nobody has said so yet. */
  readonly consent: StatedConsent | null;
  /** What the list is encoded in, where it had to be said. */
  readonly encoding: string | null;
  /** The country of numbers without a country code; null: nobody has named one. */
  readonly country: string | null;
  /** Calls at once. */
  readonly lines: number;
  /** Columns that have to be named: key under `columns`, and its headers, in the order of choice. */
  readonly columns: readonly (readonly [key: string, headers: readonly string[]])[];
  /** Headers that are not to be used. */
  readonly ignore: readonly string[];
  /** What can stand between {{ }}. */
  readonly placeholders: readonly string[];
}

/** The campaign file, with a comment for each thing that somebody may want to change. */
export function draftCampaign(draft: Draft): string {
  const { name, list, country, lines } = draft;
  return [
    ...comment(
      `Who calls the people of ${list}, when, and what is said. Look at it again with: campaign check`,
    ),
    '',
    '# The same name goes on with the same run: nobody is called twice.',
    `name: ${yamlScalar(name)}`,
    '',
    ...speaks(draft),
    '',
    ...consent(draft.consent),
    '',
    ...encodingLines(draft.encoding),
    ...columnLines(draft),
    '# The country of numbers without + and country code (two letters).',
    country === null ? '# default_country: US' : `default_country: ${country}`,
    '',
    '# How many calls at once.',
    'concurrency:',
    `  max: ${lines}`,
    '',
    '# When people may be called, each by their own clock. These hours cannot allow what the law forbids.',
    'call_retry_config:',
    '  calling_windows:',
    `    - calling_window_start_time: '${DEFAULT_WINDOW_START}'`,
    `      calling_window_end_time: '${DEFAULT_WINDOW_END}'`,
    '  allowed_days: [monday, tuesday, wednesday, thursday, friday]',
    '  max_retry_attempts: 3 # in all, the first one included',
    '',
  ].join('\n');
}

function speaks({ speaks: by, placeholders, company }: Draft): string[] {
  if ('assistantId' in by) {
    return [
      '# The assistant that calls, as it is stored with the provider.',
      `assistant_id: ${yamlScalar(by.assistantId)}`,
    ];
  }
  return [
    ...comment(
      'What the agent is told. A column of the list stands between braces, with what is said where the cell is blank: {{first_name|the person}}.',
    ),
    ...(placeholders.length === 0
      ? []
      : comment(`Columns: ${placeholders.map((one) => `{{${one}}}`).join(' ')}`)),
    'assistant:',
    ...textLines('prompt', by.prompt),
    ...howItBegins(company),
  ];
}

function howItBegins(company: string | null): string[] {
  const from = `Hello, this is an AI assistant calling from ${company ?? COMPANY_STAND_IN}.`;
  const why =
    'How it begins, word for word. In many places it has to say at once that an AI speaks, for whom, and how not to be called again.';
  const write = ` Replace ${COMPANY_STAND_IN} with the name of your company before a live run can start.`;
  return [
    ...indented(comment(company === null ? why + write : why)),
    `  first_sentence: ${yamlScalar(`${from} Tell me if you do not want to be called again. Is this a good moment?`)}`,
    '  first_sentence_mode: static',
    '  # What it says to an answering machine:',
    `  # voicemail_message: ${yamlScalar(`${from} We will try again.`)}`,
  ];
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function consent(stated: StatedConsent | null): string[] {
  const what =
    'Many countries ask that people have agreed to such calls. Best is a column consent_at in the list, with the day of each person. For rows without one, this is what you state for all of them. It has to be true.';
  if (stated !== null) {
    return [
      ...comment(what),
      'consent:',
      `  basis: ${yamlScalar(stated.basis)}`,
      `  statement: ${yamlScalar(stated.statement)}`,
    ];
  }
  return [
    ...comment(what),
    '# consent:',
    '#   basis: existing customers',
    '#   statement: They agreed in the order form to be called about their order.',
  ];
}

const encodingLines = (encoding: string | null): string[] =>
  encoding === null
    ? []
    : ['# What the list is encoded in.', `encoding: ${yamlScalar(encoding)}`, ''];

function columnLines({ columns, ignore }: Draft): string[] {
  if (columns.length === 0 && ignore.length === 0) return [];
  return [
    '# Which column of the list is what. Those that are not named here are recognised by their headers.',
    'columns:',
    ...columns.map(([key, headers]) => {
      const [first = '', ...more] = headers;
      return more.length === 0
        ? `  ${key}: ${yamlScalar(first)}`
        : `  ${key}: [${headers.map(quoted).join(', ')}] # the first that is filled is called`;
    }),
    ...(ignore.length === 0 ? [] : [`  ignore: [${ignore.map(quoted).join(', ')}]`]),
    '',
  ];
}

const quoted = (text: string): string => JSON.stringify(text);

/** A block of lines where that says exactly the text, else one quoted line. */
function textLines(key: string, text: string): string[] {
  const isPlain =
    /^\S/.test(text) &&
    /^[^\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]*$/u.test(text.replaceAll('\n', ''));
  if (!isPlain) return [`  ${key}: ${quoted(text)}`];
  return [`  ${key}: |-`, ...text.split('\n').map((line) => (line === '' ? '' : `    ${line}`))];
}

const WIDTH = 100;

function comment(text: string): string[] {
  const lines: string[] = [];
  let line = '#';
  for (const word of plainText(text).replace(/\s+/g, ' ').split(' ')) {
    if (line.length > 1 && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

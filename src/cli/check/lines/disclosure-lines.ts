import { readRows } from '../../../app/people/rows.ts';
import { OpeningWords, type DisclosureFinding } from '../../../domain/disclosure/asked.ts';
import {
  DISCLOSURE_RULES,
  UNWRITTEN,
  fixesOf,
  isAskedBy,
  isDisclosureRule,
  isUnjudged,
  stopsLiveRun,
  type DisclosureFix,
} from '../../../domain/disclosure/rules.ts';
import type { NewContact } from '../../../domain/contact/contact.ts';
import { Schedules } from '../../../domain/schedule/schedules.ts';
import { realClock, type Reference } from '../../compose/compose.ts';
import { usage, type Failure } from '../../terminal/failure.ts';
import { ledgerPath } from '../../input/paths.ts';
import type { Input } from '../../input/reading.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { counted } from '../../terminal/words.ts';
import { NeverCalled } from '../never-called.ts';
import { pasteInto } from '../paste-into.ts';
import { remedyLines, type PasteInto } from './remedy-lines.ts';
import { rowsText } from './rows-text.ts';
import { wrapped } from './wrapped.ts';

/** What `check`, a rehearsal and a live run say of the words that open a call. */

export const addPerson = (
  words: OpeningWords,
  { line, contact }: { readonly line: number; readonly contact: NewContact },
  { schedules, now }: { readonly schedules: Schedules; readonly now: number },
): void => {
  words.add({ line, variables: contact.variables }, schedules.recordsAt(contact.group, now));
};

export function disclosureLines(found: readonly DisclosureFinding[], into: PasteInto): string[] {
  if (found.length === 0) return [];
  return [
    'what has to be said at the beginning of a call',
    ...found.flatMap((finding) => {
      const { sentence } = DISCLOSURE_RULES[finding.rule];
      const level = stopsLiveRun(finding.rule) ? 'a live run does not begin' : 'warning';
      const laws = [...finding.laws.keys()].join(', ');
      return [
        ...wrapped(
          '        ',
          `${sentence} ${whyOf(finding)} Asked for by ${laws}, of ${counted(finding.people, 'person', 'people')} (${rowsText(finding.lines, finding.people)}); ${level}. [${finding.rule}]`,
        ),
        ...fixesOf(finding.rule, finding).flatMap((fix) =>
          remedyLines({ frees: true, text: fix.text, paste: pasteOf(fix) }, into, '        '),
        ),
      ];
    }),
  ];
}

const whyOf = ({ rule, unwritten }: DisclosureFinding): string =>
  unwritten && isUnjudged(rule) ? UNWRITTEN.why : DISCLOSURE_RULES[rule].why;

function pasteOf({ lines }: DisclosureFix): { key: string; lines: readonly string[] } | null {
  const [key = ''] = lines;
  return lines.length === 0 ? null : { key: key.replace(/:$/, ''), lines };
}

export function disclosureJson(finding: DisclosureFinding): object {
  const [{ text, lines }] = fixesOf(finding.rule, finding);
  return {
    rule: finding.rule,
    message: DISCLOSURE_RULES[finding.rule].sentence,
    stops_live_run: stopsLiveRun(finding.rule),
    people: finding.people,
    lines: finding.lines,
    laws: [...finding.laws].map(([id, sources]) => ({ id, sources })),
    remedy: { text, paste: lines },
  };
}

/** `campaign check --explain <id>` */
export function explainRule(id: string, { law }: Reference): string[] {
  if (!isDisclosureRule(id))
    throw usage(
      `there is no rule "${id}"`,
      `name one of ${Object.keys(DISCLOSURE_RULES).join(', ')}`,
    );
  const { sentence, why } = DISCLOSURE_RULES[id];
  const fixes = fixesOf(id, { opening: { language: null, company: null }, unwritten: true });
  const records = law.rules.filter(({ record }) => isAskedBy(id, record));
  return [
    `${id}: ${sentence}`,
    ...wrapped('  why  ', why),
    ...records.map(
      ({ record }) => `  law  ${record.id}, ${record.name}: ${record.sources.join(' ; ')}`,
    ),
    ...fixes.flatMap(({ text, lines }) => [
      ...wrapped('  fix  ', text),
      ...lines.map((line) => `         ${line}`),
    ]),
  ];
}

interface Asking {
  readonly reference: Reference;
  readonly terminal: Terminal;
  /** The live ledger, whose lists say who is never called. */
  readonly ledger: string | undefined;
}

/** Who would be called, and what they would not be told. */
async function disclosureOf(
  input: Input,
  { reference, terminal, ledger }: Asking,
): Promise<readonly DisclosureFinding[]> {
  const { source, columns, campaign } = input;
  const now = realClock().now();
  const context = { columns, campaign, reference, now };
  const calling = { ...campaign.calling, zone: campaign.calling.timezone };
  const schedules = new Schedules(reference.rules, calling, reference.law);
  const path = ledgerPath('live', ledger, terminal);
  const never = await NeverCalled.by(input, { ...context, schedules }, path);
  const words = new OpeningWords(campaign);
  for await (const reading of readRows(source, context, null))
    if (reading.kind === 'contact' && never.why(reading.contact) === null)
      addPerson(words, reading, { schedules, now });
  return words.findings();
}

/** A live run begins only where what has to be said is said, or where somebody states that it is. */
export async function needDisclosure(input: Input, asking: Asking): Promise<void> {
  const found = await disclosureOf(input, asking);
  const refusal = disclosureRefusal(found, pasteInto(input, asking.terminal));
  if (refusal !== null) throw refusal;
}

/** Null: nothing is missing that stops a live run. */
export function disclosureRefusal(
  found: readonly DisclosureFinding[],
  into: PasteInto,
): Failure | null {
  const stopping = found.filter(({ rule }) => stopsLiveRun(rule));
  if (stopping.length === 0) return null;
  return usage(
    disclosureLines(stopping, into).join('\n'),
    `correct ${into.file} as above; nobody was called. More: campaign check --explain ${stopping[0]?.rule ?? ''}`,
  );
}

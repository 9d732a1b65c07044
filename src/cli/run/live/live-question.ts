import type { Outlook } from '../../../app/views/outlook.ts';
import type { TailImpact } from '../../../app/people/tails.ts';
import { ON_DO_NOT_CALL } from '../../../domain/schedule/admission.ts';
import { firstWordsOf } from '../../../domain/campaign/assistant.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { reasonText } from '../../../domain/run/text/reason-text.ts';
import type { Counts } from '../../../ports/ledger/records.ts';
import { counted, duration, minute, number } from '../../terminal/words.ts';

/** By what a live run reaches the provider, as far as it may be shown: of the key, its last four characters. */
export interface Way {
  readonly host: string;
  readonly loopback: boolean;
  readonly keyEnd: string;
}

interface Question {
  readonly way: Way;
  readonly campaign: Campaign;
  readonly campaignFile: string;
  readonly outlook: Outlook;
  readonly counts: Counts;
  readonly now: number;
  readonly limit: number | null;
  /** That the time-zone rules are older than those of the session before. */
  readonly stepBack: string | null;
  /** What rows of lists do that cannot be read as one number; null: there are none. */
  readonly tails: TailImpact | null;
  /** What would be spoken and is hardly meant. */
  readonly doubts: readonly string[];
}

const COUNTRIES_SHOWN = 8;
const REASONS_SHOWN = 6;
const PLACES_SHOWN = 8;
const LISTS_SHOWN = 4;

export const liveBanner = ({ loopback, host }: Way): string =>
  loopback ? `LIVE against ${host}, this computer: no phone rings.` : 'LIVE  real phones ring.';

/** Everything that somebody should know before phones ring, a line each. */
export function questionLines(question: Question): string[] {
  const { way, campaign, campaignFile, outlook, limit, now } = question;
  const from = campaign.fromPhoneNumber ?? 'the provider’s default number';
  const cut = limit === null ? '' : `, by --limit ${limit}`;
  // Which of those who wait are called first is not known yet: the countries are those of all.
  const most =
    outlook.people === outlook.waiting ? cut : ` of ${number(outlook.waiting)}${cut}; all`;
  return [
    `calls as    ${from}, key …${way.keyEnd}, ${way.host}`,
    `campaign    ${campaign.name} (${campaignFile})`,
    `opens with  ${opening(campaign)}`,
    `people      ${number(outlook.people)}${most}: ${countries(outlook)}`,
    ...notCalled(question.counts, outlook.barred).map((line) => `not called  ${line}`),
    `hours       ${hours(outlook, now)}`,
    ...(outlook.resting === 0
      ? []
      : [
          `rest        ${number(outlook.resting)} of them were called by another run less than ${duration(campaign.repeatAfterMs)} ago: they wait until then (repeat_after)`,
        ]),
    `calls       at most ${campaign.calling.maxAttempts} for each person; ${campaign.concurrency.max} at once`,
    ...worstCost(campaign, outlook.people).map((line) => `cost        ${line}`),
    ...tailLines(question.tails),
    ...(question.stepBack === null ? [] : [`NOTE        ${question.stepBack}`]),
    ...question.doubts.map((line) => `NOTE        ${line}`),
    ...unkept(question).map((line) => `NOTE        ${line}`),
    ...warnings(campaign).map((line) => `NOTE        ${line}`),
  ];
}

function tailLines(tails: TailImpact | null): string[] {
  if (tails === null) return [];
  return [`${tails.many ? 'NOTE        ' : 'lists       '}${tailsLine(tails)}`];
}

/** More than one in a hundred is a question: a list that cannot be read may mean others than it bars. */
export function tailsLine({ people, of, lists, many }: TailImpact): string {
  const files = lists.slice(0, LISTS_SHOWN).map(({ file, tails }) => `${file} (${number(tails)})`);
  const rest = lists.length > files.length ? ', …' : '';
  const because = 'because rows of lists are not one whole number, and their numbers end so';
  const said = `${number(people)} of ${counted(of, 'person is', 'people are')} not called ${because}: ${files.join(', ')}${rest}`;
  return many ? `${said}. Are these the lists you mean?` : said;
}

function opening({ assistant }: Campaign): string {
  if (assistant === null) return 'the words of the stored assistant';
  const first = firstWordsOf(assistant);
  switch (first.kind) {
    case 'person_first':
      return 'nothing: the person speaks first';
    case 'made_from_prompt':
      return 'a sentence made from the prompt';
    case 'made_from':
      return `a sentence made from “${first.text}”`;
    case 'spoken':
      return `“${first.text}”`;
  }
}

function countries({ countries: all }: Outlook): string {
  const shown = all.slice(0, COUNTRIES_SHOWN);
  const parts = shown.map(({ region, people }) => `${region ?? 'no country'} ${number(people)}`);
  const rest = all.slice(COUNTRIES_SHOWN).reduce((sum, one) => sum + one.people, 0);
  return [...parts, ...(rest > 0 ? [`others ${number(rest)}`] : [])].join(' · ') || 'nobody';
}

/** Anyone who is on the do-not-call list still waits, until their turn comes: said with those who were skipped for it. */
function notCalled(counts: Counts, barred: number): string[] {
  const skipped = counts.reasons.filter(({ state }) => state === 'skipped');
  const onList = skipped.find(({ reason }) => reason === ON_DO_NOT_CALL)?.count ?? 0;
  const reasons = [
    ...(onList + barred === 0 ? [] : [{ reason: ON_DO_NOT_CALL, count: onList + barred }]),
    ...skipped.filter(({ reason }) => reason !== ON_DO_NOT_CALL),
  ];
  const lines = reasons
    .slice(0, REASONS_SHOWN)
    .map((one) => `${number(one.count)} skipped: ${reasonText(one.reason)}`);
  const rest = reasons.slice(REASONS_SHOWN).reduce((sum, one) => sum + one.count, 0);
  if (rest > 0) lines.push(`${number(rest)} skipped for other reasons`);
  if (counts.invalid > 0) lines.push(`${number(counts.invalid)} with problems in their row`);
  if (counts.held > 0) lines.push(`${number(counts.held)} no longer in their file`);
  const { reached, uncertain } = counts.states;
  if (reached > 0) lines.push(`${number(reached)} reached already`);
  if (uncertain > 0) lines.push(`${number(uncertain)} of whom it is not known whether it rang`);
  return lines;
}

function hours({ now: open, nextAt, people }: Outlook, now: number): string {
  const begin =
    nextAt === null ? '' : `the next begin ${minute(nextAt)} (in ${duration(nextAt - now)})`;
  if (open === 0)
    return nextAt === null ? 'nobody is in their hours' : `nobody is in their hours; ${begin}`;
  const many = `${number(Math.min(open, people))} may be called now`;
  return begin === '' ? many : `${many}; ${begin}`;
}

function worstCost({ rate, calling, maxCallSeconds }: Campaign, people: number): string[] {
  if (rate === null) return [];
  const minutes = (people * calling.maxAttempts * maxCallSeconds) / 60;
  const amount = (minutes * rate.amount).toFixed(2);
  const currency = rate.currency === null ? '' : ` ${rate.currency}`;
  return [
    `at most ${amount}${currency}: ${number(people)} people × ${calling.maxAttempts} calls × ${maxCallSeconds} s at ${rate.amount} a minute`,
  ];
}

/** A list of rules is a choice, and what it leaves out is said: nobody reads it off the list. */
function unkept({ campaign, outlook: { unkept: all } }: Question): string[] {
  if (all.length === 0) return [];
  const named = campaign.calling.rules?.named.join(', ') ?? '';
  const shown = all
    .slice(0, PLACES_SHOWN)
    .map(({ place, people }) => `${place} (${counted(people, 'person', 'people')})`);
  const rest = all.length - shown.length;
  const others = rest === 0 ? '' : ` and of ${counted(rest, 'other place')}`;
  return [`rules: ${named} only; the law of ${shown.join(', ')}${others} is not kept`];
}

/** What is unusual in this campaign and could do harm. */
function warnings(campaign: Campaign): string[] {
  const lines: string[] = [];
  const { rules } = campaign.calling;
  if (rules !== undefined && !rules.automatic && rules.named.length === 0)
    lines.push(
      'rules: none switches off the calling hours of the law; only the campaign’s own hours apply',
    );
  if (campaign.consent !== null)
    lines.push(
      `consent stated by you (${campaign.consent.basis}): “${campaign.consent.statement}”`,
    );
  if (campaign.disclosure.statedBy !== null)
    lines.push(
      `that the call says at its beginning what the law asks for (that an AI speaks and for whom, how not to be called again) is stated by ${campaign.disclosure.statedBy}`,
    );
  if (campaign.forceNow) lines.push('force_now: the campaign’s own windows are off');
  if (campaign.assistantId !== null)
    lines.push(
      'a stored assistant: if this computer fails, an order may ring in the assistant’s hours, not in the recipient’s',
    );
  if (campaign.providerRetries === 'accept')
    lines.push(
      'provider_retries: accept, so the provider decides when and how often it rings again',
    );
  return lines;
}

/** What somebody typed. The number of people agrees; anything else does not. */
export function answerOf(typed: string | null, people: number): 'call' | 'rehearse' | 'leave' {
  const text = typed?.trim().toLowerCase().replaceAll(',', '') ?? '';
  if (text === String(people)) return 'call';
  return text === 'r' || text === 'rehearse' ? 'rehearse' : 'leave';
}

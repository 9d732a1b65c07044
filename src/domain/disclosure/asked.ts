import { filledIn, withDefaults } from '../contact/columns/placeholder-text.ts';
import { firstWordsOf } from '../campaign/assistant.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { RuleRecord } from '../law/rule.ts';
import { judgeSpoken, promptDenies, type Judgement } from './judge.ts';
import type { Opening } from './opening-lines.ts';
import { isAskedBy, type DisclosureRule } from './rules.ts';
import { COMPANY_CELL, OTHER_CELL } from './wording/plain.ts';

/** One thing about the opening words of a campaign, and how many people it concerns. */
export interface DisclosureFinding {
  readonly rule: DisclosureRule;
  /** In which language the opening words are, and for which company, as far as that is known. */
  readonly opening: Opening;
  /** Whether the campaign could have a first sentence, and has none that is spoken as it stands. */
  readonly unwritten: boolean;
  people: number;
  readonly lines: number[];
  /** The records of law that ask for it. */
  readonly laws: Map<string, readonly string[]>;
}

type Words = Pick<DisclosureFinding, 'opening' | 'unwritten'>;

const newFinding = (rule: DisclosureRule, { opening, unwritten }: Words): DisclosureFinding => ({
  rule,
  opening,
  unwritten,
  people: 0,
  lines: [],
  laws: new Map(),
});

type Speaks = Pick<Campaign, 'assistant' | 'disclosure'>;
type Said = Pick<
  RuleRecord,
  'id' | 'aiDisclosure' | 'recordingNotice' | 'callerNamed' | 'optOutOffered' | 'sources'
>;

const asksForWords = ({
  aiDisclosure,
  recordingNotice,
  callerNamed,
  optOutOffered,
}: Said): boolean =>
  aiDisclosure === 'at_start' || (recordingNotice ?? callerNamed ?? optOutOffered) !== null;

const LINES_KEPT = 5;
/** Cells that may themselves speak of who calls; any other is as good as the next. */
const TELLING =
  /(?<!\p{L})(?:a\.?i|k\.?i|i\.?a|\p{L}*(?:bot|robot|artifi|künstlich|human|mensch|machine|automat)\p{L}*)(?!\p{L})/iu;
const COMPANY =
  /^(?:company|company_name|companyname|firma|entreprise|societe|empresa|azienda|bedrijf|our_company)$/i;

/** What the opening words leave out of what the places of a list ask for. Asks nothing where no rule does. */
export class OpeningWords {
  readonly #campaign: Speaks;
  readonly #sentence: string | null;
  readonly #judged = new Map<string, Judgement>();
  readonly #found = new Map<DisclosureRule, DisclosureFinding>();
  readonly #denies: boolean;

  constructor(campaign: Speaks) {
    this.#campaign = campaign;
    const { assistant } = campaign;
    const prompt = assistant?.['prompt'];
    this.#denies = typeof prompt === 'string' && promptDenies(prompt) === true;
    const first = assistant === null ? null : firstWordsOf(assistant);
    this.#sentence = first?.kind === 'spoken' && first.text.trim() !== '' ? first.text : null;
  }

  /** Whether anything of a call is judged where these rules hold. */
  asks(rules: readonly Said[]): boolean {
    return rules.some(asksForWords);
  }

  /** One person who would be called, and the rules that hold for them. */
  add(
    person: { readonly line: number; readonly variables: Readonly<Record<string, string>> },
    rules: readonly Said[],
  ): void {
    if (!this.asks(rules)) return;
    const judgement = this.#judge(person.variables);
    const at = {
      line: person.line,
      unwritten: this.#sentence === null && this.#campaign.assistant !== null,
      opening: {
        language: judgement?.language ?? null,
        company: this.#campaign.disclosure.company,
      },
    };
    const asksAi = rules.some(({ aiDisclosure }) => aiDisclosure === 'at_start');
    const broken = [
      ...(asksAi && this.#denies ? (['prompt_denies_ai'] as const) : []),
      ...(asksAi ? this.#aiRules(judgement) : this.#nameRules(judgement)),
      ...(judgement?.optOut === false ? (['opt_out_not_offered'] as const) : []),
      ...(judgement?.recorded === false ? (['recording_not_said'] as const) : []),
    ];
    for (const rule of broken) {
      const laws = rules.filter((record) => isAskedBy(rule, record));
      if (laws.length > 0) this.#find(rule, at, laws);
    }
  }

  findings(): readonly DisclosureFinding[] {
    return [...this.#found.values()];
  }

  #aiRules(judgement: Judgement | null): DisclosureRule[] {
    if (judgement === null || judgement.ai === 'cannot_judge')
      return this.#campaign.disclosure.statedBy === null ? ['cannot_judge'] : [];
    if (judgement.ai === 'denied') return ['ai_denied'];
    return [
      ...(judgement.ai === 'said' ? [] : (['ai_not_said'] as const)),
      ...(judgement.caller === false ? (['caller_not_named'] as const) : []),
    ];
  }

  /** Where no law asks for the AI to be named as well: who calls has to be said all the same. */
  #nameRules(judgement: Judgement | null): DisclosureRule[] {
    if (judgement === null || judgement.ai === 'cannot_judge')
      return this.#campaign.disclosure.statedBy === null ? ['opening_not_judged'] : [];
    return judgement.caller === false ? ['company_not_named'] : [];
  }

  /** Null: the words are not known here. */
  #judge(variables: Readonly<Record<string, string>>): Judgement | null {
    if (this.#sentence === null) return null;
    const { assistant, disclosure } = this.#campaign;
    const cells = Object.entries(withDefaults(variables, assistant)).map(
      ([name, cell]) => [name, shapeOf(name, cell)] as const,
    );
    const text = filledIn(this.#sentence, Object.fromEntries(cells));
    const known = this.#judged.get(text) ?? judgeSpoken(text, disclosure.company);
    this.#judged.set(text, known);
    return known;
  }

  #find(
    rule: DisclosureRule,
    { line, ...words }: Words & { readonly line: number },
    laws: readonly Said[],
  ): void {
    const found = this.#found.get(rule) ?? newFinding(rule, words);
    found.people += 1;
    if (found.lines.length < LINES_KEPT) found.lines.push(line);
    for (const { id, sources } of laws) found.laws.set(id, sources);
    this.#found.set(rule, found);
  }
}

function shapeOf(name: string, cell: string): string {
  if (cell.trim() === '' || TELLING.test(cell)) return cell;
  return COMPANY.test(name) ? COMPANY_CELL : OTHER_CELL;
}

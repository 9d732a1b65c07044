import { resolve } from 'node:path';
import { countryOf } from '../../../domain/contact/address/country-name.ts';
import { plainText } from '../../../domain/text/privacy.ts';
import { holdsIn } from '../../../domain/law/law.ts';
import type { RuleRecord } from '../../../domain/law/rule.ts';
import { realClock } from '../../compose/compose.ts';
import { EXIT, usage, type ExitCode } from '../../terminal/failure.ts';
import { readCampaignFile } from '../../input/reading.ts';
import { freshReference } from '../../input/reference.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { ruleJson } from './rules-json.ts';
import { ruleLines } from './rules-lines.ts';

export interface RulesOptions {
  readonly country?: string;
  readonly campaign?: string;
  readonly json?: boolean;
}

/** `campaign rules`: the calling rules that ship, and those that a campaign brings along. */
export async function rulesCommand(
  ids: readonly string[],
  options: RulesOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const reference = freshReference({}, terminal);
  const now = realClock().now();
  const own =
    options.campaign === undefined
      ? []
      : (await readCampaignFile(resolve(terminal.cwd, options.campaign), reference, terminal))
          .campaign.calling.ownRules;
  const all = [...own, ...reference.law.rules.map(({ record }) => record)];
  const rules = chosen(named(all, ids), options.country);
  if (options.json === true) {
    const list = rules.map((record) => ruleJson(record, now));
    const { rules: release } = reference.releases;
    terminal.out(`${JSON.stringify({ schema_version: 1, release, rules: list })}\n`);
    return EXIT.done;
  }
  for (const [nth, record] of rules.entries()) {
    if (nth > 0) terminal.out('\n');
    for (const text of ruleLines(record, now)) terminal.out(`${plainText(text)}\n`);
  }
  if (rules.length === 0)
    terminal.say('No rule is known there: only the hours of the campaign hold.');
  terminal.say('Facts with their sources, not legal advice.');
  return EXIT.done;
}

function named(all: readonly RuleRecord[], ids: readonly string[]): readonly RuleRecord[] {
  const unknown = ids.find((id) => !all.some((record) => record.id === id));
  if (unknown !== undefined)
    throw usage(`there is no rule ${JSON.stringify(unknown)}`, 'see all of them: campaign rules');
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}

function chosen(rules: readonly RuleRecord[], country: string | undefined): readonly RuleRecord[] {
  if (country === undefined) return rules;
  const place = placeOf(country);
  return rules.filter(({ in: places }) => places.some((where) => holdsIn(where, place)));
}

/** A country, or a state as `US-FL`. */
function placeOf(text: string): string {
  const [name = '', state] = text.toUpperCase().split(/-(?=[A-Z0-9]{1,3}$)/);
  const country = countryOf(state === undefined ? text : name);
  if (country === null)
    throw usage(`--country is "${text}"`, 'write two letters, like GB, or a state, like US-FL');
  return state === undefined ? country : `${country}-${state}`;
}

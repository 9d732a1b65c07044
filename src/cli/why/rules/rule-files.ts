import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RULE_IDS, withRules } from '../../../domain/campaign/schema/rules-schema.ts';
import { isTree } from '../../../domain/campaign/problems/problem.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { readOwnRules } from '../../../domain/law/own-rules.ts';
import { campaignTree, loadTree, readCampaignText, type Reference } from '../../compose/compose.ts';
import { usage } from '../../terminal/failure.ts';
import { shown } from '../../input/paths.ts';
import type { Terminal } from '../../terminal/terminal.ts';

interface CampaignRead {
  readonly campaign: Campaign;
  readonly text: string;
  readonly path: string;
}

/**
 * A campaign with its files of rules read into it, as with files of holidays: another rule in a file is a change of
 * the campaign like any other, and who goes on from the ledger alone needs no file.
 */
export function withRuleFiles<T extends CampaignRead>(
  read: T,
  reference: Reference,
  terminal: Pick<Terminal, 'cwd'>,
): T {
  const names = read.campaign.ruleFiles;
  const root = campaignTree(read.text);
  if (names.length === 0 || !isTree(root)) return read;
  const found = new Map(
    names.map((name) => [name, rulesIn(resolve(dirname(read.path), name), terminal)]),
  );
  const text = JSON.stringify(withRules(root, found));
  const whole = readCampaignText(text, (zone) => reference.rules.canonical(zone), read.path);
  if (whole.ok) return { ...read, campaign: whole.campaign, text };
  const problems = whole.problems.map(({ message }) => message).join('; ');
  throw usage(
    `the rules of your own do not fit together: ${problems}`,
    'give each an id of its own',
  );
}

function rulesIn(
  path: string,
  { cwd }: Pick<Terminal, 'cwd'>,
): readonly Readonly<Record<string, unknown>>[] {
  const where = `rules file ${shown(path, cwd)}`;
  const read = loadTree(path, 'begin with - id: and in:, or leave the file out of rules:');
  if ('message' in read)
    throw usage(
      `${where} cannot be used, so nobody was called: ${read.message}`,
      existsSync(path)
        ? `fix ${shown(path, cwd)} and try again; what a rule looks like: campaign rules --json`
        : 'write its path under rules: as it is seen from the campaign file, or leave it out',
    );
  const rules = readOwnRules(read.value, RULE_IDS);
  if (rules.ok) return rules.rules;
  const lines = rules.problems.map((problem) => `  ${problem}`);
  throw usage(
    [`${where} does not fit, so nobody was called:`, ...lines].join('\n'),
    `fix ${shown(path, cwd)} and try again; what a rule looks like: campaign rules --json`,
  );
}

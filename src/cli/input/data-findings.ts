import {
  ageOf,
  ageText,
  freshnessWarnings,
  overdueRules,
  type DataAge,
} from '../../domain/law/freshness.ts';
import { realClock, type Reference } from '../compose/looking.ts';
import { attention, fine, note, type Finding } from './finding.ts';
import { otherRules } from '../../domain/time/release.ts';
import type { Run } from '../../ports/ledger/runs.ts';
import type { Terminal } from '../terminal/terminal.ts';

const FIX: Readonly<Record<DataAge['what'], string>> = {
  'time zones': 'update this program, or name newer rules with --tzdata',
  numbers: 'update this program',
  rules: 'update this program, or look the rules up and narrow the campaign’s windows',
};

/** Our data with its age, and Node's own, which nothing is decided by. */
export function dataFindings(reference: Reference, now: number): Finding[] {
  const ours = reference.data.map((release) => {
    const age = ageOf(release, now);
    const text = releaseText(age);
    return age.stale ? attention(age.what, text, FIX[age.what]) : fine(age.what, text);
  });
  return [...ours, ...ruleFindings(reference, now), nodeZones(now)];
}

const releaseText = (age: DataAge): string =>
  `${age.release}${age.from === null || age.release.startsWith(age.from) ? '' : `, of ${age.from}`}, ${ageText(age)}`;

function ruleFindings({ law }: Reference, now: number): Finding[] {
  const overdue = overdueRules(law, now);
  const first = law.rules.map(({ record }) => record.reviewBy).sort()[0];
  if (overdue.length === 0) {
    return [
      fine('rules', `${law.rules.length} records, the first to be reviewed by ${first ?? '–'}`),
    ];
  }
  const text = `past their review date: ${overdue.join(', ')}`;
  return [attention('rules', text, FIX.rules)];
}

function nodeZones(now: number): Finding {
  const release = process.versions['tz'] ?? 'none';
  const age = ageText(ageOf({ what: 'time zones', release, from: null }, now));
  return note('time zones', `Node’s own are ${release}, ${age}: nothing here uses them`);
}

/** One line on stderr before anything is decided by data that is old. */
export function warnOfAge(reference: Reference, terminal: Terminal): void {
  const warnings = freshnessWarnings(reference, realClock().now());
  if (warnings.length === 0) return;
  terminal.say(`warning: ${warnings.join('; ')}. See: campaign doctor`);
}

/** One line on stderr where the run goes by other time-zone rules than the hours that are shown. */
export function warnOfOtherRules(run: Run, reference: Reference, terminal: Terminal): void {
  const { releases, shippedZones: shipped } = reference;
  const said = otherRules(run, { by: releases.zones, shipped });
  if (said !== null) terminal.say(`warning: ${said}`);
}

/** What `--version` prints: the program, then the data it decides by. */
export function versionLines(version: string, reference: Reference): string[] {
  const now = realClock().now();
  const lines = reference.data.map((release) => {
    const age = ageOf(release, now);
    return `${age.what.padEnd(10)} ${releaseText(age)}${age.stale ? ': too old' : ''}`;
  });
  return [
    version,
    ...lines,
    `${'Node’s own'.padEnd(10)} ${process.versions['tz'] ?? 'none'}, not used`,
  ];
}

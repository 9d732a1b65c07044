import type { CheckReport, NeverReason } from '../../domain/report/check-report.ts';
import { stepWhy } from './step-why.ts';
import { reasonCode } from '../../domain/run/reason.ts';
import { reasonText } from '../../domain/run/text/reason-text.ts';
import { barsMany } from '../../domain/run/many-barred.ts';
import { neverRemedy } from '../../domain/report/never-remedies.ts';
import { problemAdvice, warningAdvice } from '../../domain/report/problem-advice.ts';
import type { ProblemGroup } from '../../domain/report/problem-groups.ts';
import type { Remedy } from '../../domain/report/remedy.ts';
import { disclosureJson } from './lines/disclosure-lines.ts';
import type { Checked } from './checked.ts';

/** The last line of `check --json`. */
export function summaryJson(checked: Checked): object {
  const { report, uses, samples, facts, step, lists, notChecked, disclosure, standIns } = checked;
  return {
    kind: 'summary',
    schema_version: 1,
    ...countsJson(report),
    problem_groups: report.problemGroups().map((one) => groupJson(one, problemAdvice(one, facts))),
    warning_groups: report.warningGroups().map((one) => groupJson(one, warningAdvice(one))),
    mapping: uses.map((use) => ({
      column: use.header,
      roles: use.roles,
      variable: use.variable,
      used_in: use.usedIn,
      metadata: use.metadata,
      not_used: use.notUsed,
      looks_like: use.resembles?.to ?? null,
      question: use.question,
    })),
    samples_rendered: samples,
    lists: {
      files: lists.files.map(({ name, numbers, tailRows, ignored }) => ({
        file: name,
        numbers,
        rows_not_one_number: tailRows,
        rows_ignored: ignored,
      })),
      on_lists: lists.onLists,
      barred_by_last_digits: lists.byLastDigits,
      asked_before_a_live_run: barsMany(lists.byLastDigits, report.contacts),
    },
    disclosure: disclosure.map(disclosureJson),
    stand_ins: standIns.map(({ line, path, words, instead }) => ({ line, path, words, instead })),
    sent_unchecked: checked.unchecked,
    not_checked: notChecked,
    best_step:
      step === null
        ? null
        : { count: step.count, of: step.of, why: stepWhy(step), remedy: remedyJson(step.remedy) },
  };
}

const groupJson = (group: ProblemGroup, remedy: Remedy | null): object => ({
  code: group.code,
  column: group.column,
  count: group.count,
  lines: group.lines,
  example: { value: group.example.value, message: group.example.message },
  remedy: remedy === null ? null : remedyJson(remedy),
});

const countsJson = (report: CheckReport): object => ({
  contacts: report.contacts,
  can_be_called: report.callable,
  problem_rows: report.problemRows,
  problems: report.problems,
  completed: report.completed,
  fictional: report.fictional,
  warnings: report.warnings,
  never: report.never().map(neverJson),
  countries: Object.fromEntries(report.byCountry().map((c) => [c.country, c.count])),
  samples: report.samples,
});

/** Of `check` and of `plan`. */
export const neverJson = (reason: NeverReason): object => ({
  why: reasonText(reason.stored),
  reason_code: reasonCode(reason.stored),
  count: reason.count,
  lines: reason.lines,
  remedy: remedyJson(neverRemedy(reason.stored)),
});

const remedyJson = ({ frees, text, paste }: Remedy): object => ({
  frees,
  text,
  paste: paste?.lines ?? [],
});

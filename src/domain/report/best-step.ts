import type { NeverReason } from './check-report.ts';
import { neverClusters } from './never-clusters.ts';
import { problemAdvice } from './problem-advice.ts';
import type { ProblemGroup } from './problem-groups.ts';
import type { CampaignFacts, Remedy } from './remedy.ts';

/** Something that the operator can do, and how many it concerns. */
export interface Step {
  readonly count: number;
  readonly of: 'rows' | 'people';
  /** What is wrong with the rows; of people, the reasons as they are stored. */
  readonly why: string | readonly string[];
  readonly remedy: Remedy;
}

/**
 * The step that frees most people. Somebody's own refusal is no such step. A row with a problem may have another as
 * well, so that it promises no more than what it is about.
 */
export function bestStep(
  report: {
    readonly problems: readonly ProblemGroup[];
    readonly never: readonly NeverReason[];
  },
  facts: CampaignFacts,
): Step | null {
  const steps: Step[] = [
    ...neverClusters(report.never).map(({ remedy, reasons, count }) => ({
      count,
      of: 'people' as const,
      why: reasons.map(({ stored }) => stored),
      remedy,
    })),
    ...report.problems.map((group) => ({
      count: group.count,
      of: 'rows' as const,
      why: group.example.message,
      remedy: problemAdvice(group, facts),
    })),
  ].filter((step) => step.remedy.frees);
  return steps.reduce<Step | null>(
    (best, step) => (best === null || step.count > best.count ? step : best),
    null,
  );
}

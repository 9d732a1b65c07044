import type { NeverReason } from './check-report.ts';
import { neverRemedy } from './never-remedies.ts';
import type { Remedy } from './remedy.ts';

/** Reasons about which the same can be done, such as the consent that several countries ask for. */
interface NeverCluster {
  readonly remedy: Remedy;
  readonly reasons: readonly NeverReason[];
  readonly count: number;
}

/** Those that concern most people first. */
export function neverClusters(reasons: readonly NeverReason[]): readonly NeverCluster[] {
  const clusters = new Map<string, { remedy: Remedy; reasons: NeverReason[]; count: number }>();
  for (const reason of reasons) {
    const remedy = neverRemedy(reason.stored);
    const key = JSON.stringify(remedy);
    const cluster = clusters.get(key) ?? { remedy, reasons: [], count: 0 };
    cluster.reasons.push(reason);
    cluster.count += reason.count;
    clusters.set(key, cluster);
  }
  return [...clusters.values()].sort((a, b) => b.count - a.count);
}

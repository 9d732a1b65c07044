import type { NeverReason } from '../../../domain/report/check-report.ts';
import { neverClusters } from '../../../domain/report/never-clusters.ts';
import { reasonText } from '../../../domain/run/text/reason-text.ts';
import { number } from '../../terminal/words.ts';
import { remedyLines, type PasteInto } from './remedy-lines.ts';
import { rowsText } from './rows-text.ts';
import { wrapped } from './wrapped.ts';

const REASONS_SHOWN = 20;

/** Who is never called: for each reason how many and on which rows; for each remedy what to do. Of `check` and of `plan`. */
export function neverLines(reasons: readonly NeverReason[], into: PasteInto): string[] {
  if (reasons.length === 0) return [];
  const left = reasons.length - REASONS_SHOWN;
  return [
    'never called',
    ...neverClusters(reasons.slice(0, REASONS_SHOWN)).flatMap(({ reasons: alike, remedy }) => [
      ...alike.flatMap(({ stored, count, lines }) =>
        wrapped(
          `${number(count).padStart(6)}  `,
          `${reasonText(stored)} (${rowsText(lines, count)})`,
        ),
      ),
      ...remedyLines(remedy, into, '        '),
    ]),
    ...(left > 0 ? [`        and ${number(left)} other reasons`] : []),
  ];
}

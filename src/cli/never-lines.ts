import type { NeverReason } from '../domain/contact/report.ts';
import { number } from './words.ts';

const REASONS_SHOWN = 20;

/** Who is never called, a line for each reason: of `check` and of `plan`. */
export function neverLines(reasons: readonly NeverReason[]): string[] {
  if (reasons.length === 0) return [];
  const lines = reasons.slice(0, REASONS_SHOWN).map(({ why, count, lines: at }) => {
    const more = count > at.length ? ', …' : '';
    return `${number(count).padStart(6)}  ${why} (${at.length === 1 ? 'line' : 'lines'} ${at.join(', ')}${more})`;
  });
  const left = reasons.length - REASONS_SHOWN;
  return [
    'never called',
    ...lines,
    ...(left > 0 ? [`        and ${number(left)} other reasons`] : []),
  ];
}

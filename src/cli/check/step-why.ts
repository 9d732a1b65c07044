import type { Step } from '../../domain/report/best-step.ts';
import { reasonText } from '../../domain/run/text/reason-text.ts';

/** Why the rows or people of a step are not called, in words. */
export const stepWhy = ({ why }: Pick<Step, 'why'>): string =>
  typeof why === 'string' ? why : why.map(reasonText).join('; ');

import { plainText } from '../../../domain/text/privacy.ts';
import { stepWhy } from '../step-why.ts';
import { commandLine } from '../../terminal/next/command-line.ts';
import { rehearsalOf } from '../../terminal/next/run-next.ts';
import { counted } from '../../terminal/words.ts';
import type { Checked } from '../checked.ts';
import { remedyLines, type PasteInto } from './remedy-lines.ts';
import { wrapped } from './wrapped.ts';

/** What the command was given, to be given to the next one. */
interface Given {
  readonly into: PasteInto;
  /** As the operator would write it. */
  readonly list: string;
  readonly hasCampaign: boolean;
  readonly options: {
    readonly campaign?: string;
    readonly encoding?: string | undefined;
    readonly ledger?: string;
    readonly tzdata?: string;
  };
}

/** The step that frees most people, and the command that comes next: never one that would call nobody. */
export function endLines(checked: Checked, given: Given): string[] {
  const next = nextCommand(checked, given);
  return [...stepLines(checked, given.into), ...(next === null ? [] : [`Next: ${next}`])];
}

function stepLines({ step }: Checked, into: PasteInto): string[] {
  if (step === null) return [];
  const { count, of, remedy } = step;
  const who = of === 'rows' ? counted(count, 'row') : counted(count, 'person', 'people');
  return [
    ...wrapped('', `The step that frees most people (${who}): ${plainText(stepWhy(step))}`),
    ...remedyLines(remedy, into, '  '),
  ];
}

/** Null: nobody can be called, and nothing can be done about it. */
function nextCommand({ report, step }: Checked, given: Given): string | null {
  const { list, hasCampaign, options } = given;
  const { campaign, encoding, ledger, tzdata } = options;
  const read = ['--encoding', encoding] as const;
  if (!hasCampaign)
    return commandLine('init', list, read, ['--ledger', ledger], ['--tzdata', tzdata]);
  if (report.callable > 0) return rehearsalOf(list, options);
  if (step === null) return null;
  const same = [
    ['--campaign', campaign],
    read,
    ['--ledger', ledger],
    ['--tzdata', tzdata],
  ] as const;
  return commandLine('check', list, ...same);
}

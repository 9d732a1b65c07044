import { plainText } from '../../domain/privacy.ts';
import { shellWord } from '../shell-word.ts';
import { counted } from '../words.ts';
import type { Checked } from './checked.ts';
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
  const { count, of, why, remedy } = step;
  const who = of === 'rows' ? counted(count, 'row') : counted(count, 'person', 'people');
  return [
    ...wrapped('', `The step that frees most people (${who}): ${plainText(why)}`),
    ...remedyLines(remedy, into, '  '),
  ];
}

/** Null: nobody can be called, and nothing can be done about it. */
function nextCommand({ report, step }: Checked, given: Given): string | null {
  const list = shellWord(given.list);
  if (!given.hasCampaign) return `campaign init ${list}`;
  const { campaign, ledger, tzdata } = given.options;
  const flag = (name: string, value: string | undefined): string =>
    value === undefined ? '' : ` --${name} ${shellWord(value)}`;
  const same = flag('campaign', campaign) + flag('ledger', ledger) + flag('tzdata', tzdata);
  if (report.callable > 0) return `campaign run ${list}${same} --rehearse`;
  return step === null ? null : `campaign check ${list}${same}`;
}

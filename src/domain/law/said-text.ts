import type { RuleRecord } from './rule.ts';

/** What a rule asks to be said in a call, for people; null: nothing. */
export function saidText(record: RuleRecord): string | null {
  const { aiDisclosure, recordingNotice, callerNamed, optOutOffered } = record;
  const parts = [
    ...(aiDisclosure === 'at_start' ? ['that an AI speaks, at the start'] : []),
    ...(aiDisclosure === 'on_request' ? ['that an AI speaks, when asked'] : []),
    ...(callerNamed === null ? [] : ['which company calls, at the start']),
    ...(optOutOffered === null ? [] : ['how not to be called again, at the start']),
    ...(recordingNotice === null ? [] : ['that the call is recorded: all parties have to agree']),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}

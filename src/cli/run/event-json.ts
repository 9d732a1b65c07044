import { reasonCode } from '../../domain/run/reason.ts';
import { reasonJson, reasonText } from '../../domain/run/text/reason-text.ts';
import type { RunEvent } from '../../ports/report.ts';

/** An event of a run for a program: each reason as a sentence, with its code beside it. */
export function eventJson(event: RunEvent): object {
  if (event.event === 'order_settled') return { ...event, ...reasonJson(event.reason) };
  if (event.event === 'waiting')
    return { ...event, why: reasonText(event.why), reason_code: reasonCode(event.why) };
  return event;
}

import type { Advice } from './advice.ts';

/**
 * What a session tells. One event is one JSON line of `--json`; docs/json.md documents each kind.
 * Field names are snake_case because they are printed as they are. Phone numbers are masked (I9).
 */
export type RunEvent =
  /** `advice` is part of the message where it is printed. */
  | { event: 'note'; message: string; advice?: Advice }
  | {
      event: 'lists';
      /** People of the run on the campaign's lists. */
      on_lists: number;
      /** People whom a row may mean that cannot be read as one number. */
      barred_by_last_digits: number;
      files: readonly { file: string; last_digits: number }[];
    }
  | { event: 'order_placed'; contact: string; order: string; at: string }
  | { event: 'order_ringing'; contact: string; order: string; at: string }
  | {
      event: 'order_settled';
      contact: string;
      order: string;
      at: string;
      outcome: string;
      next: string;
      /** As it is stored. */
      reason: string;
    }
  | {
      event: 'order_corrected';
      contact: string;
      order: string;
      at: string;
      was: string;
      outcome: string;
    }
  /** So many orders had no clear answer that nothing leaves; `until`: when the session ends if nothing becomes known. */
  | {
      event: 'hold_began';
      at: string;
      until: string;
      why: string;
      orders: readonly { contact: string; order: string }[];
    }
  | { event: 'hold_ended'; at: string; unclear: number }
  /** So many calls did not say that an AI speaks, where the law of the place asks for it, that a person has to know. */
  | { event: 'ai_not_said'; at: string; judged: number; no: number; message: string }
  | { event: 'waiting'; at: string; until: string | null; why: string };

export interface Report {
  tell(event: RunEvent): void;
}

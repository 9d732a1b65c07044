import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import type { SandboxClock } from '../engine/clock.ts';
import type { IdPrefix } from './ids.ts';
import type { OrderBirth } from './order.ts';
import type { OrderFaults } from './order-faults.ts';
import type { People } from '../people/people.ts';
import type { SearchKind } from '../search/kinds.ts';
import type { SandboxStore } from '../store/store.ts';
import type { WebhookNotice } from '../http/webhooks.ts';

export interface SandboxParts {
  readonly clock: SandboxClock;
  readonly store: SandboxStore;
  readonly rules: ZoneRules;
  /** The zone of the number's country, or null when nobody knows. */
  readonly zoneOf: (e164: string) => string | null;
  readonly seed: number;
  /** What every id begins with; null: they are UUIDs. */
  readonly idPrefix: IdPrefix;
  readonly people?: People;
  /** Called for each order that was accepted, before its answer leaves. */
  readonly accepted?: (order: OrderBirth) => void;
  /** Sends a completion webhook. Without it none is sent. */
  readonly tell?: (notice: WebhookNotice) => void;
  /** Whether an order may name an assistant that is stored elsewhere: its settings are unknown then. */
  readonly strangeAssistants?: boolean;
  /** Which search it has; by number, when nothing is said. */
  readonly search?: SearchKind;
  /** What is to go wrong with an order to that number. Without it nothing does. */
  readonly faults?: { ofOrder(number: string): OrderFaults };
  /** How many times faster than life orders begin, phones ring and people talk; 1 when nothing is said. */
  readonly speed?: number;
  /**
   * How many events that are due may happen before somebody else has a turn. One, when nothing is said, so
   * that anyone who follows an order on a virtual clock sees each change at its moment. Real time has no such
   * moments, and goes on meanwhile: there a wake that did one event would fall behind.
   */
  readonly eventsPerWake?: number;
}

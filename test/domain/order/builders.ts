import type { AttemptView, OrderView } from '../../../src/domain/order/view.ts';

/** An attempt that ended and about which nothing else is known. */
export const anAttempt = (change: Partial<AttemptView> = {}): AttemptView => ({
  id: 'attempt-1',
  status: 'completed',
  result: null,
  dialError: null,
  startedAt: null,
  answeredAt: null,
  endedAt: null,
  recordingUrl: null,
  endedBy: null,
  endReason: null,
  structuredOutput: null,
  transcript: null,
  ...change,
});

/** An open order without attempts. */
export const anOrder = (change: Partial<OrderView> = {}): OrderView => ({
  id: 'order-1',
  stage: 'open',
  status: 'queued_for_calling',
  attempts: [],
  metadata: {},
  ...change,
});

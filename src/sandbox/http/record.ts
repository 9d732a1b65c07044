import { appendFileSync } from 'node:fs';
import type { OrderBirth } from '../model/order.ts';

/**
 * One JSON line for each order that was accepted, written before its answer leaves. So anyone who kills either
 * side at any moment can count afterwards what the provider was really asked to do.
 */
export const recordTo =
  (path: string) =>
  (birth: OrderBirth): void => {
    const line = {
      at: new Date(birth.createdAt).toISOString(),
      id: birth.id,
      phone_number: birth.number,
      nth: birth.nth,
      metadata: birth.metadata,
    };
    appendFileSync(path, `${JSON.stringify(line)}\n`);
  };

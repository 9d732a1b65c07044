import * as z from 'zod';
import { ORGANIZATION } from '../model/assistant.ts';
import { Chance } from '../model/chance.ts';
import { maybe } from '../model/fields.ts';
import { check, type Outcome } from '../model/request.ts';

export const changeUserSchema = z.object({ has_completed_onboarding: maybe(z.boolean()) });

interface UserRecord {
  readonly id: string;
  readonly created_at: string;
  readonly email: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly has_completed_onboarding: boolean;
  readonly organization_id: string;
  readonly updated_at: string;
}

/** The one who asks: there is one, whatever the key. A change lasts as long as the sandbox runs. */
export class User {
  readonly #clock: { now(): number };
  #record: UserRecord;

  constructor(clock: { now(): number }) {
    this.#clock = clock;
    const at = new Date(clock.now()).toISOString();
    this.#record = {
      id: new Chance('user').uuid('id'),
      created_at: at,
      email: 'sandbox@example.com',
      first_name: 'Sandbox',
      last_name: null,
      has_completed_onboarding: false,
      organization_id: ORGANIZATION,
      updated_at: at,
    };
  }

  get(): UserRecord {
    return this.#record;
  }

  /** Only what the body names is changed; an empty one, or none, changes nothing. */
  change(body: unknown): Outcome<UserRecord> {
    const named = check(changeUserSchema, body ?? {});
    if (!named.ok) return named;
    const { has_completed_onboarding } = named.value;
    if (has_completed_onboarding !== undefined) {
      const updated_at = new Date(this.#clock.now()).toISOString();
      this.#record = { ...this.#record, has_completed_onboarding, updated_at };
    }
    return { ok: true, value: this.#record };
  }
}

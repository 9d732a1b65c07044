import { codedReason } from '../ledger/migrations/reason-codes/coded.ts';
import { dialledIdentity } from '../../domain/phone/number/identity.ts';
import type { Mode } from '../../ports/ledger/runs.ts';
import { MIGRATIONS } from '../ledger/migrations/migrations.ts';
import type { Db } from './open.ts';

export const NEWEST = MIGRATIONS.length;

const versionOf = (db: Db): number => db.pragma('user_version', { simple: true }) as number;

/**
 * Brings a database up to a version, each step in a transaction of its own; another process may be at it too.
 * `mode`: of a ledger that begins here; null: its row of facts comes from elsewhere.
 */
export function migrate(
  db: Db,
  to: { readonly version: number; readonly mode: Mode | null },
): void {
  db.function('dialled_identity', { deterministic: true }, (e164) => dialledIdentity(String(e164)));
  db.function('coded_reason', { deterministic: true }, (reason, state) =>
    codedReason(String(reason), String(state)),
  );
  for (const step of MIGRATIONS.slice(versionOf(db), to.version)) {
    db.transaction(() => {
      if (versionOf(db) >= step.version) return;
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
      if (step.version === 1 && to.mode !== null)
        db.prepare('insert into ledger (mode) values (?)').run(to.mode);
    }).immediate();
  }
}

/** What a command needs that only looks at a ledger: no network, no contact file, no sandbox. */

export { realClock } from '../../adapters/clock/real-clock.ts';
export { readCampaignText } from '../../adapters/files/campaign-file.ts';
export { loadNamedPlaces, loadReference, type Reference } from '../../adapters/reference/load.ts';
export { isLocked } from '../../adapters/sqlite/ledger/lock.ts';
/** The whole of a ledger: the one that opens it closes it, and hands on the ports that somebody calls. */
export type { SqliteLedger as OpenLedger } from '../../adapters/sqlite/ledger/sqlite-ledger.ts';
export { openExistingLedger } from '../../adapters/sqlite/ledger/sqlite-ledger.ts';
export { readKey } from '../../adapters/revox/access/key.ts';

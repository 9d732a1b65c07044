import { placeOf } from '../../compose/compose.ts';
import { EXIT, Failure } from '../../terminal/failure.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** Before a live session makes or opens its ledger: whether the place is one where locks hold. */
export function needGoodPlace(ledger: string, terminal: Pick<Terminal, 'say'>): void {
  const { folder, network, cloud, writable } = placeOf(ledger, []);
  const hint = 'name a ledger on a local disk with --ledger or CAMPAIGN_LEDGER; nobody was called';
  if (network !== null) {
    const message = `${folder} is on ${network}: locks do not hold there, and two computers may call the same person`;
    throw new Failure(EXIT.ledger, { message, hint });
  }
  if (!writable)
    throw new Failure(EXIT.ledger, {
      message: `${folder} or the ledger in it cannot be written`,
      hint,
    });
  if (cloud !== null)
    terminal.say(
      `warning: ${folder} is synchronised (${cloud}), which can tear a database; a local folder is safer`,
    );
}

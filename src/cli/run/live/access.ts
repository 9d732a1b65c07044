import { optOutProblem } from '../../../domain/campaign/opt-out.ts';
import { againstAssistant } from '../../../domain/order/sending/stored-assistant.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { VoiceAccount } from '../../../ports/voice-api.ts';
import { readKey } from '../../compose/compose.ts';
import { ADDRESS_VARIABLE, KEY_VARIABLE, readBaseUrl } from '../../compose/provider.ts';
import { EXIT, Failure, usage } from '../../terminal/failure.ts';
import type { Way } from './live-question.ts';
import { keyHint } from '../mode.ts';
import { baseUrlIn, keyFile } from '../../input/paths.ts';
import type { Terminal } from '../../terminal/terminal.ts';

const KEY_END = 4;

/** The provider's address and the key to it. The key is shown nowhere. */
export interface Access {
  readonly baseUrl: string;
  /** Origin of the address; a run stays with the one it began with. */
  readonly origin: string;
  readonly key: string;
  readonly way: Way;
}

/** Null: no key is set. A key that is set and cannot be used is an error even for a rehearsal's sake. */
export function findAccess(terminal: Pick<Terminal, 'env'>): Access | null {
  const found = readKey(terminal.env[KEY_VARIABLE], keyFile());
  if (found.kind === 'none') return null;
  if (found.kind === 'bad') throw usage(found.problem, found.fix);
  const baseUrl = baseUrlIn(terminal.env);
  // A script that failed to fill its variable meant some other address than the one where phones ring.
  if (baseUrl === '')
    throw usage(`${ADDRESS_VARIABLE} is set and empty`, 'give it an address, or unset it');
  const url = readBaseUrl(baseUrl);
  if ('problem' in url)
    throw usage(`${ADDRESS_VARIABLE}: ${url.problem}`, 'correct it, or leave it out');
  const { key } = found;
  // Of a short key four characters would give too much away.
  const keyEnd = key.length >= 4 * KEY_END ? key.slice(-KEY_END) : '';
  const host = new URL(url.origin).host;
  return {
    baseUrl,
    origin: url.origin,
    key,
    way: { host, loopback: url.loopback, keyEnd },
  };
}

export function needAccess(terminal: Pick<Terminal, 'env'>): Access {
  const access = findAccess(terminal);
  if (access === null) throw usage('there is no key for the voice API', keyHint(keyFile()));
  return access;
}

/** Asks the provider whether it will have us, before anything is written or ordered. */
export async function preflight(
  api: VoiceAccount,
  campaign: Campaign,
  skewed: () => string | null,
): Promise<void> {
  const status = await api.authStatus();
  if (typeof status === 'object' && 'refused' in status) {
    const hint = `check ${KEY_VARIABLE} and ${ADDRESS_VARIABLE}; nobody was called`;
    throw new Failure(EXIT.refused, { message: `the provider refused: ${status.refused}`, hint });
  }
  if (typeof status === 'object') {
    const hint = 'run the same command again later; nobody was called';
    const message = `the voice API cannot be reached: ${status.unreachable}`;
    throw new Failure(EXIT.stopped, { message, hint });
  }
  const off = skewed();
  if (off !== null) throw usage(off, 'set this computer’s clock; nobody was called');
  if (campaign.assistantId !== null) await checkAssistant(api, campaign, campaign.assistantId);
}

async function checkAssistant(api: VoiceAccount, campaign: Campaign, id: string): Promise<void> {
  const answer = await api.assistant(id);
  switch (answer.kind) {
    case 'missing':
      throw new Failure(EXIT.refused, {
        message: `the provider has no assistant ${id}`,
        hint: 'check assistant_id in the campaign; nobody was called',
      });
    case 'refused':
      throw new Failure(EXIT.refused, {
        message: `the provider refused to show assistant ${id}: ${answer.why}`,
        hint: 'nobody was called',
      });
    case 'unreachable':
      throw new Failure(EXIT.stopped, {
        message: `assistant ${id} could not be fetched: ${answer.why}`,
        hint: 'run the same command again later; nobody was called',
      });
    case 'found': {
      const against = againstAssistant(answer.assistant, campaign.providerRetries);
      if (against !== null) throw usage(against.message, `${against.fix}; nobody was called`);
      const unheard = optOutProblem(campaign, answer.assistant.outputs);
      if (unheard !== null) throw usage(unheard.message, `${unheard.hint}; nobody was called`);
    }
  }
}

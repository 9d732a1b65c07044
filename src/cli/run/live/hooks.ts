import { namesHook, withHook } from '../../../domain/campaign/assistant.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Access } from './access.ts';
import { HookServer, hookPath, type Expected } from '../../compose/compose.ts';
import { usage } from '../../terminal/failure.ts';

/** Where the provider's word of a finished call is taken. */
export interface HookChoice {
  readonly port: number;
  /** The address by which the provider reaches that port, such as a tunnel's; null: this computer itself. */
  readonly url: string | null;
}

/** What `--webhook-port` and `--webhook-url` say; null: nothing is listened for. */
export function hookChoice(port: string | undefined, url: string | undefined): HookChoice | null {
  if (port === undefined && url === undefined) return null;
  if (port === undefined)
    throw usage('--webhook-url is given without --webhook-port', 'name the port that it leads to');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw usage(`--webhook-port is "${port}"`, 'give a port from 0 to 65535; 0 takes any');
  if (url !== undefined && (!/^https:\/\/[^\s/?#]+[^\s?#]*$/.test(url) || !URL.canParse(url)))
    throw usage(`--webhook-url is "${url}"`, 'write it like https://host.example/path');
  return { port: Number(port), url: url?.replace(/\/+$/, '') ?? null };
}

interface Hooks {
  readonly server: HookServer;
  /** With the address in it, where an order can carry one. */
  readonly campaign: Campaign;
  readonly lines: readonly string[];
}

/** Listens, and tells the provider where. */
export async function openHooks(
  choice: HookChoice,
  of: { readonly campaign: Campaign; readonly runId: string },
  access: Access,
): Promise<Hooks> {
  const { campaign, runId } = of;
  if (choice.url === null && !access.way.loopback)
    throw usage(
      'the provider cannot reach a port of this computer',
      'name the address that leads to it with --webhook-url https://…, or leave --webhook-port out',
    );
  if (namesHook(campaign.assistant))
    throw usage(
      'the campaign has a webhook_url of its own, which --webhook-port would replace',
      'leave one of the two out',
    );
  const path = hookPath(access.key, runId);
  const host = choice.url === null ? null : new URL(choice.url).host;
  const server = await open(choice.port, { path, host });
  const address = `${choice.url ?? `http://127.0.0.1:${server.port}`}${path}`;
  if (campaign.assistant !== null) {
    const assistant = withHook(campaign.assistant, address);
    return { server, campaign: { ...campaign, assistant }, lines: [`webhooks   ${address}`] };
  }
  const line = `webhooks   write this into webhook_url of the stored assistant: ${address}`;
  return { server, campaign, lines: [line] };
}

async function open(port: number, expected: Expected): Promise<HookServer> {
  try {
    return await HookServer.open(port, expected);
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
    throw usage(`port ${port} cannot be listened on: ${why}`, 'give another --webhook-port', cause);
  }
}

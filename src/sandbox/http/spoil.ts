import type { ServerResponse } from 'node:http';
import type { Sandbox } from '../engine/engine.ts';
import type { Faults, TransportFaultKind } from '../faults/faults.ts';
import { problem } from '../model/request.ts';
import { contentOf, refuse, type Answer } from './routes.ts';

type StruckFault = NonNullable<ReturnType<Faults['ofRequest']>>;

interface Struck {
  readonly sandbox: Sandbox;
  readonly response: ServerResponse;
  /** Carries the request out. */
  readonly handle: () => Answer;
  readonly send: (answer: Answer) => void;
}

const SLOW_S = 60;
/** Longer than any client waits. */
const SILENT_S = 86_400;

/** Answers as the fault says, before or after the request has been carried out. */
export async function spoil(struck: Struck, fault: StruckFault): Promise<void> {
  const { response, send, handle } = struck;
  if (fault.kind === 'slow_before') {
    await linger(struck, fault.seconds ?? SLOW_S);
    return send(handle());
  }
  const real = fault.kind.endsWith('_after') ? handle() : null;
  switch (effectOf(fault.kind)) {
    case 'slow':
      await linger(struck, fault.seconds ?? SLOW_S);
      return send(real ?? refused(fault, 500));
    case 'silent':
      await linger(struck, SILENT_S);
      return void response.socket?.destroy();
    case 'drop':
      return void response.socket?.destroy();
    case 'cut':
      return cutOff(response, real);
    case 'garbled':
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end('{"call": {"id":');
    case 'html':
      response.writeHead(fault.status ?? 502, { 'content-type': 'text/html' });
      return void response.end('<html><body><h1>Bad Gateway</h1></body></html>');
    case 'throttle':
      return send(refused(fault, 429));
    case 'error':
      return send(refused(fault, 500));
  }
}

type Effect = TransportFaultKind extends infer K
  ? K extends `${infer E}_before` | `${infer E}_after`
    ? E
    : K
  : never;

const effectOf = (kind: TransportFaultKind): Effect =>
  kind.replace(/_(before|after)$/, '') as Effect;

const refused = (fault: StruckFault, status: number): Answer => ({
  ...refuse(problem(fault.status ?? status, 'fault', 'this was asked for')),
  headers: fault.headers,
});

/** The head promises the whole answer, and the connection ends in the middle of it. */
function cutOff(response: ServerResponse, real: Answer | null): void {
  const nothing = { status: 200, body: { call: { id: 'nothing was placed' } } };
  const { type, bytes } = contentOf(real ?? nothing);
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
  });
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
}

/** Ends early when the client has gone: nobody waits for this answer any more. */
async function linger({ sandbox, response }: Struck, seconds: number): Promise<void> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  response.once('close', leave);
  await sandbox.pause(seconds * 1000, gone.signal);
  response.off('close', leave);
}

import type { Sandbox } from '../engine/engine.ts';
import { listSchema, type OperationName } from '../contract/contract.ts';
import { check, problem, type Outcome, type Problem } from '../model/request.ts';
import { AUDIO } from './tone.ts';
import { preview, voiceOf, voicesOf } from './voices.ts';

interface Call {
  readonly method: string;
  /** Without duplicate or trailing slashes. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Undefined when there is none. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  /** JSON, or the bytes of a sound. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Handler = (sandbox: Sandbox, call: Call, id: string) => Answer;

const HANDLERS: Readonly<Record<OperationName, Handler>> = {
  'GET /auth-status': () => ok({ authenticated: true }),
  'GET /users/me': ({ user }) => ok({ user: user.get() }),
  'PATCH /users/me': ({ user }, { body }) => as('user', user.change(body)),
  'POST /call': (sandbox, { body }) => as('call', sandbox.place(body)),
  'GET /call': list,
  'POST /call/search': (sandbox, { body }) => as(null, sandbox.search(body)),
  'GET /call/{id}': (sandbox, _call, id) => as('call', sandbox.get(id)),
  'POST /call/{id}/cancel': (sandbox, _call, id) => as('call', sandbox.cancel(id)),
  'GET /assistants': ({ assistants }) => ok({ assistants: assistants.list() }),
  'POST /assistants': ({ assistants }, { body }) => as('assistant', assistants.create(body)),
  'GET /assistants/{id}': ({ assistants }, _call, id) => as(null, assistants.get(id)),
  'PATCH /assistants/{id}': ({ assistants }, { body }, id) =>
    as('assistant', assistants.change(id, body)),
  'DELETE /assistants/{id}': ({ assistants }, _call, id) => as('assistant', assistants.remove(id)),
  'GET /voices': (_sandbox, { query }) =>
    ok({
      voices: voicesOf({ language: query.get('language'), provider: query.get('provider') }),
    }),
  'GET /voices/{id}': (_sandbox, { query }, id) => as('voice', voiceOf(id, query.get('provider'))),
  'POST /voices/preview': (_sandbox, { body }) => as(null, preview(body)),
};

/** A path without `{id}` is meant before one with it: /call/search is no order. */
const ROUTES = Object.entries(HANDLERS)
  .map(([name, handler]) => {
    const [method = '', path = ''] = name.split(' ');
    return { method, path: new RegExp(`^/api${path.replace('{id}', '([^/]+)')}$`), handler };
  })
  .sort((a, b) => Number(a.path.source.includes('(')) - Number(b.path.source.includes('(')));

export function route(sandbox: Sandbox, call: Call): Answer {
  const known = ROUTES.filter(({ path }) => path.test(call.path));
  const found = known.find(({ method }) => method === call.method);
  if (found === undefined) {
    return known.length === 0
      ? refuse(problem(404, 'not_found', `there is nothing at ${call.path}`))
      : refuse(problem(405, 'method_not_allowed', `${call.path} does not take ${call.method}`));
  }
  return found.handler(sandbox, call, found.path.exec(call.path)?.[1] ?? '');
}

/** The list of statuses is documented without its encoding: every usual one is read. */
function list(sandbox: Sandbox, { query }: Call): Answer {
  const statuses = [...query.getAll('statuses'), ...query.getAll('statuses[]')];
  const wanted = check(listSchema, {
    page: query.get('page') ?? undefined,
    page_size: query.get('page_size') ?? query.get('pageSize') ?? undefined,
    statuses: statuses.flatMap((some) => some.split(',')).filter((status) => status !== ''),
  });
  if (!wanted.ok) return refuse(wanted.problem);
  const { page, page_size: limit } = wanted.value;
  const calls = sandbox.list({
    statuses: wanted.value.statuses ?? [],
    offset: page * limit,
    limit,
  });
  return ok({ calls });
}

const ok = (body: unknown): Answer => ({ status: 200, body });

const as = (name: string | null, outcome: Outcome<unknown>): Answer =>
  outcome.ok
    ? ok(name === null ? outcome.value : { [name]: outcome.value })
    : refuse(outcome.problem);

/** What goes over the wire. */
export const contentOf = ({ body }: Answer): { readonly type: string; readonly bytes: Buffer } =>
  Buffer.isBuffer(body)
    ? { type: AUDIO, bytes: body }
    : { type: 'application/json; charset=utf-8', bytes: Buffer.from(JSON.stringify(body)) };

export const refuse = ({ status, ...body }: Problem): Answer => ({ status, body });

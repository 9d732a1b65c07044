import { z } from 'zod';
import type { Sandbox } from './engine.ts';
import { USER, VOICES } from './catalogue.ts';
import { textMap } from './fields.ts';
import { check, problem, type Outcome, type Problem } from './request.ts';

export interface Call {
  readonly method: string;
  /** Without duplicate or trailing slashes. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Undefined when there is none. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Handler = (sandbox: Sandbox, call: Call, id: string) => Answer;

const STATUSES = [
  'initializing',
  'queued_for_calling',
  'calling',
  'scheduled',
  'completed',
  'cancelled',
  'errored',
] as const;

const MAX_PAGE = 1000;

const searchFields = {
  metadata: textMap.default({}),
  statuses: z.array(z.enum(STATUSES)).default([]),
};

/** The filters stand in `filters` or at the top; both have been seen. */
const searchSchema = z.object({
  filters: z.object(searchFields).optional(),
  ...searchFields,
  page: z.int().min(0).default(0),
  page_size: z.int().min(1).max(MAX_PAGE).default(100),
});

/** The provider's text says that pages start at 0; its schema says 1. Its newest integration sends 0. */
const listSchema = z.object({
  page: z.coerce.number().int().min(0),
  page_size: z.coerce.number().int().min(1).max(MAX_PAGE),
  statuses: z.array(z.enum(STATUSES)),
});

const ROUTES: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['GET', /^\/api\/auth-status$/, () => ok({ authenticated: true })],
  ['GET', /^\/api\/users\/me$/, () => ok({ user: USER })],
  ['GET', /^\/api\/call$/, list],
  ['POST', /^\/api\/call$/, (sandbox, { body }) => as('call', sandbox.place(body))],
  ['POST', /^\/api\/call\/search$/, search],
  ['GET', /^\/api\/call\/([^/]+)$/, (sandbox, _call, id) => as('call', sandbox.get(id))],
  [
    'POST',
    /^\/api\/call\/([^/]+)\/cancel$/,
    (sandbox, _call, id) => as('call', sandbox.cancel(id)),
  ],
  ['GET', /^\/api\/assistants$/, ({ assistants }) => ok({ assistants: assistants.list() })],
  [
    'POST',
    /^\/api\/assistants$/,
    ({ assistants }, { body }) => as('assistant', assistants.create(body)),
  ],
  // One assistant is answered bare, as the provider does.
  [
    'GET',
    /^\/api\/assistants\/([^/]+)$/,
    ({ assistants }, _call, id) => as(null, assistants.get(id)),
  ],
  [
    'PATCH',
    /^\/api\/assistants\/([^/]+)$/,
    ({ assistants }, { body }, id) => as('assistant', assistants.change(id, body)),
  ],
  [
    'DELETE',
    /^\/api\/assistants\/([^/]+)$/,
    ({ assistants }, _call, id) => as('assistant', assistants.remove(id)),
  ],
  ['GET', /^\/api\/voices$/, voices],
  ['GET', /^\/api\/voices\/([^/]+)$/, voice],
];

export function route(sandbox: Sandbox, call: Call): Answer {
  const known = ROUTES.filter(([, path]) => path.test(call.path));
  const found = known.find(([method]) => method === call.method);
  if (found === undefined) {
    return known.length === 0
      ? refuse(problem(404, 'not_found', `there is nothing at ${call.path}`))
      : refuse(problem(405, 'method_not_allowed', `${call.path} does not take ${call.method}`));
  }
  const [, path, handler] = found;
  return handler(sandbox, call, path.exec(call.path)?.[1] ?? '');
}

function search(sandbox: Sandbox, { body }: Call): Answer {
  const query = check(searchSchema, body ?? {});
  if (!query.ok) return refuse(query.problem);
  const { filters, page, page_size: size, ...top } = query.value;
  const calls = sandbox.search({
    metadata: { ...top.metadata, ...filters?.metadata },
    statuses: [...top.statuses, ...(filters?.statuses ?? [])],
    offset: page * size,
    limit: size,
  });
  return ok({ calls });
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
  return ok({
    calls: sandbox.list({ statuses: wanted.value.statuses, offset: page * limit, limit }),
  });
}

function voices(_sandbox: Sandbox, { query }: Call): Answer {
  const language = query.get('language');
  const provider = query.get('provider');
  return ok({
    voices: VOICES.filter(
      (offer) =>
        (language === null || offer.language === language) &&
        (provider === null || offer.provider === provider),
    ),
  });
}

function voice(_sandbox: Sandbox, _call: Call, id: string): Answer {
  const found = VOICES.find((offer) => offer.id === id);
  return found === undefined
    ? refuse(problem(404, 'not_found', `there is no voice ${id}`))
    : ok({ voice: found });
}

const ok = (body: unknown): Answer => ({ status: 200, body });

const as = (name: string | null, outcome: Outcome<unknown>): Answer =>
  outcome.ok
    ? ok(name === null ? outcome.value : { [name]: outcome.value })
    : refuse(outcome.problem);

const refuse = ({ status, ...body }: Problem): Answer => ({ status, body });

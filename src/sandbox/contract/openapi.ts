import * as z from 'zod';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { components, operations, type Operation } from './contract.ts';
import type { SearchKind } from '../search/kinds.ts';
import { AUDIO } from '../http/tone.ts';

type Json = Readonly<Record<string, unknown>>;

const NAMED = '#/components/schemas/';

/** What the sandbox answers to, as an OpenAPI 3.1 document: made from the schemas that it checks with. */
export function openApiOf(rules: ZoneRules, search: SearchKind = 'number'): Json {
  const parts = components(rules, search);
  const answers = named(parts.answers, 'output');
  const bodies = named(parts.bodies, 'input');
  const paths: Record<string, Record<string, Json>> = {};
  const known = new Map<unknown, string>(
    [...Object.entries(parts.answers), ...Object.entries(parts.bodies)].map(([name, schema]) => [
      schema,
      name,
    ]),
  );
  for (const [name, operation] of Object.entries<Operation>(operations(parts))) {
    const [method = '', path = ''] = name.split(' ');
    if (path === '/call/search' && search === 'none') continue;
    paths[path] = { ...paths[path], [method.toLowerCase()]: described(name, operation, known) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sandbox of the voice API',
      version: '1',
      description: 'No phone rings. The people who answer are invented.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api' }],
    security: [{ bearer: [] }],
    paths,
    webhooks: { completion: { post: completion } },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { ...answers, ...bodies },
    },
  };
}

const completion = {
  operationId: 'completion',
  summary: 'Posted to webhook_url when an order is over and was not cancelled',
  requestBody: { required: true, content: json({ $ref: `${NAMED}Completion` }) },
  responses: { '200': { description: 'Taken; any status of 2xx is.' } },
};

function named(schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { io, uri: (id) => NAMED + id, unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, schema]) => [id, bare(schema)]));
}

/** Without what an OpenAPI document says once for all its schemas. */
function bare(schema: object): Json {
  const said = ['$schema', '$id', 'id'];
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !said.includes(key)));
}

function described(name: string, operation: Operation, known: Map<unknown, string>): Json {
  const ids = name.includes('{id}');
  const parameters = [
    ...(ids ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] : []),
    ...(operation.query === undefined ? [] : queryOf(operation.query)),
  ];
  const body = operation.body;
  return {
    operationId: name.replace(/[^a-zA-Z]+(.)?/g, (_, next: string | undefined) =>
      (next ?? '').toUpperCase(),
    ),
    summary: operation.summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: json(refTo(body, known)) } }),
    responses: {
      '200': { description: 'Done', content: contentOf(operation.answer, known) },
      ...failures(operation, ids),
    },
  };
}

function failures(operation: Operation, ids: boolean): Json {
  const problem = (description: string) => ({
    description,
    content: json({ $ref: `${NAMED}Problem` }),
  });
  const checked = operation.body !== undefined || operation.query !== undefined;
  return {
    ...(checked ? { '400': problem('Every field that is wrong is named') } : {}),
    '401': problem('The API key is missing or wrong'),
    ...(ids || operation.mayMiss === true ? { '404': problem('There is no such thing') } : {}),
    ...(operation.body === undefined ? {} : { '413': problem('The body is too long') }),
  };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** A sound has no schema: its content type says it all. */
const contentOf = (answer: Operation['answer'], known: Map<unknown, string>): Json =>
  answer === AUDIO ? { [AUDIO]: {} } : json(answerOf(answer, known));

const refTo = (schema: z.ZodType, known: Map<unknown, string>): Json => ({
  $ref: NAMED + (known.get(schema) ?? ''),
});

/** An answer wraps named things under names of its own, alone or in a list. */
function answerOf(schema: z.ZodType, known: Map<unknown, string>): Json {
  if (known.has(schema)) return refTo(schema, known);
  if (schema instanceof z.ZodArray) {
    return { type: 'array', items: answerOf(schema.element as z.ZodType, known) };
  }
  if (!(schema instanceof z.ZodObject)) return bare(z.toJSONSchema(schema));
  const fields = Object.entries(schema.shape);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([key, field]) => [key, answerOf(field, known)])),
    required: fields.map(([key]) => key),
    additionalProperties: false,
  };
}

function queryOf(query: z.ZodObject): readonly Json[] {
  return Object.entries(query.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema instanceof z.ZodOptional),
    schema: bare(z.toJSONSchema(schema)),
  }));
}

import * as z from 'zod';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import {
  assistantRecordSchema,
  attemptSchema,
  callSchema,
  problemSchema,
  userSchema,
  voiceOfferSchema,
  webhookSchema,
} from './answer-schema.ts';
import { changeAssistantSchema, llmModel, storedAssistantSchema } from '../model/assistant.ts';
import { ORDER_STATUSES } from '../model/order.ts';
import { placeSchema } from '../model/request.ts';
import type { SearchKind } from '../search/kinds.ts';
import { olderSearchSchema, searchSchema } from '../search/request.ts';
import { AUDIO } from '../http/tone.ts';
import { changeUserSchema } from '../http/user.ts';
import { previewSchema } from '../http/voices.ts';

/** One thing that can be asked for. The schemas are those that requests are checked with. */
export interface Operation {
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Something that is named in it may not exist. */
  readonly mayMiss?: true;
  readonly answer: z.ZodType | typeof AUDIO;
}

const MAX_PAGE = 1000;

/** The provider's text says that pages start at 0; its schema says 1. Its newest integration sends 0. */
export const listSchema = z.object({
  page: z.coerce.number().int().min(0),
  page_size: z.coerce.number().int().min(1).max(MAX_PAGE),
  statuses: z.array(z.enum(ORDER_STATUSES)).optional(),
});

const voiceFilters = z.object({ language: z.string().optional(), provider: z.string().optional() });

export function components(rules: ZoneRules, search: SearchKind) {
  const attempt = attemptSchema;
  const assistant = assistantRecordSchema(rules);
  const call = callSchema(rules, { attempt, assistant, llmModel });
  const calls = z.array(call);
  return {
    found: search === 'metadata' ? z.object({ calls }) : z.object({ calls, total_count: z.int() }),
    answers: {
      Attempt: attempt,
      Assistant: assistant,
      LlmModel: llmModel,
      Call: call,
      Voice: voiceOfferSchema,
      User: userSchema,
      Problem: problemSchema,
      Completion: webhookSchema,
    },
    bodies: {
      PlaceCall: placeSchema(rules),
      SearchCalls: search === 'metadata' ? olderSearchSchema : searchSchema,
      CreateAssistant: storedAssistantSchema(rules),
      ChangeAssistant: changeAssistantSchema(rules),
      ChangeUser: changeUserSchema,
      PreviewVoice: previewSchema,
    },
  };
}

type Components = ReturnType<typeof components>;

const aboutOrders = ({ answers, bodies, found }: Components) =>
  ({
    'POST /call': {
      summary: 'Place an order',
      body: bodies.PlaceCall,
      mayMiss: true,
      answer: z.object({ call: answers.Call }),
    },
    'GET /call': {
      summary: 'Attempts, newest order first, without the ids of their orders',
      query: listSchema,
      answer: z.object({ calls: z.array(answers.Attempt) }),
    },
    'POST /call/search': {
      summary: 'Orders by number, id, status and more, the newest first',
      body: bodies.SearchCalls,
      answer: found,
    },
    'GET /call/{id}': { summary: 'One order', answer: z.object({ call: answers.Call }) },
    'POST /call/{id}/cancel': {
      summary: 'Cancel an order; one that is over stays as it is',
      answer: z.object({ call: answers.Call }),
    },
  }) as const satisfies Readonly<Record<string, Operation>>;

const aboutAssistants = ({ answers, bodies }: Components) =>
  ({
    'GET /assistants': {
      summary: 'Every stored assistant',
      answer: z.object({ assistants: z.array(answers.Assistant) }),
    },
    'POST /assistants': {
      summary: 'Store an assistant',
      body: bodies.CreateAssistant,
      answer: z.object({ assistant: answers.Assistant }),
    },
    // One assistant is answered bare, as the provider does.
    'GET /assistants/{id}': { summary: 'One stored assistant', answer: answers.Assistant },
    'PATCH /assistants/{id}': {
      summary: 'Change the fields that are named',
      body: bodies.ChangeAssistant,
      answer: z.object({ assistant: answers.Assistant }),
    },
    'DELETE /assistants/{id}': {
      summary: 'Remove a stored assistant',
      answer: z.object({ assistant: answers.Assistant }),
    },
  }) as const satisfies Readonly<Record<string, Operation>>;

const aboutTheRest = ({ answers, bodies }: Components) =>
  ({
    'GET /auth-status': {
      summary: 'Whether the API key is taken',
      answer: z.object({ authenticated: z.boolean() }),
    },
    'GET /users/me': { summary: 'Who asks', answer: z.object({ user: answers.User }) },
    'PATCH /users/me': {
      summary: 'Change what is named',
      body: bodies.ChangeUser,
      answer: z.object({ user: answers.User }),
    },
    'GET /voices': {
      summary: 'Voices, by language and provider',
      query: voiceFilters,
      answer: z.object({ voices: z.array(answers.Voice) }),
    },
    'GET /voices/{id}': {
      summary: 'One voice',
      query: z.object({ provider: z.string().optional() }),
      answer: z.object({ voice: answers.Voice }),
    },
    'POST /voices/preview': {
      summary: 'A sound as long as the text takes to say',
      body: bodies.PreviewVoice,
      mayMiss: true,
      answer: AUDIO,
    },
  }) as const satisfies Readonly<Record<string, Operation>>;

/** Everything under /api, by method and path. `{id}` stands for one piece of a path. */
export const operations = (components: Components) => ({
  ...aboutOrders(components),
  ...aboutAssistants(components),
  ...aboutTheRest(components),
});

export type OperationName = keyof ReturnType<typeof operations>;

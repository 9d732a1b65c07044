import type { Dice } from '../../sim/draw/dice.ts';

/** A JSON object whose fields may be anything. */
export type Loose = Record<string, unknown>;

export const TIME_KINDS = [
  '1970',
  'year 1',
  '2099',
  'seconds',
  'nanoseconds',
  'without offset',
  'hours early',
  'beyond Date',
  'none',
] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

/** A moment as the provider writes it when it writes times in this way. */
export function spoiled(ms: number, kind: TimeKind | null): unknown {
  switch (kind) {
    case null:
      return new Date(ms).toISOString();
    case '1970':
      return new Date(0).toISOString();
    case 'year 1':
      return '0001-01-01T00:00:00Z';
    case '2099':
      return '2099-01-01T00:00:00.000Z';
    case 'seconds':
      return Math.ceil(ms / 1_000);
    case 'nanoseconds':
      return ms * 1e6;
    case 'without offset':
      return new Date(ms).toISOString().slice(0, -1);
    case 'hours early':
      return new Date(ms - 3 * 3_600_000).toISOString();
    case 'beyond Date':
      return 1e308;
    case 'none':
      return null;
  }
}

const attemptsIn = (call: Loose): Loose[] => {
  const last = call['last_call_attempt'] as Loose | null;
  const all = Array.isArray(call['call_attempts']) ? (call['call_attempts'] as Loose[]) : [];
  return last === null ? all : [...all, last];
};

const inEach = (field: string, value: (was: unknown) => unknown) => (call: Loose) => {
  for (const attempt of attemptsIn(call)) attempt[field] = value(attempt[field]);
};

const SHAPES = {
  'transcript is an object': inEach('transcript', (was) => ({ text: was })),
  'transcript is a text': inEach('transcript', () => 'assistant: Hello.\nuser: Yes.'),
  'recording is an object': inEach('recording_url', () => ({})),
  'output is a text': inEach('structured_output', (was) =>
    was === null ? null : JSON.stringify(was),
  ),
  'attempt ids are numbers': inEach('id', (was) => parseInt(String(was).slice(0, 7), 16)),
  'attempt ids are missing': (call) => {
    for (const attempt of attemptsIn(call)) delete attempt['id'];
  },
  'ended_by is a number': inEach('ended_by', () => 3),
  'end_reason is a list': inEach('end_reason', () => ['tool_end_call']),
  'attempts are null': (call) => {
    call['call_attempts'] = null;
  },
  'no last attempt': (call) => {
    delete call['last_call_attempt'];
  },
  'count is a text': (call) => {
    call['calls_count'] = String(call['calls_count']);
  },
  'count is beyond all': (call) => {
    call['calls_count'] = 1e308;
  },
  'count is negative': (call) => {
    call['calls_count'] = -1;
  },
  'metadata is a text': (call) => {
    call['metadata'] = JSON.stringify(call['metadata']);
  },
  'settings are texts': (call) => {
    call['call_retry_config'] = 'default';
    call['assistant'] = 7;
    call['llm_model'] = [];
  },
  'more fields': (call) => {
    call['outcome'] = { name: 'completed', of: [1, 2] };
    call['contact'] = null;
  },
} satisfies Record<string, (call: Loose) => void>;
export type Shape = keyof typeof SHAPES;

export const shape = (call: Loose, shapes: readonly Shape[]): void => {
  for (const name of shapes) SHAPES[name](call);
};

export function oddShapesOf(dice: Dice, chance: number): Shape[] {
  if (!dice.happens(chance)) return [];
  return dice.some(Object.keys(SHAPES) as Shape[], 0.12);
}

export const timesOf = (dice: Dice, chance: number): TimeKind | null =>
  dice.happens(chance) ? dice.pick(TIME_KINDS) : null;

import type { OutputField } from '../model/assistant.ts';
import type { Chance } from '../model/chance.ts';

const DAY = 86_400_000;

const REMARKS = [
  'Asked to be called back next week.',
  'Wants the details by e-mail first.',
  'Happy with the offer as it is.',
  'Needs to talk to a colleague.',
  'Prefers mornings.',
] as const;

/** A field that asks whether the person wants to be left alone, by its name. */
const OPT_OUT = /not_?(to_?be_?)?(call|contact)|opt(s|ed)?_?out|unsubscribe/i;

interface OutputContext {
  readonly endedAt: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly optsOut: boolean;
}

/** Invented answers that fit the asked-for fields. What is not required is sometimes left open. */
export function structuredOutput(
  fields: readonly OutputField[],
  chance: Chance,
  context: OutputContext,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => {
      if (field.type === 'boolean' && OPT_OUT.test(field.name))
        return [field.name, context.optsOut];
      const open = !field.required && chance.happens(`open/${field.name}`, 0.2);
      return [field.name, open ? null : valueOf(field, chance, context)];
    }),
  );
}

function valueOf(field: OutputField, chance: Chance, context: OutputContext): unknown {
  const purpose = `output/${field.name}`;
  switch (field.type) {
    case 'boolean':
      return chance.happens(purpose, 0.55);
    case 'number':
      return chance.whole(purpose, 1, 10);
    case 'enum': {
      const [first, ...rest] = field.enum_options ?? [];
      return first === undefined ? null : chance.pick(purpose, [first, ...rest]);
    }
    case 'date':
      return soon(chance, purpose, context.endedAt).slice(0, 10);
    case 'datetime':
      return soon(chance, purpose, context.endedAt);
    case 'string':
      return text(field, chance, context);
  }
}

/** A quarter of an hour in the two weeks to come. */
function soon(chance: Chance, purpose: string, from: number): string {
  const day = Math.floor(from / DAY) + chance.whole(`${purpose}/day`, 1, 14);
  const quarter = chance.whole(`${purpose}/quarter`, 36, 68);
  return new Date(day * DAY + quarter * 900_000).toISOString();
}

function text(field: OutputField, chance: Chance, context: OutputContext): string {
  const known = context.variables[field.name];
  if (known !== undefined && known !== '') return known;
  const purpose = `output/${field.name}`;
  if (/e-?mail/i.test(field.name)) return `person-${chance.hex(purpose, 6)}@example.com`;
  return chance.pick(purpose, REMARKS);
}

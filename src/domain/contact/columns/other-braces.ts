import type { ColumnMap } from './column-map.ts';
import { compactName } from './header-name.ts';
import { TEXT_FIELDS } from '../../campaign/assistant.ts';
import { PLACEHOLDER } from './placeholder-text.ts';
import type { RowProblem } from '../problem.ts';

/** A name, perhaps with what it belongs to before it: `Contact.FirstName`. */
const NAME = '(?:[\\p{L}_]+\\.)?(\\p{L}[\\p{L}\\p{N} _-]{0,60})';

/** How other programs write a placeholder. */
const OTHERS: readonly RegExp[] = [
  ['\\$\\{', '\\}'],
  ['\\{!', '\\}'],
  ['\\{', '\\}'],
  ['\\[\\[', '\\]\\]'],
  ['\\[', '\\]'],
  ['<%=?', '%>'],
  ['%%', '%%'],
  ['%', '%'],
  ['\\*\\|', '\\|\\*'],
  ['«', '»'],
  ['<<', '>>'],
  ['<', '>'],
  ['##', '##'],
].map(([open = '', close = '']) => new RegExp(`${open}\\s*${NAME}\\s*${close}`, 'gu'));

/** Placeholders of another program in the assistant's texts, where a column has their name: nothing fills them. */
export function otherBraces(
  assistant: Readonly<Record<string, unknown>> | null,
  { headers, variables }: Pick<ColumnMap, 'headers' | 'variables'>,
): readonly RowProblem[] {
  const names = new Map<string, string>();
  for (const [name, index] of variables) {
    names.set(compactName(name), name);
    names.set(compactName(headers[index] ?? ''), name);
  }
  return TEXT_FIELDS.flatMap((field) => {
    const text = assistant?.[field];
    if (typeof text !== 'string') return [];
    return [...byName(written(text, names))].map(([name, spellings]) => {
      const column = headers[variables.get(name) ?? -1] ?? '';
      return said({ field, name, column, spellings });
    });
  });
}

interface Written {
  readonly as: string;
  readonly name: string;
}

/** Each spelling once; a longer one, such as `[[name]]`, is not found again inside. */
function written(text: string, names: ReadonlyMap<string, string>): Written[] {
  const found = new Map<string, Written>();
  let rest = text.replace(PLACEHOLDER, ' ');
  for (const other of OTHERS) {
    rest = rest.replace(other, (as: string, inside: string) => {
      const name = names.get(compactName(inside));
      if (name === undefined) return as;
      found.set(as, { as, name });
      return ' ';
    });
  }
  return [...found.values()];
}

function byName(all: readonly Written[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { as, name } of all) found.set(name, [...(found.get(name) ?? []), as]);
  return found;
}

const said = (one: {
  readonly field: string;
  readonly name: string;
  readonly column: string;
  readonly spellings: readonly string[];
}): RowProblem => ({
  line: 1,
  column: one.column,
  value: one.spellings.join(' '),
  code: 'placeholder_unread',
  message: `${one.field} has ${one.spellings.join(' and ')} in it, as if the column "${one.column}" would fill it. Nothing does: it is spoken as it stands.`,
  fix: `Write {{${one.name}}} in its place.`,
});

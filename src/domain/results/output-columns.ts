import { plainText } from '../text/privacy.ts';
import { outputCell, resultText, type Cell } from './cell.ts';

type Output = Readonly<Record<string, unknown>>;

/** Names that nobody declared come from the provider: only so many become columns of their own. */
const MAX_UNDECLARED = 500;
const MAX_NAME_LENGTH = 200;

/** The columns of the structured output: the declared ones in their order, then what was seen besides. */
export class OutputColumns {
  readonly #declared: number;
  readonly #index = new Map<string, number>();
  readonly #headers: string[] = [];
  readonly #taken = new Set<string>();
  #hasRest = false;

  constructor(declared: readonly string[]) {
    for (const name of declared) this.#add(name);
    this.#declared = this.#index.size;
  }

  see(output: Output | null): void {
    if (output === null) return;
    for (const name of Object.keys(output)) {
      if (this.#index.has(name)) continue;
      if (this.#index.size - this.#declared < MAX_UNDECLARED) this.#add(name);
      else this.#hasRest = true;
    }
  }

  #add(name: string): void {
    if (this.#index.has(name)) return;
    const plain = `output.${plainText(name).trim().slice(0, MAX_NAME_LENGTH)}`;
    let header = plain;
    for (let nth = 2; this.#taken.has(header); nth += 1) header = `${plain} (${nth})`;
    this.#taken.add(header);
    this.#index.set(name, this.#headers.push(header) - 1);
  }

  /** The last column holds, as JSON, the fields that were too many for columns of their own. */
  get headers(): readonly string[] {
    return this.#hasRest ? [...this.#headers, 'output.(others)'] : this.#headers;
  }

  cells(output: Output | null): readonly Cell[] {
    const cells = new Array<Cell>(this.#headers.length + (this.#hasRest ? 1 : 0)).fill(null);
    if (output === null) return cells;
    const rest: [string, unknown][] = [];
    for (const [name, value] of Object.entries(output)) {
      const at = this.#index.get(name);
      if (at === undefined) rest.push([name, value]);
      else cells[at] = outputCell(value);
    }
    if (this.#hasRest && rest.length > 0)
      cells[this.#headers.length] = resultText(JSON.stringify(Object.fromEntries(rest)));
    return cells;
  }
}

import { openDatabase, type Db } from './open.ts';
import { createPrivately } from './private-file.ts';

/** Raised whenever the stored JSON changes its shape: a rehearsal is invented anew, never converted. */
const VERSION = 1;

const SCHEMA = `
  create table orders (
    id text not null primary key,
    number text not null,
    status text not null,
    created_at integer not null,
    is_over integer not null check (is_over in (0, 1)),
    birth text not null,
    state text not null
  ) strict;
  create index orders_by_number on orders (number);
  create index orders_by_time on orders (created_at desc, id);
  create index orders_open on orders (id) where is_over = 0;
  create table metadata (
    name text not null,
    value text not null,
    order_id text not null references orders (id),
    primary key (name, value, order_id)
  ) strict, without rowid;
  create table assistants (
    nth integer not null primary key,
    id text not null unique,
    record text
  ) strict;
  create table moment (
    only_row integer not null primary key check (only_row = 1),
    at integer not null
  ) strict;
`;

interface StateRow {
  readonly id: string;
  readonly status: string;
  readonly isOver: boolean;
  readonly state: string;
}

interface OrderRow extends StateRow {
  readonly number: string;
  readonly createdAt: number;
  readonly birth: string;
}

interface Filter {
  readonly metadata: Readonly<Record<string, string>>;
  readonly statuses: readonly string[];
  readonly number?: string;
  readonly ids?: readonly string[];
  readonly except?: readonly string[];
}

interface Query extends Filter {
  readonly offset: number;
  readonly limit: number;
}

type Labels = Readonly<Record<string, string>>;
type DbRow = Omit<OrderRow, 'isOver'> & { readonly isOver: number };

const COLUMNS = 'id, number, status, is_over as isOver, created_at as createdAt, birth, state';

const toRow = (row: DbRow): OrderRow => ({ ...row, isOver: row.isOver === 1 });
const toDb = <T extends StateRow>(row: T) => ({ ...row, isOver: row.isOver ? 1 : 0 });

function prepare(db: Db) {
  return {
    insert: db.prepare<[Record<string, unknown>]>(
      `insert into orders (id, number, status, created_at, is_over, birth, state)
       values (@id, @number, @status, @createdAt, @isOver, @birth, @state)`,
    ),
    label: db.prepare<[string, string, string]>(
      'insert into metadata (name, value, order_id) values (?, ?, ?)',
    ),
    update: db.prepare<[Record<string, unknown>]>(
      'update orders set status = @status, is_over = @isOver, state = @state where id = @id',
    ),
    advance: db.prepare<[number]>(
      `insert into moment (only_row, at) values (1, ?)
       on conflict (only_row) do update set at = max(at, excluded.at)`,
    ),
    moment: db.prepare<[], number>('select at from moment').pluck(),
    open: db.prepare<[], DbRow>(`select ${COLUMNS} from orders where is_over = 0 order by id`),
    find: db.prepare<[string], DbRow>(`select ${COLUMNS} from orders where id = ?`),
    made: db.prepare<[], number>('select count(*) from assistants').pluck(),
    assistants: db
      .prepare<[], string>('select record from assistants where record is not null order by nth')
      .pluck(),
    assistant: db
      .prepare<[string], string | null>('select record from assistants where id = ?')
      .pluck(),
    addAssistant: db.prepare<[number, string, string]>(
      'insert into assistants (nth, id, record) values (?, ?, ?)',
    ),
    saveAssistant: db.prepare<[string | null, string]>(
      'update assistants set record = ? where id = ?',
    ),
    unlabel: db.prepare<[string]>('delete from metadata where order_id = ?'),
    drop: db.prepare<[string], string>('delete from orders where id = ? returning number').pluck(),
    placed: db.prepare<[string], number>('select count(*) from orders where number = ?').pluck(),
  };
}

type Statements = ReturnType<typeof prepare>;

function conditions({ metadata, statuses, number, ids, except = [] }: Filter) {
  const parts = Object.keys(metadata).map(
    () => 'id in (select order_id from metadata where name = ? and value = ?)',
  );
  // One value, however many there are: the number of values that a statement may have is limited.
  const among = 'in (select value from json_each(?))';
  if (statuses.length > 0) parts.push(`status ${among}`);
  if (number !== undefined) parts.push('number = ?');
  if (ids !== undefined) parts.push(`id ${among}`);
  if (except.length > 0) parts.push(`id not ${among}`);
  return {
    where: parts.length === 0 ? '' : `where ${parts.join(' and ')}`,
    values: [
      ...Object.entries(metadata).flat(),
      ...(statuses.length > 0 ? [JSON.stringify(statuses)] : []),
      ...(number === undefined ? [] : [number]),
      ...(ids === undefined ? [] : [JSON.stringify(ids)]),
      ...(except.length > 0 ? [JSON.stringify(except)] : []),
    ],
  };
}

/** Made once: making a transaction function costs as much as what these do. */
function transactions(db: Db, sql: Statements) {
  return {
    add: db.transaction((order: OrderRow, metadata: Labels, at: number) => {
      sql.insert.run(toDb(order));
      for (const [name, value] of Object.entries(metadata)) sql.label.run(name, value, order.id);
      sql.advance.run(at);
    }),
    save: db.transaction((orders: readonly StateRow[], at: number) => {
      for (const order of orders) sql.update.run(toDb(order));
      sql.advance.run(at);
    }),
  };
}

/**
 * The sandbox's orders in a SQLite file beside the rehearsal's ledger, or in memory. It is what the sandbox
 * asks of a store, and knows no more of the sandbox than that.
 */
class SandboxStore {
  readonly #db: Db;
  readonly #sql: Statements;

  readonly #write: ReturnType<typeof transactions>;
  readonly #keep: number;
  /** Orders that are over, in the order of their ends; only where not all are kept. */
  readonly #over = new Set<string>();
  /** How many orders of a number were forgotten: the next one must not get the id of the first. */
  readonly #forgotten = new Map<string, number>();

  constructor(db: Db, keep: number = Infinity) {
    this.#db = db;
    this.#keep = keep;
    this.#sql = prepare(db);
    this.#write = transactions(db, this.#sql);
  }

  open(): OrderRow[] {
    return this.#sql.open.all().map(toRow);
  }

  find(id: string): OrderRow | null {
    const row = this.#sql.find.get(id);
    return row === undefined ? null : toRow(row);
  }

  add(order: OrderRow, metadata: Labels, at: number): void {
    this.#write.add.immediate(order, metadata, at);
  }

  save(orders: readonly StateRow[], at: number): void {
    this.#write.save.immediate(orders, at);
    if (this.#keep === Infinity) return;
    for (const { id, isOver } of orders) if (isOver) this.#over.add(id);
    this.#forget();
  }

  #forget(): void {
    for (const id of this.#over) {
      if (this.#over.size <= this.#keep) return;
      this.#over.delete(id);
      this.#sql.unlabel.run(id);
      const number = this.#sql.drop.get(id);
      if (number !== undefined) {
        this.#forgotten.set(number, (this.#forgotten.get(number) ?? 0) + 1);
      }
    }
  }

  placed(number: string): number {
    return (this.#sql.placed.get(number) ?? 0) + (this.#forgotten.get(number) ?? 0);
  }

  search(query: Query): OrderRow[] {
    const { where, values } = conditions(query);
    return this.#db
      .prepare<unknown[], DbRow>(
        `select ${COLUMNS} from orders ${where} order by created_at desc, id limit ? offset ?`,
      )
      .all(...values, query.limit, query.offset)
      .map(toRow);
  }

  count(filter: Filter): number {
    const { where, values } = conditions(filter);
    const sql = `select count(*) from orders ${where}`;
    return (
      this.#db
        .prepare<unknown[], number>(sql)
        .pluck()
        .get(...values) ?? 0
    );
  }

  assistantsMade(): number {
    return this.#sql.made.get() ?? 0;
  }

  assistants(): string[] {
    return this.#sql.assistants.all();
  }

  assistant(id: string): string | null {
    return this.#sql.assistant.get(id) ?? null;
  }

  addAssistant(id: string, record: string, nth: number): void {
    this.#sql.addAssistant.run(nth, id, record);
  }

  /** The row stays when the assistant goes, so that the next one does not get its id. */
  saveAssistant(id: string, record: string | null): void {
    this.#sql.saveAssistant.run(record, id);
  }

  clockAt(): number | null {
    return this.#sql.moment.get() ?? null;
  }

  close(): void {
    this.#db.close();
  }
}

/**
 * `keep`: so many orders that are over are kept, and older ones forgotten. For a store in memory that serves
 * for days; a file keeps all.
 */
export function openSandboxStore(path: string, keep?: number): SandboxStore {
  // People's numbers are in it, also when they are called in play only.
  if (path !== ':memory:') createPrivately(path);
  // What is lost in a power cut is invented anew, so each commit need only survive this process.
  const db = openDatabase(path, { synchronous: 'normal' });
  try {
    const version = db.pragma('user_version', { simple: true });
    if (version !== 0 && version !== VERSION) {
      throw new Error(`${path} was written by another version of the sandbox: delete it`);
    }
    if (version === 0) {
      db.transaction(() => {
        db.exec(SCHEMA);
        db.pragma(`user_version = ${VERSION}`);
      }).immediate();
    }
    // Forgetting an order looks for what refers to it; nothing else does.
    if (keep !== undefined) db.exec('create index if not exists labels_of on metadata (order_id)');
    return new SandboxStore(db, keep);
  } catch (cause) {
    db.close();
    throw cause;
  }
}

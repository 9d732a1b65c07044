/**
 * Where the sandbox keeps its orders. To the store they are text: what they mean is the sandbox's alone, and
 * no layer below needs to know it.
 */
export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly isOver: boolean;
  /** Milliseconds. */
  readonly createdAt: number;
  /** What was asked for, as JSON; it never changes. */
  readonly birth: string;
  /** What became of it, as JSON. */
  readonly state: string;
}

export type StateRow = Pick<OrderRow, 'id' | 'status' | 'isOver' | 'state'>;

export interface RowFilter {
  /** Every one of these must be in the order's metadata, with this value. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Empty: any status. */
  readonly statuses: readonly string[];
  /** Absent: any number. */
  readonly number?: string;
  /** Absent: any id. */
  readonly ids?: readonly string[];
  /** Ids that are left out. */
  readonly except?: readonly string[];
}

export interface RowQuery extends RowFilter {
  readonly offset: number;
  readonly limit: number;
}

/** What `add` and `save` were given is committed when they return. */
export interface SandboxStore extends AssistantStore {
  /** Orders that are not over. */
  open(): OrderRow[];
  find(id: string): OrderRow | null;
  add(order: OrderRow, metadata: Readonly<Record<string, string>>, at: number): void;
  /** One transaction. */
  save(orders: readonly StateRow[], at: number): void;
  /** How many orders this number has had. */
  placed(number: string): number;
  /** Newest first. */
  search(query: RowQuery): OrderRow[];
  count(filter: RowFilter): number;
  /** The latest moment at which anything was committed. */
  clockAt(): number | null;
}

/** The stored assistants, as JSON. */
export interface AssistantStore {
  /** How many there have ever been, those that are gone included. */
  assistantsMade(): number;
  assistants(): string[];
  assistant(id: string): string | null;
  addAssistant(id: string, record: string, nth: number): void;
  /** Null: it is gone. */
  saveAssistant(id: string, record: string | null): void;
}

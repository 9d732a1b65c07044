import type { OrderView } from '../domain/order/view.ts';

/** What is known of an order that is looked for at the provider. */
export interface Sought {
  /** It travels with the order, and belongs to no other (I2). */
  readonly key: string;
  readonly number: string;
  readonly contactId: string;
  /** By our clock it cannot be older, ms. */
  readonly since: number;
}

/** An order that the provider has taken and named: a search that does not find it proves nothing by silence. */
export interface KnownOrder extends Sought {
  readonly id: string;
}

/** Whose orders are looked for. */
export type Person = Pick<Sought, 'number' | 'contactId'>;

/** By what the provider searches: by the number that was called, or by what orders carry in their metadata. */
export type SearchKind = 'by_number' | 'by_label';

/** Why a search has told nothing. */
export type Untold =
  /** There is no search, or none of a kind that can be used. */
  | 'no_search'
  | 'unreachable'
  /** It answers with orders that were not asked for: what it leaves out means nothing. */
  | 'filter_ignored'
  /** Not everything was seen: orders came in between two pages, the total was missing, or there are too many. */
  | 'incomplete';

export interface NothingTold {
  readonly kind: 'unknown';
  readonly cause: Untold;
  readonly why: string;
}

/** That a search shows nothing proves nothing by itself (I15): `findOrder` says when it does. */
export type FindAnswer =
  | { readonly kind: 'found'; readonly by: SearchKind; readonly view: OrderView }
  | { readonly kind: 'nothing_shown'; readonly by: SearchKind }
  | NothingTold;

/** An order as a search shows it. */
export interface ShownOrder {
  readonly view: OrderView;
  readonly number: string | null;
  readonly createdAt: number | null;
}

/** All that there is of what was asked for, as far back as it was asked for. */
export type ListAnswer =
  | {
      readonly kind: 'listed';
      readonly by: SearchKind | 'all';
      readonly orders: readonly ShownOrder[];
    }
  | NothingTold;

/** How far back a list is read. */
export interface Back {
  /** Ms; -Infinity: to its end. */
  readonly since: number;
  /** The id of an order that has to be among what was read, whatever the clocks say; null: of none. */
  readonly past: string | null;
}

export interface OrderSearch {
  /** The one order that carries this key. */
  find(sought: Sought): Promise<FindAnswer>;
  /** All orders of one person, whatever their keys. */
  ordersOf?(person: Person): Promise<ListAnswer>;
  /** Everything of the account, the newest first, back to a moment and past an order that is known. */
  newest?(back: Back): Promise<ListAnswer>;
  /** Those of these orders that one request shows; the others have to be fetched one by one. */
  several?(ids: readonly string[]): Promise<readonly OrderView[]>;
}

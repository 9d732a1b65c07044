/**
 * What each status proves of an order whose body has left. A wrong "not placed" rings a person twice, so only answers
 * that nothing but the provider itself gives, before it does anything, count as that; everything else is ambiguous.
 */
type StatusProof =
  /** It may name the order. */
  | 'success'
  /** Certainly not placed, and no other order of this run will be: it stops. */
  | 'refused'
  /** Certainly not placed, now. */
  | 'throttled'
  /** Certainly not placed, and this order never will be. */
  | 'rejected'
  /** It may have been placed, and the next order would meet the same: the run stops, and the order is looked up. */
  | 'blocked'
  /** It may have been placed. */
  | 'ambiguous';

interface Row {
  readonly statuses: readonly number[] | { readonly from: number; readonly to: number };
  readonly proves: StatusProof;
  readonly because: string;
  /** It counts only with a JSON object as its body; without one it is ambiguous. */
  readonly withObject?: boolean;
}

export const STATUS_TABLE: readonly Row[] = [
  {
    statuses: { from: 200, to: 299 },
    proves: 'success',
    because:
      'the body names the order; where it does not, the order may have been placed all the same',
  },
  {
    statuses: [401],
    proves: 'refused',
    because:
      'the key is asked for before anything is done, by the provider or by what stands before it',
  },
  {
    statuses: [429],
    proves: 'throttled',
    because:
      'said instead of doing something, whether by the provider or before it, and whatever its body is',
  },
  {
    statuses: [400, 413, 415, 422],
    proves: 'rejected',
    withObject: true,
    because:
      'an API that reads the body and does not take it says why in JSON; a web page comes from something in between',
  },
  {
    statuses: { from: 300, to: 399 },
    proves: 'blocked',
    because: 'never followed; a 303 is how many servers answer after they have taken a form',
  },
  {
    statuses: [402, 403, 404, 405, 407],
    proves: 'blocked',
    because: 'a firewall or a proxy says so of the answer too, after the order was taken',
  },
  {
    statuses: [410, 411, 414, 417, 421, 426, 428, 431, 451],
    proves: 'blocked',
    because:
      'the address or something in between is not as it should be; nothing says who answered',
  },
  {
    statuses: { from: 100, to: 999 },
    proves: 'ambiguous',
    because:
      '408, 409, 425, every 5xx and what no table knows may be said after the call was placed',
  },
];

const covers = ({ statuses }: Row, status: number): boolean =>
  'from' in statuses ? status >= statuses.from && status <= statuses.to : statuses.includes(status);

export function provedBy(status: number, bodyIsObject: boolean): StatusProof {
  const row = STATUS_TABLE.find((one) => covers(one, status));
  if (row === undefined || (row.withObject === true && !bodyIsObject)) return 'ambiguous';
  return row.proves;
}

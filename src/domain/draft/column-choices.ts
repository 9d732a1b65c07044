import { DECIDES_WHEN, rankFor, ROLES, type Role } from '../contact/columns/aliases.ts';
import { variableName } from '../contact/columns/header-name.ts';
import { isOwnPhone } from '../contact/columns/phone-columns.ts';

/** What a campaign file has to say of the columns of a list, because their headers leave it open. */
export interface ColumnNames {
  readonly columns: readonly (readonly [key: Role, headers: readonly string[]])[];
  /** Headers of which an earlier one has the name already. */
  readonly ignore: readonly string[];
}

/** A column, and how many of the first cells could be telephone numbers. */
export interface NumbersIn {
  readonly header: string;
  readonly numbers: number;
}

/**
 * Where two headers could be one thing, the one with the plainer name is taken. Columns of a person's telephone numbers
 * are all taken, the fullest first: where its cell is empty, the next is called. A list without a header that says phone
 * has the column with most numbers called.
 */
export function columnNames(headers: readonly string[], cells: readonly NumbersIn[]): ColumnNames {
  const phone = phoneOf(headers, cells);
  const others = ROLES.filter((role) => role !== 'phone').flatMap((role) => {
    const [first, second] = candidates(role, headers);
    if (first === undefined || second === undefined || !DECIDES_WHEN.has(role)) return [];
    const isSure = first.rank === 0 && second.rank > 0;
    return isSure ? [] : [[role, [first.header]] as const];
  });
  const taken = new Set<string>();
  const ignore = headers.filter((header) => {
    const name = variableName(header);
    if (name === '' || !taken.has(name)) {
      taken.add(name);
      return false;
    }
    return true;
  });
  return {
    columns: [...(phone.length === 0 ? [] : [['phone', phone] as const]), ...others],
    ignore,
  };
}

const candidates = (role: Role, headers: readonly string[]): { header: string; rank: number }[] =>
  headers
    .flatMap((header) => {
      const rank = rankFor(role, header);
      return rank === null ? [] : [{ header, rank }];
    })
    .sort((a, b) => a.rank - b.rank);

/** None: the one header that says phone is the one. */
function phoneOf(headers: readonly string[], cells: readonly NumbersIn[]): readonly string[] {
  const named = candidates('phone', headers).map(({ header }) => header);
  const filled = cells.filter(({ numbers }) => numbers > 0);
  const theirs = filled.filter(({ header }) => named.includes(header) || isOwnPhone(header));
  if (theirs.length > 1) {
    const rank = ({ header }: NumbersIn): number =>
      named.includes(header) ? named.indexOf(header) : named.length;
    return [...theirs]
      .sort((a, b) => b.numbers - a.numbers || rank(a) - rank(b))
      .map(({ header }) => header);
  }
  if (named.length === 1) return [];
  const eligible =
    named.length === 0 ? cells : cells.filter(({ header }) => named.includes(header));
  const most = Math.max(0, ...eligible.map(({ numbers }) => numbers));
  const best = eligible.filter(({ numbers }) => numbers === most && most > 0);
  const first = named.find((header) => best.some((one) => one.header === header));
  const header = first ?? best[0]?.header;
  return header === undefined ? [] : [header];
}

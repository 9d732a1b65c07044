import type { Cell } from './cell.ts';
import type { Row } from './row.ts';

/** When, of what and on what the matrix was run. */
export interface Circumstances {
  readonly date: string;
  readonly commit: string;
  readonly system: string;
}

/** A pair of Node and npm that could not be had. */
export interface Absent {
  readonly node: string;
  readonly npm: string;
  readonly absent: string;
}

const COLUMNS: readonly (readonly [title: string, of: (row: Row) => Cell])[] = [
  ['SQLite driver', ({ driver }) => driver],
  ['`npm ci` and `npm run rehearse` in a clone', ({ clone }) => clone],
  ['`npm install -g` of the package', ({ install }) => install],
  ['the same, `--ignore-scripts`', ({ withoutScripts }) => withoutScripts],
  ['results of the example, SHA-256', ({ bytes }) => bytes],
  ['live against the sandbox, killed twice, resumed', ({ live }) => live],
];

const cellText = ({ ok, text }: Cell): string =>
  `${ok ? '' : '**failed**: '}${text.replaceAll('|', '\\|').replaceAll('\n', ' ')}`;

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function rowLine(row: Row | Absent): string {
  const head = [row.node, row.npm];
  if ('absent' in row) return lineOf([...head, row.absent, ...COLUMNS.slice(1).map(() => '–')]);
  return lineOf([...head, ...COLUMNS.map(([, of]) => cellText(of(row)))]);
}

/** The same example has to give the same bytes in every row. */
export function withSameBytes(rows: readonly (Row | Absent)[]): (Row | Absent)[] {
  const shown = new Set(rows.flatMap((row) => ('absent' in row ? [] : row.bytes.text)));
  if (shown.size <= 1) return [...rows];
  return rows.map((row) =>
    'absent' in row ? row : { ...row, bytes: { ...row.bytes, ok: false } },
  );
}

export const failuresIn = (rows: readonly (Row | Absent)[]): number =>
  rows
    .flatMap((row) => ('absent' in row ? [] : COLUMNS.map(([, of]) => of(row))))
    .filter(({ ok }) => !ok).length;

export function table(rows: readonly (Row | Absent)[]): string[] {
  const titles = ['Node', 'npm', ...COLUMNS.map(([title]) => title)];
  return [lineOf(titles), lineOf(titles.map(() => '---')), ...rows.map(rowLine)];
}

/** `docs/matrix.md`. */
export function page(rows: readonly (Row | Absent)[], at: Circumstances): string {
  return [
    '# On which Node and npm it works',
    '',
    `\`npm run matrix\` wrote this page on ${at.date}, of commit ${at.commit}, on ${at.system}. Each cell is what`,
    'a real run gave. Node and npm are the newest of each major version that the registry has.',
    '',
    ...table(rows),
    '',
    'A clone and a package are installed into empty folders. The package is the one that `npm pack` makes. The example',
    'is rehearsed from the same moment in each of them, and its results are compared byte for byte. The live run calls',
    'the people of a list through `campaign sandbox` in a process of its own; its session is killed twice with',
    'SIGKILL and the same command goes on. Then the orders that the sandbox has recorded are held against the export.',
    'What the two drivers are, and what an install without scripts needs, is said in [install.md](install.md).',
    '',
  ].join('\n');
}

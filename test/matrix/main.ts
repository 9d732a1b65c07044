import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { failuresIn, page, table, withSameBytes, type Absent } from './page.ts';
import { rowOf, type Given, type Row } from './row.ts';
import { run, toolchain } from './toolchain.ts';
import { NODES, NPMS } from './versions.ts';

/**
 * `npm run matrix`: every Node with every npm, for real; it takes minutes. `-- --node 24 --npm 12` tries one pair
 * and leaves the page alone; `-- --at-once 3` tries three pairs at the same time, and
 * `-- --minutes 30` begins no pair after that time.
 */
const { values } = parseArgs({
  options: {
    node: { type: 'string' },
    npm: { type: 'string' },
    'at-once': { type: 'string', default: '1' },
    minutes: { type: 'string', default: '600' },
  },
});
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = join(ROOT, 'docs', 'matrix.md');
const folder = mkdtempSync(join(tmpdir(), 'matrix-'));

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function output(command: string, args: readonly string[]): Promise<string> {
  const said = await run(command, args, { cwd: ROOT, env: process.env });
  if (said.code !== 0) throw new Error(`${command} ${args.join(' ')}: ${said.err}`);
  return said.out.trim();
}

async function given(folder: string): Promise<Given> {
  mkdirSync(folder);
  // Of a clone, so that the package has what is committed and nothing else.
  const source = join(folder, 'source');
  await output('git', ['clone', '--quiet', ROOT, source]);
  const at = { cwd: source, env: process.env };
  for (const args of [
    ['ci', '--no-audit', '--no-fund'],
    ['pack', '--pack-destination', folder],
  ]) {
    const said = await run('npm', args, at);
    if (said.code !== 0) throw new Error(`npm ${args.join(' ')}: ${said.err}`);
  }
  const { version } = JSON.parse(await output('npm', ['pkg', 'get', 'name', 'version'])) as {
    version: string;
  };
  return { repository: ROOT, tarball: join(folder, `phone-campaign-${version}.tgz`) };
}

function pairs(): { node: number; npm: number }[] {
  return NODES.flatMap((node) => NPMS.map((npm) => ({ node, npm }))).filter(
    ({ node, npm }) =>
      (values.node === undefined || Number(values.node) === node) &&
      (values.npm === undefined || Number(values.npm) === npm),
  );
}

type Pair = ReturnType<typeof pairs>[number];

async function tryOut(pair: Pair, source: Given): Promise<Row | Absent> {
  const name = `node-${pair.node}-npm-${pair.npm}`;
  const tools = await toolchain(join(folder, `${name}-tools`), pair);
  if (typeof tools === 'string') {
    say(`${name}: ${tools}`);
    return { node: String(pair.node), npm: String(pair.npm), absent: tools };
  }
  const tell = (line: string): void => say(`${name}: ${line}`);
  const row = await rowOf(tools, source, { folder: join(folder, name), say: tell });
  rmSync(join(folder, name), { recursive: true, force: true });
  return row;
}

const BEGAN = performance.now();
const late = (): boolean => performance.now() - BEGAN > Number(values.minutes) * 60_000;

const notTried = ({ node, npm }: Pair): Absent => ({
  node: String(node),
  npm: String(npm),
  absent: `not tried: this run was ended after ${values.minutes} minutes`,
});

async function allRows(atOnce: number): Promise<(Row | Absent)[]> {
  const source = await given(join(folder, 'given'));
  const rows = new Map<Pair, Row | Absent>();
  const all = pairs();
  // The newest first: a run that is cut short has then tried what most people have.
  const left = [...all].sort((a, b) => b.npm - a.npm || b.node - a.node);
  const worker = async (): Promise<void> => {
    for (let pair = left.shift(); pair !== undefined; pair = left.shift()) {
      rows.set(pair, late() ? notTried(pair) : await tryOut(pair, source));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return all.flatMap((pair) => rows.get(pair) ?? []);
}

try {
  const commit = await output('git', ['rev-parse', '--short', 'HEAD']);
  const rows = withSameBytes(await allRows(Number(values['at-once'])));
  const circumstances = {
    date: new Date().toISOString().slice(0, 10),
    commit,
    system: `${type()} ${process.arch} with ${cpus().length} processors`,
  };
  if (values.node === undefined && values.npm === undefined) {
    writeFileSync(PAGE, page(rows, circumstances));
    say(`written to ${PAGE}`);
  }
  for (const line of table(rows)) say(line);
  process.exitCode = failuresIn(rows) === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bad, good, shortly, type Cell } from './cell.ts';
import { liveMinute } from './live.ts';
import { driverOf, programOf, rehearsed, type Installed } from './rehearsal.ts';
import { run, type Said, type Toolchain } from './toolchain.ts';

/** One Node with one npm, and what came of everything that was tried with them. */
export interface Row {
  readonly node: string;
  readonly npm: string;
  readonly driver: Cell;
  readonly clone: Cell;
  readonly install: Cell;
  readonly withoutScripts: Cell;
  readonly bytes: Cell;
  readonly live: Cell;
}

/** What is installed: the commit, and its package. */
export interface Given {
  readonly repository: string;
  readonly tarball: string;
}

interface Tried {
  readonly cell: Cell;
  /** Of the example's results; null when there were none. */
  readonly sha256: string | null;
  readonly installed: Installed;
}

const QUIET = ['--no-audit', '--no-fund'];

/** Without git’s own settings of anybody: a fresh copy of what is committed. */
async function inAClone(tools: Toolchain, given: Given, folder: string): Promise<Tried> {
  const installed = { tools, folder: join(folder, 'clone'), work: join(folder, 'clone-work') };
  const { env } = tools;
  const fail = (said: Said): Tried => ({ cell: bad(shortly(said.err)), sha256: null, installed });
  const clone = ['clone', '--quiet', given.repository, installed.folder];
  const cloned = await run('git', clone, { cwd: folder, env });
  if (cloned.code !== 0) return fail(cloned);
  const at = { cwd: installed.folder, env: { ...env, CAMPAIGN_LEDGER: join(folder, 'first.db') } };
  for (const args of [
    ['ci', ...QUIET],
    ['run', 'rehearse'],
  ]) {
    const said = await run('npm', args, at);
    if (said.code !== 0) return fail(said);
  }
  return await triedOut(installed);
}

async function installedGlobally(
  tools: Toolchain,
  given: Given,
  at: { folder: string; scripts: boolean },
): Promise<Tried> {
  const prefix = join(at.folder, at.scripts ? 'global' : 'global-without-scripts');
  mkdirSync(prefix);
  const modules = process.platform === 'win32' ? ['node_modules'] : ['lib', 'node_modules'];
  const installed = {
    tools,
    folder: join(prefix, ...modules, 'phone-campaign'),
    work: `${prefix}-work`,
  };
  const how = at.scripts ? [] : ['--ignore-scripts'];
  const args = ['install', '-g', '--prefix', prefix, ...QUIET, ...how, given.tarball];
  const said = await run('npm', args, { cwd: at.folder, env: tools.env });
  if (said.code !== 0) return { cell: bad(shortly(said.err)), sha256: null, installed };
  return await triedOut(installed);
}

/** Rehearses. A program that names a command that repairs it is given that command, as it was printed. */
async function triedOut(installed: Installed): Promise<Tried> {
  const first = await rehearsed(installed);
  if ('sha256' in first) return { cell: good('works'), sha256: first.sha256, installed };
  const { err, code } = first.failed;
  const [, what = '', command] =
    /^error: .*?ledger can be opened: (.*)\ntry: {3}npm ([^;]*)/m.exec(err) ?? [];
  if (code !== 5 || command === undefined) {
    return { cell: bad(shortly(err)), sha256: null, installed };
  }
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  const repaired = await run('npm', words, { cwd: installed.work, env: installed.tools.env });
  const second = repaired.code === 0 ? await rehearsed(installed) : { failed: repaired };
  if ('sha256' in second) {
    const text = 'exit 5, which names the driver and a command; works after that command';
    return { cell: good(text), sha256: second.sha256, installed };
  }
  const why = `${what}; the command that it names: ${shortly(second.failed.err)}`;
  return { cell: bad(why), sha256: null, installed };
}

function bytesOf(tried: readonly Tried[]): Cell {
  const all = new Set(tried.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256])));
  if (all.size === 0) return bad('no results');
  const shown = [...all].map((one) => `\`${one.slice(0, 12)}\``).join(', ');
  return all.size === 1 ? good(shown) : bad(`differ: ${shown}`);
}

export async function rowOf(
  tools: Toolchain,
  given: Given,
  at: { folder: string; say: (line: string) => void },
): Promise<Row> {
  const { folder, say } = at;
  mkdirSync(folder);
  const clone = await inAClone(tools, given, folder);
  say(`clone: ${clone.cell.text}`);
  const install = await installedGlobally(tools, given, { folder, scripts: true });
  say(`install -g: ${install.cell.text}`);
  const without = await installedGlobally(tools, given, { folder, scripts: false });
  say(`install -g --ignore-scripts: ${without.cell.text}`);
  const tried = [install, without, clone];
  const working = tried.find(({ sha256 }) => sha256 !== null) ?? install;
  const driver = await driverOf(working.installed);
  const runtime = { node: tools.node, program: programOf(working.installed) };
  const live = working.sha256 === null ? bad('not tried') : await liveMinute(runtime);
  say(`live: ${live.text}`);
  return {
    node: tools.nodeVersion,
    npm: tools.npmVersion,
    driver,
    clone: clone.cell,
    install: install.cell,
    withoutScripts: without.cell,
    bytes: bytesOf(tried),
    live,
  };
}

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** A Node and an npm as the registry has them as packages, and the environment in which they are the first ones. */
export interface Toolchain {
  readonly node: string;
  readonly nodeVersion: string;
  readonly npmVersion: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** npm compiles at worst; everything else is over in seconds. */
const PATIENT_MS = 15 * 60_000;

export interface Where {
  readonly cwd: string;
  readonly env: Toolchain['env'];
}

/** Never fails: a command that cannot be started, or has no end, is an answer as well. */
export function run(command: string, args: readonly string[], where: Where): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...where,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENT_MS,
    });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    child.on('error', (error) => resolve({ code: -1, out: '', err: error.message }));
    child.on('close', (code, signal) => {
      const err = signal === null ? said.err : `${said.err}\nended by ${signal}`;
      resolve({ ...said, err, code: code ?? -1 });
    });
  });
}

/** What npm and the program read is not handed on from the npm that runs the matrix. */
function plainEnv(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|node_options$|node_path$|campaign_|revox_|init_cwd$)/i.test(name),
  );
  return { ...Object.fromEntries(kept), npm_config_update_notifier: 'false' };
}

async function fetched(folder: string, spec: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  // `node` has an install script that puts the binary for this computer in its place.
  const manifest = { private: true, allowScripts: { node: true } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const args = ['install', '--no-audit', '--no-fund', '--loglevel', 'error', spec];
  const { code, err } = await run('npm', args, { cwd: folder, env: plainEnv() });
  return code === 0 ? '' : firstLine(err);
}

const firstLine = (text: string): string =>
  text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim() ?? '';

/** The toolchain, or why it cannot be had. */
export async function toolchain(
  folder: string,
  { node, npm }: { node: number; npm: number },
): Promise<Toolchain | string> {
  const [atNode, atNpm] = [join(folder, `node-${node}`), join(folder, `npm-${npm}`)];
  const missing = (await fetched(atNode, `node@${node}`)) || (await fetched(atNpm, `npm@${npm}`));
  if (missing !== '') return `not to be had from the registry: ${missing}`;
  const binary = join(atNode, 'node_modules', 'node', 'bin', 'node');
  const base = plainEnv();
  const path = [dirname(binary), join(atNpm, 'node_modules', '.bin'), base['PATH']].join(delimiter);
  const env = { ...base, PATH: path };
  const [nodeVersion, npmVersion] = [
    await run(binary, ['--version'], { cwd: folder, env }),
    await run('npm', ['--version'], { cwd: folder, env }),
  ];
  if (nodeVersion.code !== 0) return `Node does not start: ${firstLine(nodeVersion.err)}`;
  if (npmVersion.code !== 0) return `npm does not start: ${firstLine(npmVersion.err)}`;
  return {
    node: binary,
    nodeVersion: nodeVersion.out.trim().slice(1),
    npmVersion: npmVersion.out.trim(),
    env,
  };
}

import { LedgerError } from './ledger-error.ts';

/** What was asked for, by whom. */
interface DriverRequest {
  /** The package of the driver. */
  readonly name: string;
  readonly node: string;
  /** Such as linux-x64. */
  readonly platform: string;
  /** The folder of this program, below which npm installs. */
  readonly program: string;
}

/** The package that reads and writes SQLite files cannot be used, so no ledger can be opened. */
export class DriverError extends LedgerError {
  override readonly fix: string;

  constructor(what: string, fix: string, cause: unknown) {
    super('unreadable', `no ledger can be opened: ${what}`, cause);
    this.fix = fix;
  }
}

const INSTALL_AGAIN =
  'install this program again with the Node that runs it, optional packages included: npm ci in a clone, npm install -g elsewhere';

export function toDriverError(cause: unknown, request: DriverRequest): DriverError {
  const { name, node, platform, program } = request;
  const driver = `the SQLite driver of Node ${node}, ${name},`;
  const text = cause instanceof Error ? cause.message : String(cause);
  const said = text.split('\n')[0] ?? '';
  const rebuild = `npm --prefix "${program}" rebuild ${name} --ignore-scripts=false; it needs a C++ compiler and Python, and Node 22 or newer needs neither`;
  if (said.includes(`Cannot find module '${name}'`)) {
    return new DriverError(`${driver} is not installed`, INSTALL_AGAIN, cause);
  }
  if (said.startsWith('Could not locate the bindings file')) {
    const what = `${driver} was not compiled when it was installed: its install script failed, or npm did not run it`;
    return new DriverError(what, rebuild, cause);
  }
  if (text.includes('was compiled against a different Node.js version')) {
    return new DriverError(`${driver} was compiled for another Node`, rebuild, cause);
  }
  if (/^Cannot find module '.*\.node'/.test(said)) {
    const fix = `${INSTALL_AGAIN}; it has binaries for Linux, macOS and Windows on x64 and arm64`;
    return new DriverError(`${driver} has no binary for ${platform}`, fix, cause);
  }
  return new DriverError(`${driver} does not load: ${said}`, INSTALL_AGAIN, cause);
}

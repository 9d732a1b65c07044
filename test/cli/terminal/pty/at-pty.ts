import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { PROGRAM, type Desk } from '../../desk/desk.ts';

const SCRIPT = fileURLToPath(new URL('terminal.py', import.meta.url));

/** Where Python itself is, whatever starts it here: a real pseudo-terminal is made by it, Node has none. */
const PYTHON = spawnSync('python3', ['-c', 'import pty, sys; print(sys.executable)'], {
  encoding: 'utf8',
});
export const HAS_PTY = process.platform !== 'win32' && PYTHON.status === 0;

export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';

interface Sitting {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A command at a real terminal, and somebody who reads and types. */
export class AtPty {
  readonly #child: ReturnType<typeof spawn>;
  #raw = '';
  /** How much of the screen was waited for already. */
  #read = 0;
  #over = false;
  readonly #waiting = new Set<() => void>();
  /** The exit code. */
  readonly ended: Promise<number | null>;

  constructor(desk: Desk, command: readonly string[], { columns = 80, env = {} }: Sitting = {}) {
    this.#child = spawn(PYTHON.stdout.trim(), [SCRIPT, String(columns), ...command], {
      cwd: desk.folder,
      env: { ...desk.surroundings(), TERM: 'xterm', LANG: 'C.UTF-8', ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#raw += text;
      this.#look();
    });
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code) => {
        this.#over = true;
        this.#look();
        resolve(code);
      });
    });
    onTestFinished(async () => {
      this.#child.kill('SIGKILL');
      await this.ended;
    });
  }

  /** What was written to the screen, without the moves of the cursor. */
  get screen(): string {
    return this.#raw.replaceAll('\r\n', '\n').replace(/\u001b\[[\d;]*[A-Za-z]/g, '');
  }

  /** Waits until this stands on the screen after what was waited for before. */
  async shows(text: string): Promise<void> {
    for (;;) {
      const at = this.screen.indexOf(text, this.#read);
      if (at >= 0) {
        this.#read = at + text.length;
        return;
      }
      if (this.#over) throw new Error(`"${text}" never came; the screen:\n${this.screen}`);
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Types, and nothing else: a line ends with Enter, `\r`. */
  type(text: string): void {
    this.#child.stdin?.write(text);
  }

  #look(): void {
    const all = [...this.#waiting];
    this.#waiting.clear();
    for (const look of all) look();
  }
}

/** The program itself at a terminal. */
export const campaignAtPty = (desk: Desk, args: readonly string[], sitting?: Sitting): AtPty =>
  new AtPty(desk, [process.execPath, PROGRAM, ...args], sitting);

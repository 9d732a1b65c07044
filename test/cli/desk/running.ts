import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** One line of `--json`. */
export interface Event {
  readonly event: string;
  readonly [field: string]: unknown;
}

interface Watcher {
  /** An event on stdout, or a text on stderr. */
  readonly of: { readonly event: string } | { readonly text: string };
  left: number;
  readonly resolve: (seen: boolean) => void;
}

/** Lines of JSON, such as `--json` writes. A last line that was cut off is left out. */
export function jsonLines(text: string): Event[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Event);
}

/** The program as a child process, whose events can be awaited while it runs. */
export class Running {
  readonly #child: ChildProcess;
  readonly #watchers = new Set<Watcher>();
  #out = '';
  #err = '';
  /** How much of stdout has been looked at for events. */
  #looked = 0;
  readonly ended: Promise<Ended>;

  constructor(args: readonly string[], options: SpawnOptions, command = process.execPath) {
    this.#child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#out += text;
      this.#look();
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#err += text;
      this.#hear();
    });
    this.ended = new Promise((resolve, reject) => {
      this.#child.on('error', reject);
      this.#child.on('close', (code, signal) => {
        for (const watcher of this.#watchers) watcher.resolve(false);
        resolve({ code, signal, out: this.#out, err: this.#err });
      });
    });
  }

  /** The nth such event from here on. False: the program ended before it came. */
  seen(event: string, nth = 1): Promise<boolean> {
    return new Promise((resolve) => {
      this.#watchers.add({ of: { event }, left: nth, resolve });
    });
  }

  /** The text on stderr. False: the program ended before it was there. */
  said(text: string): Promise<boolean> {
    return new Promise((resolve) => {
      this.#watchers.add({ of: { text }, left: 1, resolve });
      this.#hear();
    });
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  #look(): void {
    const end = this.#out.lastIndexOf('\n') + 1;
    const fresh = this.#out.slice(this.#looked, end);
    this.#looked = end;
    if (![...this.#watchers].some(({ of }) => 'event' in of)) return;
    for (const { event } of jsonLines(fresh)) {
      this.#tell(({ of }) => 'event' in of && of.event === event);
    }
  }

  #hear(): void {
    this.#tell(({ of }) => 'text' in of && this.#err.includes(of.text));
  }

  #tell(isMeant: (watcher: Watcher) => boolean): void {
    for (const watcher of [...this.#watchers].filter(isMeant)) {
      watcher.left -= 1;
      if (watcher.left > 0) continue;
      this.#watchers.delete(watcher);
      watcher.resolve(true);
    }
  }
}

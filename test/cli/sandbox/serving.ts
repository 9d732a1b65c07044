import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { PROGRAM, type Desk } from '../desk/desk.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Serving {
  /** Such as http://127.0.0.1:8787/api. */
  readonly url: string;
  readonly pid: number;
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

/** `campaign sandbox` as a child process, on a free port; it is there when it has said where. */
export async function serving(desk: Desk, ...more: readonly string[]): Promise<Serving> {
  const child = spawn(process.execPath, [PROGRAM, 'sandbox', '--port', '0', ...more], {
    cwd: desk.folder,
    env: { PATH: process.env['PATH'], HOME: desk.home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, out, err });
    });
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('\n')) resolve(out.split('\n')[0] ?? '');
    });
    child.once('close', () => {
      reject(new Error(`it ended before it listened: ${err}`));
    });
  });
  return { url, pid: child.pid ?? 0, signal: (name) => void child.kill(name), ended };
}

#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { EXIT } from './cli/terminal/failure.ts';
import { outliveTerminal } from './cli/control/hangup.ts';
import { main } from './cli/program.ts';
import { stdoutFailed } from './cli/run/stdout-failed.ts';
import { processTerminal } from './cli/terminal/terminal.ts';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const terminal = processTerminal();
outliveTerminal();

// What is wrong with stdout is told once, by a session if one is at work: it must not be left in the middle of a call.
let told = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (told) return;
  told = true;
  if (terminal.outputLost(error)) return;
  const exit = stdoutFailed(error, terminal);
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(exit);
});
// Talk that nobody can hear is no reason to leave a call alone.
process.stderr.on('error', () => undefined);

const code = await main(process.argv.slice(2), terminal, manifest.version);
process.exitCode = code;
// Calls that nobody can record any more are left: they must not keep the process once everything is said.
if (code === EXIT.ledger) {
  const leave = (): void => {
    terminal.leave(code);
  };
  process.stdout.write('', () => process.stderr.write('', leave));
}

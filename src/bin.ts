#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { main } from './cli/program.ts';
import { processTerminal } from './cli/terminal.ts';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// A reader that went away (`campaign status | head`) is no failure of ours; a run that goes on is told to stop.
let readerGone = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  if (readerGone) return;
  readerGone = true;
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(0);
});

process.exitCode = await main(process.argv.slice(2), processTerminal(), manifest.version);

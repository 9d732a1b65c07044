import type { Command } from 'commander';
import { editDistance, nearest } from '../../../domain/campaign/problems/nearest.ts';
import { EXAMPLES } from './examples.ts';

/** Words from other programs, and the command that is meant here. */
const MEANT: Readonly<Record<string, string>> = {
  ...{ call: 'run', dial: 'run', start: 'run', go: 'run', rehearse: 'run', live: 'run' },
  ...{ stop: 'pause', halt: 'pause', hold: 'pause', continue: 'resume', unpause: 'resume' },
  ...{ results: 'export', download: 'export', list: 'status', runs: 'status', watch: 'status' },
  ...{ validate: 'check', test: 'check', forecast: 'plan', simulate: 'plan', preview: 'plan' },
  ...{
    optout: 'dnc',
    block: 'dnc',
    find: 'show',
    explain: 'why',
    health: 'doctor',
    copy: 'backup',
  },
};

/** Gives each command its examples and, after a mistake, the way to its own help. */
export function finishHelp(program: Command): void {
  for (const command of program.commands) finish(command, []);
  program.on('command:*', ([word = '']: string[]) => {
    const names = program.commands.map((command) => command.name());
    const meant = meantBy(word, names);
    const hint = meant === null ? '' : `\n(Did you mean ${meant}?)`;
    program.error(`error: there is no command "${word}"${hint}`);
  });
}

function finish(command: Command, above: readonly string[]): void {
  const path = [...above, command.name()];
  const name = path.join(' ');
  command.showHelpAfterError(`try:   campaign ${name} --help`);
  const examples = EXAMPLES[name];
  if (examples !== undefined) {
    const lines = examples.map((example) => `  campaign ${example}`);
    command.addHelpText('after', ['', 'Examples:', ...lines].join('\n'));
  }
  for (const child of command.commands) finish(child, path);
}

/** What cannot be undone is suggested only to somebody who all but wrote it. */
function meantBy(word: string, names: readonly string[]): string | null {
  if (Object.hasOwn(MEANT, word)) return MEANT[word] ?? null;
  if (editDistance(word.toLowerCase(), 'cancel') <= 1) return 'cancel';
  return nearest(
    word,
    names.filter((name) => name !== 'cancel'),
  );
}

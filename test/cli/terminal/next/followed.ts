import { expect } from 'vitest';
import type { Calling, Desk } from '../../desk/desk.ts';

/** `Next: campaign …`, `decide with: campaign …`: a command that ends a line. */
export const advisedIn = (said: string): string[] =>
  [...said.matchAll(/(?:[a-z]|Next[^:\n]*): (campaign [a-z]+(?: .*)?)$/gm)].flatMap(
    ([, command = '']) => (/<|…|contacts\.csv/.test(command) ? [] : [command]),
  );

interface Pasted {
  readonly command: string;
  readonly code: number | null;
}

/** Runs what is typed, then all that is advised, each once. */
export async function followed(
  desk: Desk,
  typed: string,
  calling: Calling = {},
): Promise<Pasted[]> {
  const pasted: Pasted[] = [];
  const left = [typed];
  for (let command = left.shift(); command !== undefined; command = left.shift()) {
    const { code, out, err } = await desk.paste(command, calling);
    pasted.push({ command, code });
    const known = [...left, ...pasted.map((one) => one.command)];
    left.push(...advisedIn(`${out}\n${err}`).filter((next) => !known.includes(next)));
    if (pasted.length > 12) throw new Error(`no end of advice: ${left.join('; ')}`);
  }
  return pasted;
}

/** What was advised, by its first words; that none of it was refused is expected here. */
export function advised(pasted: readonly Pasted[]): string[] {
  const [, ...next] = pasted;
  expect(next.filter(({ code }) => code === null || [1, 2].includes(code))).toEqual([]);
  return next.map(({ command }) => command.split(' ').slice(0, 2).join(' '));
}

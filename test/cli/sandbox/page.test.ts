import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ORDER_FAULTS } from '../../../src/sandbox/model/order-faults.ts';
import { TRANSPORT_FAULTS } from '../../../src/sandbox/faults/faults.ts';
import { SCRIPTS } from '../../../src/sandbox/people/scripted-people.ts';
import { aDesk, PROJECT } from '../desk/desk.ts';
import { serving } from './serving.ts';

const run = promisify(execFile);

const EXAMPLES = join(PROJECT, 'test', 'cli', 'sandbox', 'curl-examples.sh');

const page = readFileSync(join(PROJECT, 'docs', 'sandbox.md'), 'utf8');

/** Each command of a shell text, on one line. */
const commandsOf = (text: string): string[] =>
  text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.startsWith('curl '));

const commands = commandsOf(readFileSync(EXAMPLES, 'utf8'));

it('the curl examples of the page are those that are tried here', () => {
  expect(commands.length).toBeGreaterThan(5);
  expect(commandsOf(page)).toEqual(commands);
});

it('the page names every fault and every scripted number', () => {
  const names = [
    ...TRANSPORT_FAULTS.map((kind) => kind.replace(/_(before|after)$/, '_')),
    ...Object.keys(ORDER_FAULTS),
  ];
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) expect(page).toContain(`\`${name}`);
  for (const digits of Object.keys(SCRIPTS)) expect(page).toContain(`…${digits}`);
});

it('every curl example is answered, one after the other', async () => {
  const { url } = await serving(aDesk(), '--speed', '1000');
  const own = (command: string): string =>
    command.replace('http://127.0.0.1:8787', new URL(url).origin);
  const answers: Record<string, unknown>[] = [];
  for (const command of commands) {
    const { stdout } = await run('sh', ['-c', own(command)]);
    answers.push(JSON.parse(stdout) as Record<string, unknown>);
  }
  const [key, placed, found, fault, faults, none, report, document] = answers;
  expect(key).toEqual({ authenticated: true });
  expect(placed).toMatchObject({ call: { to_phone_number: '+12025550100' } });
  expect(found).toMatchObject({ calls: [{ metadata: { order_key: 'k1' } }] });
  expect(fault).toMatchObject({ fault: { kind: 'drop_after' } });
  expect(faults).toMatchObject({ faults: [{ kind: 'drop_after' }] });
  expect(none).toEqual({});
  expect(report).toMatchObject({ accepted: 1 });
  expect(document).toMatchObject({ openapi: '3.1.0' });
});

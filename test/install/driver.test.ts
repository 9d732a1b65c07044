import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driverNameFor } from '../../src/adapters/sqlite/load-driver.ts';
import { aDesk, type Desk } from '../cli/desk/desk.ts';
import { CAMPAIGN, NOW, people } from '../cli/desk/people.ts';
import type { Ended } from '../cli/desk/running.ts';
import { ProgramCopy } from './a-program-copy.ts';

/** A program whose driver npm has left out, has not compiled, or that is for another Node. */

const OURS = driverNameFor(process.versions.node);
const OTHER = OURS === 'better-sqlite3' ? 'better-sqlite3-node20' : 'better-sqlite3';
const RUN = ['run', 'leads.csv', '--now', NOW];

interface Scene {
  readonly desk: Desk;
  readonly copy: ProgramCopy;
  campaign(...args: string[]): Promise<Ended>;
}

function aScene(): Scene {
  const desk = aDesk();
  desk.write('leads.csv', people(2));
  desk.write('leads.yaml', CAMPAIGN);
  const copy = new ProgramCopy(desk);
  return { desk, copy, campaign: (...args) => desk.run(args, { program: copy.bin }) };
}

/** The first command that needs a ledger says what is wrong and what to do, and so does `doctor`. */
async function expectNamed(
  { campaign }: Scene,
  { what, fix }: { what: RegExp; fix: RegExp },
): Promise<void> {
  const ran = await campaign(...RUN);
  expect(ran.code, ran.err).toBe(5);
  const [, message, advice] = /^error: (.*)\ntry: {3}(.*)$/m.exec(ran.err) ?? [];
  expect(message).toMatch(what);
  expect(message).toContain(
    `no ledger can be opened: the SQLite driver of Node ${process.versions.node}`,
  );
  expect(advice).toMatch(fix);
  const examined = await campaign('doctor', '--json');
  expect(examined.code).toBe(5);
  const { checks } = JSON.parse(examined.out) as { checks: Record<string, string>[] };
  expect(checks.filter(({ level }) => level === 'broken')).toEqual([
    expect.objectContaining({ area: 'SQLite', text: expect.stringMatching(what), fix: advice }),
  ]);
}

const INSTALL =
  /^install this program again with the Node that runs it, optional packages included/;

describe('a driver that cannot be used is named, with what to do', () => {
  it('because npm has left it out', async () => {
    const scene = aScene();
    await expectNamed(scene, { what: /is not installed$/, fix: INSTALL });
    expect((await scene.campaign('check', 'leads.csv')).code).toBe(0);
    expect((await scene.campaign('--help')).code).toBe(0);
  });

  it('because it has no binary', async () => {
    const scene = aScene();
    scene.copy.install(OURS, ['build', 'prebuilds']);
    const compiled = OURS === 'better-sqlite3-node20';
    await expectNamed(scene, {
      what: compiled
        ? /was not compiled when it was installed: its install script failed, or npm did not run it$/
        : /has no binary for \w+-\w+$/,
      fix: compiled ? /^npm --prefix ".*program" rebuild better-sqlite3-node20 / : INSTALL,
    });
  });

  it('because its binary is no binary', async () => {
    const scene = aScene();
    const release = join(scene.copy.install(OURS, ['build', 'prebuilds']), 'build', 'Release');
    mkdirSync(release, { recursive: true });
    writeFileSync(join(release, 'better_sqlite3.node'), 'no binary');
    await expectNamed(scene, { what: /does not load: \S/, fix: INSTALL });
  });
});

it('the driver of another Node is never loaded', async () => {
  const scene = aScene();
  scene.copy.install(OURS);
  scene.copy.plant(OTHER);
  const ran = await scene.campaign(...RUN);
  expect([ran.code, ran.signal]).toEqual([0, null]);
  expect((await scene.campaign('doctor')).err).toBe('All is well.\n');
});

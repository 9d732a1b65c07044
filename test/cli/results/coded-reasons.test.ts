import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { storeReason } from '../../../src/domain/run/reason.ts';
import { Desk } from '../desk/desk.ts';
import { uncertainPeople } from '../control/uncertain-people.ts';

const STORED = storeReason({ code: 'row_refused', column: 'Do Not Call', value: 'yes' });
const SENTENCE = 'the row says that they do not want to be called: Do Not Call is "yes"';

/** One person in each state that has a reason, and every reason is a code with facts. */
const STATES = ['uncertain', 'skipped', 'exhausted', 'failed', 'cancelled', 'pending'] as const;

let desk: Desk;
let ids: readonly string[];
beforeAll(async () => {
  desk = new Desk();
  ids = await uncertainPeople(desk, STATES.length);
  const db = openDatabase(desk.rehearsal, { synchronous: 'normal' });
  const move = db.prepare(
    'update contact set state = ?, reason = ?, not_before = ?, changed_at = changed_at + 1 where id = ?',
  );
  for (const [i, state] of STATES.entries()) {
    move.run('placing', null, null, ids[i]);
    move.run(state, STORED, state === 'pending' ? Date.UTC(2031, 0) : null, ids[i]);
  }
  db.close();
});
afterAll(() => desk.clear());

describe('a reason that is stored as a code', () => {
  it.each(['status', 'status --json', 'uncertain', 'uncertain --json', 'export -o -'])(
    'is a sentence in: %s',
    async (command) => {
      const { out, err } = await desk.run([...command.split(' '), '--rehearsal']);
      expect(out).toMatch(/Do Not Call is \\?"+yes/);
      expect(`${out}${err}`).not.toMatch(/\{\\?"+code\\?"/);
    },
  );

  it.each([0, 1, STATES.length - 1].map((i) => [STATES[i], i] as const))(
    'is a sentence on the page of one who is %s, for people and for programs',
    async (state, i) => {
      const who = ids[i] ?? '';
      const page = await desk.run(['show', who, '--rehearsal']);
      expect(page.out).toContain(`state       ${state}: ${SENTENCE}`);
      expect(page.out).toContain(`→ ${state}: ${SENTENCE}`);
      const { out } = await desk.run(['show', who, '--rehearsal', '--json']);
      const coded = { reason: SENTENCE, reason_code: 'row_refused' };
      const shown = JSON.parse(out) as { contact: object; decisions: object[] };
      expect(shown.contact).toMatchObject(coded);
      expect(shown.decisions.at(-1)).toMatchObject(coded);
      expect(`${page.out}${out}`).not.toContain('{"code"');
    },
  );

  it('has its code beside the sentence, for programs and in the results', async () => {
    const { out } = await desk.run(['status', '--rehearsal', '--json']);
    const { reasons } = JSON.parse(out) as { reasons: object[] };
    expect(reasons).toContainEqual({
      state: 'skipped',
      reason: SENTENCE,
      reason_code: 'row_refused',
      count: 1,
    });
    await desk.run(['export', '--rehearsal', '-o', 'results.jsonl']);
    const results = desk.read('results.jsonl');
    expect(results).toContain(`"call_reason":${JSON.stringify(SENTENCE)}`);
    const rows = results
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(rows).toContainEqual(
      expect.objectContaining({ call_state: 'skipped', call_reason_code: 'row_refused' }),
    );
  });
});

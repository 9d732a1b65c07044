import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer, type Answer } from '../../../../src/domain/contact/refusal/answer.ts';
import { isPlainRefusal } from '../../../../src/domain/contact/refusal/plain-refusal.ts';

const NOTHING = { yes: [], no: [] };
const under = (speaks: 'do_not_call' | 'consent', cell: string): Answer =>
  readAnswer(cell, { speaks, ...NOTHING });
const each = (cells: string): string[] => cells.split('|').map((one) => one.trim());

describe('a cell of yes or no', () => {
  test.each(
    each('yes | Y | TRUE | true | 1 | x | ✓ | ja | oui | Sí | sì | sim | vrai | verdadero'),
  )('%s refuses under a refusal, and agrees under a consent', (cell) => {
    expect([under('do_not_call', cell), under('consent', cell)]).toEqual(['refuses', 'allows']);
  });

  test.each(each('no | N | FALSE | false | 0 | nein | Nein. | non | não | nee | faux | ☐ | None'))(
    '%s says nothing against a call under a refusal, and refuses under a consent',
    (cell) => {
      expect([under('do_not_call', cell), under('consent', cell)]).toEqual(['allows', 'refuses']);
    },
  );

  test.each(each('✗ | ✘ | ❌ | ✖'))(
    '%s is as often a tick as a no under a refusal, so that the row waits; it refuses under a consent',
    (cell) => {
      expect([under('do_not_call', cell), under('consent', cell)]).toEqual(['unknown', 'refuses']);
    },
  );

  test.each(['', ' ', '-', '—', '#N/A', 'NULL', '-None-'])('%j says nothing', (cell) => {
    expect([under('do_not_call', cell), under('consent', cell)]).toEqual(['silent', 'silent']);
  });
});

describe('a cell that speaks for itself', () => {
  test.each(
    each(
      `Do Not Call | do-not-call | DNC | opted out | Opted_Out | unsubscribe | Unsubscribed | No consent | withdrawn |
       revoked | STOP! | refused | Do Not Allow | Widerrufen | nicht anrufen | Ne pas appeler | désabonné | no llamar |
       non chiamare | não ligar | niet bellen | withdrawn 2026-03-01 | opted out on 3 Mar 2026 | revoked: 03/01/2026 |
       2026-03-01 opted out | Unsubscribed (11.03.2026) | not given | keine Einwilligung`,
    ),
  )('%s refuses under either', (cell) => {
    expect([under('do_not_call', cell), under('consent', cell)]).toEqual(['refuses', 'refuses']);
  });

  test.each(each('Allow | opted in | ok to call | Subscribed'))(
    '%s allows under either',
    (cell) => {
      expect([under('do_not_call', cell), under('consent', cell)]).toEqual(['allows', 'allows']);
    },
  );

  test.each(each('2026-03-01 | 3/11/26 | 14-Feb-2026 | since 11 Mar 2026 | 2026-03-01T10:00:00Z'))(
    'the date %s is a refusal since then, or the day of a consent',
    (cell) => {
      expect([under('do_not_call', cell), under('consent', cell)]).toEqual(['refuses', 'date']);
    },
  );

  test.each([
    ['No 2026-03-01', 'allows', 'refuses'],
    ['Yes (03/01/2026)', 'refuses', 'allows'],
  ])('%s is its word, whatever the date', (cell, refusal, consent) => {
    expect([under('do_not_call', cell), under('consent', cell)]).toEqual([refusal, consent]);
  });
});

describe('a cell that nobody understands', () => {
  test.each(
    each(
      'maybe | ask Bob | ? | n/a | 45992 | 7 | pending | no idea | nobody | not yet | yes but no',
    ),
  )('%s stays unknown, and is never guessed', (cell) => {
    expect([under('do_not_call', cell), under('consent', cell)]).toEqual(['unknown', 'unknown']);
  });

  test('means what the campaign says', () => {
    const of = { speaks: 'do_not_call', yes: ['Stop  List'], no: ['Active', '7', 'TRUE'] } as const;
    const read = (cell: string): Answer => readAnswer(cell, of);
    expect(['stop list', 'ACTIVE', '7', 'true', 'yes', 'pending'].map(read)).toEqual([
      'refuses',
      'allows',
      'allows',
      'allows',
      'refuses',
      'unknown',
    ]);
    const consent = { speaks: 'consent', yes: ['Web form'], no: ['pending'] } as const;
    expect(['web form', 'Pending'].map((cell) => readAnswer(cell, consent))).toEqual([
      'allows',
      'refuses',
    ]);
  });

  test('is any text that is not in the lists, in whatever script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 3 }), (text) => {
        for (const speaks of ['do_not_call', 'consent'] as const)
          expect(['refuses', 'allows', 'silent', 'date', 'unknown']).toContain(under(speaks, text));
        expect(typeof isPlainRefusal(text)).toBe('boolean');
      }),
    );
  });
});

describe('a cell of any other column', () => {
  test.each(
    each('Do not call | DNC | Opted out | UNSUBSCRIBED | no consent | Nicht anrufen | niet bellen'),
  )('bars as the whole cell %s', (cell) => {
    expect(isPlainRefusal(cell)).toBe(true);
  });

  test.each(['vip; DNC', 'Do not call ::: * myContacts', 'hot, opted out', 'a|do not call'])(
    'bars as one mark of several: %s',
    (cell) => {
      expect(isPlainRefusal(cell)).toBe(true);
    },
  );

  test.each(
    each(
      `DoNotCall ; #dnc ; vip / dnc ; Please do not call ; do not call again ; no calls please ; Do not call him anymore ;
       Does not want to be called ; Customer doesn't want any calls ; asked not to be called ; remove from list ;
       Remove me from your call list ; stop ; STOP! ; Bitte nicht mehr anrufen ; Kunde wünscht keine Anrufe ;
       Möchte nicht mehr angerufen werden ; Merci de ne pas appeler ; Ne souhaite plus être contacté ;
       Por favor, no llamar ; No quiere llamadas ; Per favore non chiamare più ; Não quer receber ligações ;
       Niet meer bellen alsjeblieft ; DNC - asked 3/1 ; Unqualified - do not call ; Left voicemail. Do not call.`.replaceAll(
        ';',
        '|',
      ),
    ),
  )('bars as the phrase %s', (cell) => {
    expect([
      isPlainRefusal(cell),
      readAnswer(cell, { speaks: 'consent', yes: [], no: [] }),
    ]).toEqual([true, expect.stringMatching(/refuses|unknown/)]);
  });

  test.each([
    'bus, stop',
    'Main Street stop',
    'remove from list price',
    'do not call before nine',
    'please call again',
    'Please',
    'no',
    'declined',
    'He said: do not call before nine',
    'Do not call us Ltd',
    '0',
    '',
  ])('does not bar where it may mean something else: %s', (cell) => {
    expect(isPlainRefusal(cell)).toBe(false);
  });
});

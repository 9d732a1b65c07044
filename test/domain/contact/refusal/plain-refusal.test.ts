import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../../src/domain/contact/refusal/answer.ts';
import { PLAIN_REFUSALS } from '../../../../src/domain/contact/refusal/cell-words.ts';
import { isPlainRefusal } from '../../../../src/domain/contact/refusal/plain-refusal.ts';

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Spellings that note fields, status lists and dialers' exports have. */
const BARS = lines(`
  Never contact
  remove me
  Refuses calls
  unsubscribed from calls
  DNCC
  Nicht kontaktieren
  Werbewiderspruch
  Kein Anruf
  Ne plus contacter
  No contactar
  Non contattare
  Não contatar
  Niet contacteren
  Status: do not call
  Status:DNC
  Status = Do Not Call
  status=dnc
  Note - do not call
  Note- do not call
  Note -> DNC
  Lead says: do not call
  Call status: Do Not Contact
  Disposition: DNC - Do Not Call
  (do not call)
  [DNC]
  "do not call"
  DO NOT CALL!!!
  *** DNC ***
  >>> DNC <<<
  -- do not call --
  do not call.
  do-not-call
  do_not_call
  D.N.C.
  Ｄｏ ｎｏｔ ｃａｌｌ
  ＤＮＣ
  𝐃𝐎 𝐍𝐎𝐓 𝐂𝐀𝐋𝐋
  DNCL
  DNC list
  National DNC
  State DNC
  Internal DNC
  DNC - federal
  customer requested do not call
  customer asked: do not call
  Don t call
  🚫 Do not call
  DNC ⛔️
  • do not call
  Do not call (per customer)
  Do not call (asked 3/1)
  DNC [per manager]
  Do not call per customer request
  DNC per client
  Do not call - at customer's request
  do not call because of complaint
  do not call under any circumstances
  Do not call the customer
  DNC 3/1/2026
  DNC since 2026-03-01
  opted out on 3 Mar 2026
  2026-03-01: DNC
  2026-03-01 do not call
  Note: DNC 3/1/2026
  DNC: yes
  DNC=Y
  Do not call: TRUE
  opt-out: 1
  Consent: no
  TCPA consent: withdrawn
  VIP; status: do not call
  <b>DO NOT CALL</b>
  *DNC* per Mary 3/1
  DNC Request
  Lost (do not contact)
  Kunde (bitte nicht anrufen)
  [VIP, DNC]
  ["VIP","DNC"]
  Left voicemail. Note: do not call.
  Hinweis: nicht anrufen
  Status: Bitte nicht anrufen!
  Nicht anrufen (Kunde)
  NICHT ANRUFEN (laut Kunde)
  Nicht anrufen auf Wunsch des Kunden
  Einwilligung: nein
  Remarque : ne pas appeler
  Statut : ne plus appeler
  Ne pas appeler (demande du client)
  *** NE PAS APPELER ***
  Nota: no llamar
  NO LLAMAR (a petición del cliente)
  Estado - no llamar
  No llamar por petición del cliente
  Nota: non chiamare
  Non chiamare (richiesta del cliente)
  Stato: Nessun consenso
  Obs: não ligar
  NÃO LIGAR!!!
  Não ligar (a pedido do cliente)
  Opmerking: niet bellen
  Niet bellen (op verzoek)
  Status: geen toestemming`);

const DOES_NOT_BAR = lines(`
  do not call before 9
  Note: do not call before 9
  do not call (before 9)
  Do not call (mornings)
  do not call the office, call mobile
  Do not call (use mobile instead)
  do not call after 6pm
  Do not call on Mondays
  Do not call until March
  Before 9: do not call
  Mon-Fri 9-5: do not call
  Weekends: do not call
  do not call back, we will call
  We do not call on Sunday
  He said: do not call before nine
  do not call him Bob
  DNC Inc
  Do not call us Ltd
  DNC: no
  DNC=N
  Do not call: FALSE
  opted out: no
  Consent: yes
  DNC list: no
  no DNC
  Removed (DNC)
  Not on list (DNC)
  Newsletter (unsubscribed)
  Call 9-5 (do not call)
  not on do not call list
  Checked: not on DNC
  Checked against: DNC list
  Status: DNC checked
  Not: DNC
  DNC (removed 2026)
  DNC (no)
  DNC?
  Ask him: do not call?
  Newsletter: unsubscribed
  Email: opted out
  Email opt-out: yes
  SMS consent: no
  Bus: stop
  Main Street stop
  Great call on Tuesday
  Called, no answer
  Phone: 555 0100
  No call back yet
  nicht anrufen vor 9 Uhr
  Vor 9 Uhr: nicht anrufen
  Nicht anrufen (nur mobil)
  Ne pas appeler avant 9h
  Ne pas appeler (le matin)
  No llamar antes de las 9
  No llamar (fines de semana, antes de las 12)
  Non chiamare dopo le 18
  Não ligar antes das 9
  Niet bellen voor 9 uur
  Einwilligung: ja`);

describe('in a column that is not about refusal', () => {
  test.each(BARS)('bars: %s', (cell) => {
    expect(isPlainRefusal(cell)).toBe(true);
  });

  test.each(DOES_NOT_BAR)('does not bar: %s', (cell) => {
    expect(isPlainRefusal(cell)).toBe(false);
  });

  test('every phrase that is known bars alone, shouted, behind a label and in brackets', () => {
    const unheard = [...PLAIN_REFUSALS].filter((phrase) =>
      [phrase, `${phrase.toUpperCase()}!!!`, `Status: ${phrase}`, `Note - ${phrase}`, `(${phrase})`]
        .map(isPlainRefusal)
        .includes(false),
    );
    expect(unheard).toEqual([]);
  });
});

test('a column of refusal or consent hears the same spellings', () => {
  const asked = { speaks: 'do_not_call', yes: [], no: [] } as const;
  const answers = ['Status: do not call', 'Do not call (per customer)', 'DNC per client'].map(
    (cell) => readAnswer(cell, asked),
  );
  expect(answers).toEqual(['refuses', 'refuses', 'refuses']);
  expect(readAnswer('do not call before 9', asked)).toBe('unknown');
});

import { formatGroup, parseGroup } from '../../domain/run/calling-group.ts';
import { validityOf } from '../../domain/phone/number/number.ts';
import {
  locate,
  type Evidence,
  type LocateChoices,
  type Place,
  type PlaceTables,
} from '../../domain/phone/place/place.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import type { Session } from '../../ports/session.ts';
import type { RunsPort } from '../../ports/ledger/runs.ts';
import type { LocationPort } from '../../ports/ledger/intake.ts';

const PAGE = 1_000;
const NOWHERE: Place = {
  zones: [],
  jurisdictions: [],
  source: 'none',
  used: ['none'],
  witnesses: [],
  doubts: [],
};

export interface Locating {
  readonly ledger: RunsPort & LocationPort;
  readonly session: Session;
}

/** Under other time-zone or number data every unfinished contact is located again before anything is ordered. */
export async function locateAgain(
  on: Locating,
  data: {
    readonly places: PlaceTables;
    readonly rules: ZoneRules;
    readonly choices: LocateChoices;
    readonly releases: string;
  },
): Promise<number> {
  const { ledger, session } = on;
  const run = await ledger.findRun(session.runId);
  if (run?.releases === data.releases) return 0;
  let moved = 0;
  for (let after = 0; ;) {
    const page = await ledger.unlocated(session.runId, data.releases, { after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.seq;
    const located = page.map((contact) => {
      const evidence = JSON.parse(contact.evidence) as Evidence;
      const { e164, region, numberType: type } = contact;
      const number = { e164, region, type, validity: validityOf(e164) };
      const place = locate(number, evidence, { ...data.places, ...data });
      // A zone name that this data no longer knows leaves the contact where nobody rings it.
      const { zones, jurisdictions, used, doubts } = 'problem' in place ? NOWHERE : place;
      return {
        contactId: contact.contactId,
        zones,
        zoneSource: used.join('+'),
        group: formatGroup({ ...parseGroup(contact.group), zones, jurisdictions }),
        placeNote: doubts.map(({ text }) => text).join(' ') || null,
      };
    });
    await ledger.relocate(session, located, data.releases);
    moved += located.length;
  }
  await ledger.setReleases(session, data.releases);
  return moved;
}

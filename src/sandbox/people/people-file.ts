import { parseDocument } from 'yaml';
import { DEFAULT_PROFILE, peopleProfileSchema, type PeopleProfile } from './people-profile.ts';
import { InventedPeople, type People } from './people.ts';
import { check } from '../model/request.ts';
import { ScriptedPeople } from './scripted-people.ts';

type PeopleReading =
  | { readonly ok: true; readonly profile: PeopleProfile }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A profile of people, as YAML or JSON. Every field that is wrong is named. */
export function readPeople(text: string): PeopleReading {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true });
  const [first] = document.errors;
  if (first !== undefined) return { ok: false, problems: [first.message] };
  const profile = check(peopleProfileSchema.strict(), document.toJS({ maxAliasCount: 100 }));
  if (profile.ok) return { ok: true, profile: profile.value };
  const { issues } = profile.problem;
  return {
    ok: false,
    problems: issues.map((i) => (i.path === '' ? i.message : `${i.path}: ${i.message}`)),
  };
}

/** Those who answer when somebody develops against the sandbox: scripted numbers, and invented people. */
export function peopleOf(seed: number, profile: PeopleProfile = DEFAULT_PROFILE): People {
  const others = new InventedPeople(seed, profile);
  return profile.scripted_numbers ? new ScriptedPeople(others) : others;
}

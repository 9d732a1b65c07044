import { test } from 'vitest';
import { expectPromises } from './judge/expected.ts';
import { seedsFrom } from './draw/seeds.ts';

const FRESH = 600;
/** Other seeds each day, and the same all day long, so that a failure can be looked at. */
const first = Math.floor(Date.now() / 86_400_000) * FRESH;

test(`${FRESH} fresh seeds from ${first} on keep every promise`, () =>
  expectPromises(seedsFrom(first, FRESH)));

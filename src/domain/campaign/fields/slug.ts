const LONGEST = 64;
const HASH_LENGTH = 8;

/** FNV-1a, 32 bit: short, the same everywhere, and not meant to withstand anybody. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(HASH_LENGTH, '0');
}

/**
 * The campaign's name in `[a-z0-9-]{1,64}`. A name that loses letters on the way (another script, or too
 * long) gets a hash of the whole, so that two such names are two runs.
 */
export function slugOf(name: string): string {
  const letters = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const slug = letters.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  const lost = [...letters].some((c) => /[\p{L}\p{N}]/u.test(c) && !/[a-z0-9]/.test(c));
  if (!lost && slug !== '' && slug.length <= LONGEST) return slug;
  const kept = slug.slice(0, LONGEST - HASH_LENGTH - 1).replace(/-$/, '');
  return `${kept === '' ? 'campaign' : kept}-${hash(name.normalize('NFC'))}`;
}

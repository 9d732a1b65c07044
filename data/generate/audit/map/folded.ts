/** Words that place names shorten. */
const SHORT: Readonly<Record<string, string>> = {
  mt: 'mount',
  st: 'saint',
  ste: 'sainte',
  ft: 'fort',
  pt: 'port',
};

/** A place name as it is compared: small letters and digits, no marks, no short forms. */
export function folded(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}|['’ʼ`]/gu, '');
  const words = plain.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words
    .filter((word) => word !== '')
    .map((word) => SHORT[word] ?? word)
    .join(' ');
}

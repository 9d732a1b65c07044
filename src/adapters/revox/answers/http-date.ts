const HTTP_DATE =
  /^\s*[A-Z][a-z]{2,8}, ?\d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT\s*$/;

/** Only the forms of HTTP dates that name GMT: others would be read in this computer's own zone. */
export function readHttpDate(text: string | null): number | null {
  if (text === null || !HTTP_DATE.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

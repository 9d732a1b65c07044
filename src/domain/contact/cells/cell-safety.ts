/**
 * A cell that a spreadsheet program might take for a formula, whatever quoting the CSV has (CWE-1236).
 * Leading apostrophes count, so that adding one and taking one off are each other's inverse.
 */
const RISKY = /^'*[=+\-@\t\r\n\0|＝＋－＠]/;

/** These begin with + or - and can call nothing, so they stay readable for other programs. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const E164 = /^\+[1-9]\d{6,14}$/;

const mayCall = (text: string): boolean =>
  RISKY.test(text) && !NUMBER.test(text) && !E164.test(text);

/** The cell as it is written to a file that a spreadsheet program will open. */
export function protectCell(text: string): string {
  return mayCall(text) ? `'${text}` : text;
}

/** The inverse of `protectCell`. Only for files that we wrote: elsewhere an apostrophe is the owner's. */
export function unprotectCell(text: string): string {
  return text.startsWith("'") && mayCall(text.slice(1)) ? text.slice(1) : text;
}

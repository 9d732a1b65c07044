/** What programs write where they have nothing, of which the agent would make a name: `Hello NULL`. */
const NOTHING = new Set([
  ...['null', '(null)', '<null>', '[null]', '{null}', '\\n', 'nil', 'none', '(none)', '<none>'],
  ...['undefined', 'nan', 'n/a', 'n.a.', 'n.a', '#n/a', 'n.v.', 'k.a.', 'k. a.', 'n/d', 'n.d.'],
  ...['s/d', 's/n', 's.o.', 'n/c', 'not available', 'not applicable', 'not provided', 'not set'],
  ...['(blank)', '[blank]', '(empty)', '[empty]', 'blank', 'empty', 'no name', 'unknown'],
  ...['(unknown)', 'no data', 'missing', 'tbd', 'todo', '[object object]'],
]);

const SIGNS = /^[-–—_.*?/\\#]+$/u;

/** A word or sign for nothing. `NA` only in capitals: Na is a name. */
export const isEmptyWord = (text: string): boolean =>
  NOTHING.has(text.toLowerCase()) || text === 'NA' || SIGNS.test(text);

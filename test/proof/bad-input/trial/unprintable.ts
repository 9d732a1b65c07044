/** What could repaint a terminal or forge a line: controls but the line end, and marks of direction. */
export const UNPRINTABLE = new RegExp(
  '[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]',
);

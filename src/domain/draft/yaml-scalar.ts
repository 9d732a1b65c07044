/** A text as one value of YAML: a word or a plain sentence as it is, everything else in quotes. */
export const yamlScalar = (text: string): string =>
  /^\p{L}[\p{L}\p{N} ,.'’/&()?!-]*$/u.test(text) &&
  !/\s$|^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);

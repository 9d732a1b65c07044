type Fields = readonly Readonly<Record<string, unknown>>[];

/** In the shape of `structured_output_config`. Required: no answer would be read as no wish. */
const askFor = (name: string): Readonly<Record<string, unknown>> => ({
  name,
  type: 'boolean',
  required: true,
  description:
    'True if the person asked, in any words, not to be called again or to be taken off the list. Otherwise false.',
});

/** What is to be read out of a call, the wish not to be called again with it; a field of that name stays. */
export function withOptOut(fields: unknown, name: string): Fields {
  const asked = Array.isArray(fields) ? (fields as Fields) : [];
  return asked.some((field) => field['name'] === name) ? asked : [...asked, askFor(name)];
}

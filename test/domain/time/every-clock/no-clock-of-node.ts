/** Takes away whatever Node knows of time zones: who asks for it falls. Imported before anything of ours. */
const asked = (what: string) =>
  function forbidden(): never {
    throw new Error(`${what} was asked: that is the computer’s own clock, or Node’s own rules`);
  };

Object.assign(Intl, { DateTimeFormat: asked('Intl.DateTimeFormat') });
for (const name of Object.getOwnPropertyNames(Date.prototype)) {
  const own =
    /^(?:get(?!UTC|Time$).*|set(?!UTC|Time$).*|toLocale.*|toString|to(?:Date|Time)String)$/;
  if (own.test(name)) Object.assign(Date.prototype, { [name]: asked(`Date.${name}`) });
}

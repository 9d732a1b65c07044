/** What a person is to look at or to do: the command line makes a command of it, with the options that it was given. */
export type Advice =
  /** What is known of a contact, in order to ask the provider about it. */
  | { readonly kind: 'ask_provider'; readonly contact: string }
  /** The contact with which something was first seen. */
  | { readonly kind: 'seen_with'; readonly contact: string }
  /** Orders about which a person decides. */
  | { readonly kind: 'decide' }
  /** Another run that has to be gone on with before this one. */
  | { readonly kind: 'go_on_first'; readonly run: string };

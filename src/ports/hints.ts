/** Word that an order may have changed. A hint is never evidence: the order is fetched before anything changes. */
export interface Hints {
  /** True when the first ring and the end of every order are announced, so that polling is only a backstop. */
  readonly complete: boolean;
  /** Calls `heard` for each hint about the provider's id, until the returned function is called. */
  listen(id: string, heard: () => void): () => void;
}

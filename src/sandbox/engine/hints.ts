/** Says which order has changed; the same shape as the product's hint port. */
export class ChangeHints {
  readonly complete = true as const;
  readonly #ears = new Map<string, Set<() => void>>();

  listen(id: string, heard: () => void): () => void {
    const ears = this.#ears.get(id) ?? new Set();
    this.#ears.set(id, ears.add(heard));
    return () => {
      ears.delete(heard);
      if (ears.size === 0 && this.#ears.get(id) === ears) this.#ears.delete(id);
    };
  }

  announce(id: string): void {
    for (const heard of [...(this.#ears.get(id) ?? [])]) heard();
  }
}

/** A bug that is planted on purpose: what is replaced, in which file, and by what. */
export interface Mutant {
  readonly name: string;
  readonly edits: readonly {
    readonly file: string;
    readonly find: string;
    readonly put: string;
  }[];
}

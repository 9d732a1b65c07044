/**
 * Asks about each of these, so many at a time, and gives the answers in their order. One that is slow holds up
 * only its own few, and the one who takes the answers may stop between two batches (I7).
 */
export async function* inBatches<T, A>(
  items: readonly T[],
  atATime: number,
  ask: (item: T) => Promise<A>,
): AsyncGenerator<readonly (readonly [T, A])[]> {
  for (let i = 0; i < items.length; i += atATime) {
    const some = items.slice(i, i + atATime);
    yield await Promise.all(some.map(async (item) => [item, await ask(item)] as const));
  }
}

/** A promise that was broken. */
class Broken extends Error {
  override readonly name = 'Broken';
}

/** @throws Broken unless it holds */
export function demand(holds: boolean, promise: string, detail: () => string): asserts holds {
  if (!holds) throw new Broken(`${promise}: ${detail()}`);
}

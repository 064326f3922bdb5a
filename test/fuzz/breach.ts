/** Something that must never be, and was. */
export class Breach extends Error {
  override readonly name = 'Breach';
  constructor(
    readonly invariant: string,
    readonly detail: string,
  ) {
    super(`${invariant}: ${detail}`);
  }
}

/** @throws Breach unless it holds */
export function demand(holds: boolean, invariant: string, detail: () => string): asserts holds {
  if (!holds) throw new Breach(invariant, detail());
}

/** A value short enough to be read. */
export function inShort(value: unknown, most = 400): string {
  const written = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' && inner.length > 120 ? `${inner.slice(0, 60)}… (${inner.length} characters)` : inner,
  );
  return (written ?? String(value)).slice(0, most);
}

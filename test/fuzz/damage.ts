import fc from 'fast-check';
import { arbitraryHostileJson, POLLUTING_NAMES } from './hostile';

/** What is done to one place in a JSON value. */
export interface Damage {
  /** Which property to follow at every level, counted round; it ends where the value does. */
  readonly path: readonly number[];
  readonly change:
    | { readonly kind: 'gone' }
    | { readonly kind: 'replaced'; readonly by: unknown }
    /** A place that nobody knows, beside it. */
    | { readonly kind: 'added'; readonly name: string; readonly value: unknown }
    /** The place beside it takes its value. */
    | { readonly kind: 'copied' };
}

export const arbitraryDamage: fc.Arbitrary<Damage> = fc.record({
  path: fc.array(fc.nat(40), { minLength: 1, maxLength: 9, size: 'max' }),
  change: fc.oneof(
    fc.constant({ kind: 'gone' as const }),
    fc.constant({ kind: 'copied' as const }),
    fc.record({ kind: fc.constant('replaced' as const), by: arbitraryHostileJson }),
    fc.record({
      kind: fc.constant('added' as const),
      name: fc.constantFrom(...POLLUTING_NAMES),
      value: arbitraryHostileJson,
    }),
  ),
});

/** The value with that damage; the one given stays whole. */
export function damaged(value: unknown, { path, change }: Damage): unknown {
  const copy: unknown = structuredClone(value);
  let holder = copy;
  for (const [depth, step] of path.entries()) {
    if (typeof holder !== 'object' || holder === null) break;
    const names = Object.keys(holder);
    const name = names[step % names.length];
    if (name === undefined) break;
    const inside: unknown = holder[name as keyof typeof holder];
    const isLast = depth === path.length - 1 || typeof inside !== 'object' || inside === null;
    if (isLast) {
      applyTo(holder, name, names[(step + 1) % names.length] ?? name, change);
      break;
    }
    holder = inside;
  }
  return copy;
}

function applyTo(holder: object, name: string, beside: string, change: Damage['change']): void {
  switch (change.kind) {
    case 'gone':
      Reflect.deleteProperty(holder, name);
      break;
    case 'added':
      put(holder, change.name, change.value);
      break;
    case 'replaced':
      put(holder, name, change.by);
      break;
    case 'copied':
      put(holder, beside, Reflect.get(holder, name));
      break;
  }
}

/** Also under a name such as `__proto__`, as JSON would. */
export function put(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

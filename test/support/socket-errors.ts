import { types } from 'node:util';

/**
 * Jest runs tests in a realm of their own, in which the errors of Node's sockets are no instance of Error; there the SDK, unlike outside,
 * puts an error without a code in their place. The realm, and this with it, ends with the file.
 */
export function takeErrorsOfSocketsForErrors(): void {
  Object.defineProperty(Error, Symbol.hasInstance, {
    value(this: unknown, found: unknown): boolean {
      const isInstance = Function.prototype[Symbol.hasInstance] as (this: unknown, found: unknown) => boolean;
      return isInstance.call(this, found) || (this === Error && types.isNativeError(found));
    },
  });
}

import type { StoreTrouble } from '../core/ports';

/**
 * Tell from an error of the AWS SDK why the store could not be used. Goes by `name` and, for sockets, `code`: messages differ between
 * DynamoDB and its local stand-ins, and class names do not survive minifying. Whatever is not listed was `refused`.
 */
export function troubleOf(error: unknown): StoreTrouble {
  const { name, code } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  // The SDK names a broken connection a TimeoutError too, so the code goes first.
  if (UNREACHABLE_CODES.has(code)) return 'unreachable';
  return TROUBLE_BY_NAME.get(name) ?? 'refused';
}

const UNREACHABLE_CODES: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
]);

/** Source: "Error handling with DynamoDB" in the DynamoDB developer guide and the names that the SDK itself gives. Sure H. */
const TROUBLE_BY_NAME: ReadonlyMap<unknown, StoreTrouble> = new Map<unknown, StoreTrouble>([
  ['ResourceNotFoundException', 'missing-table'],
  ['AccessDeniedException', 'access-denied'],
  ['CredentialsProviderError', 'access-denied'],
  ['ExpiredTokenException', 'access-denied'],
  ['IncompleteSignatureException', 'access-denied'],
  ['InvalidSignatureException', 'access-denied'],
  ['MissingAuthenticationTokenException', 'access-denied'],
  ['UnrecognizedClientException', 'access-denied'],
  ['ProvisionedThroughputExceededException', 'throttled'],
  ['RequestLimitExceeded', 'throttled'],
  ['ThrottlingException', 'throttled'],
  ['TimeoutError', 'timeout'],
  // Only a deadline of ours aborts a call.
  ['AbortError', 'timeout'],
]);

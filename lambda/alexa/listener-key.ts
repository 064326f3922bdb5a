import { createHash } from 'node:crypto';
import type { RequestEnvelope } from 'ask-sdk-model';
import type { ListenerKey } from '../core/ports';

/**
 * Whose progress a request is about: the recognised person's, else the account's, as a digest that cannot be turned back into the
 * platform's id. Null when the request names neither.
 */
export function listenerKeyOf(envelope: RequestEnvelope): ListenerKey | null {
  const personId = envelope.context?.System?.person?.personId;
  return personId ? digestOf('person', personId) : accountKeyOf(envelope);
}

/** The account that a request comes from, whoever speaks; null when it names none. */
export function accountKeyOf({ context, session }: RequestEnvelope): ListenerKey | null {
  const userId = context?.System?.user?.userId ?? session?.user?.userId;
  return userId ? digestOf('account', userId) : null;
}

function digestOf(kind: 'person' | 'account', id: string): ListenerKey {
  return `${kind}-${createHash('sha256').update(`${kind}:${id}`).digest('base64url')}` as ListenerKey;
}

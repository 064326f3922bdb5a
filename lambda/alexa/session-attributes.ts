import type { Ledger } from '../core/session/ledger';
import type { SessionState } from '../core/session/state';
import { isTimeZone } from '../core/streak/local-date';

/** What travels with a session from turn to turn. */
export interface Travelling {
  readonly state: SessionState;
  readonly ledger: Ledger;
  /** The zone that the device said it is in when it was asked in this session; null when it could not be learnt. */
  readonly deviceZone: string | null;
}

/** Raised when the shape of the attributes changes: a session begun under another release is opened anew from the store. */
const SHAPE = 2;

/** Write a session into the attributes that the platform hands back on the next turn. */
export function toAttributes({ state, ledger, deviceZone }: Travelling): Record<string, unknown> {
  return { shape: SHAPE, state, ledger, deviceZone };
}

/** Read a running session; null when there is none, it was written by another release, or nothing could be saved by it. */
export function fromAttributes(attributes: Record<string, unknown> | undefined): Travelling | null {
  if (attributes?.shape !== SHAPE) return null;
  const { state, ledger, deviceZone: zone } = attributes as unknown as Travelling;
  const deviceZone = typeof zone === 'string' && isTimeZone(zone) ? zone : null;
  return state && ledger?.versions && Array.isArray(ledger.unsaved) ? { state, ledger, deviceZone } : null;
}

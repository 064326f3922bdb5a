import type { RequestEnvelope, services } from 'ask-sdk-model';
import { isTimeZone } from '../core/streak/local-date';
import { callApi } from './call-api';

/** The device's time zone, or why it could not be learnt. */
export type DeviceZone =
  | { readonly kind: 'known'; readonly zone: string }
  | {
      readonly kind: 'unknown';
      readonly reason: 'no-device' | 'not-set' | 'refused' | 'timeout' | 'unreachable' | 'nonsense';
    };

/**
 * Ask the settings service for the device's time zone. No permission is needed. Never rejects and never takes longer than `timeoutMs`.
 * Source: platform sheet section 5, "Time zone".
 */
export async function deviceZoneOf(
  envelope: RequestEnvelope,
  client: services.ApiClient,
  timeoutMs: number,
): Promise<DeviceZone> {
  const deviceId = envelope.context?.System?.device?.deviceId;
  if (!deviceId) return { kind: 'unknown', reason: 'no-device' };
  const path = `/v2/devices/${encodeURIComponent(deviceId)}/settings/System.timeZone`;
  const answer = await callApi(envelope, client, { method: 'GET', path }, timeoutMs);
  if (answer.kind === 'answered') return zoneIn(answer);
  return { kind: 'unknown', reason: answer.reason === 'no-address' ? 'no-device' : answer.reason };
}

function zoneIn({ status, body }: { readonly status: number; readonly body: string }): DeviceZone {
  if (status === 204) return { kind: 'unknown', reason: 'not-set' };
  if (status !== 200) return { kind: 'unknown', reason: 'refused' };
  const zone = textIn(body);
  return isTimeZone(zone) ? { kind: 'known', zone } : { kind: 'unknown', reason: 'nonsense' };
}

/** The service answers with a JSON string. */
function textIn(body: string): string {
  try {
    return String(JSON.parse(body));
  } catch {
    return body.trim();
  }
}

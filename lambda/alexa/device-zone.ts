import type { RequestEnvelope, services } from 'ask-sdk-model';
import { isTimeZone } from '../core/streak/local-date';

/** The device's time zone, or why it could not be learnt. */
export type DeviceZone =
  | { readonly kind: 'known'; readonly zone: string }
  | {
      readonly kind: 'unknown';
      readonly reason: 'no-device' | 'not-set' | 'refused' | 'timeout' | 'unreachable' | 'nonsense';
    };

/**
 * Ask the settings service for the device's time zone. No permission is needed. Never rejects and never takes longer than `timeoutMs`.
 * The one call is made here rather than through ask-sdk-model's client, which would add 62 KB to the function.
 * Source: platform sheet section 5, "Time zone".
 */
export async function deviceZoneOf(
  envelope: RequestEnvelope,
  client: services.ApiClient,
  timeoutMs: number,
): Promise<DeviceZone> {
  const { device, apiEndpoint, apiAccessToken } = envelope.context?.System ?? {};
  if (!device?.deviceId || !apiEndpoint || !apiAccessToken) return { kind: 'unknown', reason: 'no-device' };
  const url = `${apiEndpoint}/v2/devices/${encodeURIComponent(device.deviceId)}/settings/System.timeZone`;
  const headers = [{ key: 'Authorization', value: `Bearer ${apiAccessToken}` }];
  // An address that is none makes the SDK's client throw before it answers.
  const answer = Promise.resolve().then(() => client.invoke({ method: 'GET', url, headers }));
  return within(
    timeoutMs,
    answer.then(zoneIn, () => ({ kind: 'unknown', reason: 'unreachable' })),
  );
}

function zoneIn({ statusCode, body }: services.ApiClientResponse): DeviceZone {
  if (statusCode === 204) return { kind: 'unknown', reason: 'not-set' };
  if (statusCode !== 200) return { kind: 'unknown', reason: 'refused' };
  const zone = textIn(body ?? '');
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

function within(timeoutMs: number, answer: Promise<DeviceZone>): Promise<DeviceZone> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'unknown', reason: 'timeout' }), timeoutMs);
    answer.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}

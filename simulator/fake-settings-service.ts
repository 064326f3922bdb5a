import type { services } from 'ask-sdk-model';
import { createAccessTokens, type TokenBearer } from './access-tokens';
import type { DeviceSettings } from './alexa';
import { answer, brokenAnswer, refusal } from './service-answer';

/** What can go wrong with the settings service; a number is the status it answers with. */
export type SettingsTrouble = (typeof SETTINGS_TROUBLES)[number];

export const SETTINGS_TROUBLES = ['hang', '204', '401', '403', '500', 'garbage', 'unreachable'] as const;

/** Stands for the platform's settings service, behind the client that the Alexa SDK calls it with. */
export interface FakeSettingsService extends services.ApiClient, DeviceSettings {
  /** Without a bearer the token is good for this service only. */
  issueToken(bearer?: TokenBearer): string;
  /** How often it was called. */
  readonly calls: number;
  /** Where the devices are, as an IANA time zone. */
  readonly zone: string;
  /** From now on it has this trouble; null ends it. */
  trouble(kind: SettingsTrouble | null): void;
}

/**
 * Make a settings service that knows in which time zone the devices are. Like the real one it wants a token that was issued to it.
 * Source: GET /v2/devices/{deviceId}/settings/System.timeZone, platform sheet section 5.
 */
export function createFakeSettingsService(startZone: string, tokens = createAccessTokens()): FakeSettingsService {
  let zone = startZone;
  let calls = 0;
  let trouble: SettingsTrouble | null = null;
  return {
    apiEndpoint: 'https://api.amazonalexa.invalid',
    get calls() {
      return calls;
    },
    get zone() {
      return zone;
    },
    issueToken: tokens.issue,
    moveTo: (name) => {
      zone = name;
    },
    trouble: (kind) => {
      trouble = kind;
    },
    invoke: async (request) => {
      calls += 1;
      if (trouble) return troubled(trouble);
      if (!tokens.holderOf(request)) return refusal(401, 'INVALID_TOKEN');
      const isKnown = request.method === 'GET' && ZONE_PATH.test(new URL(request.url).pathname);
      return isKnown ? answer(200, JSON.stringify(zone)) : refusal(404, 'INVALID_URI');
    },
  };
}

const ZONE_PATH = /^\/v2\/devices\/[^/]+\/settings\/System\.timeZone$/;

function troubled(kind: SettingsTrouble): Promise<services.ApiClientResponse> {
  switch (kind) {
    case 'hang':
    case 'unreachable':
    case 'garbage':
      return brokenAnswer(kind);
    case '204':
      return Promise.resolve(answer(204, ''));
    case '401':
      return Promise.resolve(refusal(401, 'INVALID_TOKEN'));
    case '403':
      return Promise.resolve(refusal(403, 'DEVICE_UNREACHABLE'));
    case '500':
      return Promise.resolve(refusal(500, 'UNKNOWN_ERROR'));
  }
}

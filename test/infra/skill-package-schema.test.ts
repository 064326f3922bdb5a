import { departuresFromSchema } from '../../infra/skill-package/manifest-schema';

const ENDPOINT = { uri: 'arn:aws:lambda:us-east-1:123456789012:function:coach' };

const of = (locale: object) => ({ publishingInformation: { locales: { 'en-US': { name: 'Tea Timer', ...locale } } } });

describe("Amazon's schema of a manifest", () => {
  it('is kept by an empty manifest, and by one that says little', () => {
    expect(departuresFromSchema({})).toEqual([]);
    expect(departuresFromSchema(of({ summary: 'x'.repeat(160), keywords: ['tea'] }))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['no object at all', 'tea', 'manifest should be an object'],
    ['a list for an object', [], 'manifest should be an object'],
    ['a field of nobody', { colour: 'blue' }, 'manifest.colour is not in the schema: remove it'],
    ['an unknown value', { manifestVersion: '2.0' }, 'manifest.manifestVersion: "2.0" is not known'],
    [
      'a text that is too short',
      of({ name: 'T' }),
      'manifest.publishingInformation.locales.en-US.name has 1 characters: write at least 2',
    ],
    [
      'a text that is too long by one',
      of({ summary: 'x'.repeat(161) }),
      'manifest.publishingInformation.locales.en-US.summary has 161 characters: shorten it to 160',
    ],
    [
      'a text that is none',
      of({ summary: 7 }),
      'manifest.publishingInformation.locales.en-US.summary should be a text',
    ],
    [
      'a list that is none',
      of({ keywords: 'tea' }),
      'manifest.publishingInformation.locales.en-US.keywords should be a list',
    ],
    [
      'a phrase too many',
      of({ examplePhrases: ['a', 'b', 'c', 'd', 'e'] }),
      'manifest.publishingInformation.locales.en-US.examplePhrases has 5 entries: keep at most 4',
    ],
    [
      'no locale',
      { publishingInformation: { locales: {} } },
      'manifest.publishingInformation.locales is empty: give at least 1',
    ],
    [
      'a yes that is no boolean',
      { privacyAndCompliance: { containsAds: 'no' } },
      'manifest.privacyAndCompliance.containsAds should be true or false',
    ],
    ['events without an endpoint', { events: {} }, 'manifest.events.endpoint is missing: add it'],
    [
      'an endpoint that is no address',
      { apis: { custom: { endpoint: { uri: 'coach' } } } },
      'manifest.apis.custom.endpoint.uri: "coach" does not match ^(arn|https://)',
    ],
    [
      'an event that nobody sends',
      { events: { endpoint: ENDPOINT, subscriptions: [{ eventName: 'SKILL_LOVED' }] } },
      'manifest.events.subscriptions[0].eventName: "SKILL_LOVED" is not known',
    ],
    [
      'an interface that does not exist',
      { apis: { custom: { interfaces: [{ type: 'ALEXA_SMELL' }] } } },
      'manifest.apis.custom.interfaces[0]: "ALEXA_SMELL" is not known',
    ],
    [
      'what another interface may hold',
      { apis: { custom: { interfaces: [{ type: 'AUDIO_PLAYER', supportedViewports: [] }] } } },
      'manifest.apis.custom.interfaces[0].supportedViewports is not in the schema: remove it',
    ],
    [
      'a width that is no number',
      { apis: { custom: { interfaces: [screen({ minWidth: 'wide' })] } } },
      'manifest.apis.custom.interfaces[0].supportedViewports[0].minWidth should be a number',
    ],
  ])('is broken by %s', (_, manifest, told) => {
    expect(departuresFromSchema(manifest)).toEqual([told]);
  });

  it('knows what an interface of its kind may hold', () => {
    expect(departuresFromSchema({ apis: { custom: { interfaces: [screen({ minWidth: 960 })] } } })).toEqual([]);
  });
});

function screen(size: object) {
  return { type: 'ALEXA_PRESENTATION_APL', supportedViewports: [{ mode: 'HUB', shape: 'RECTANGLE', ...size }] };
}

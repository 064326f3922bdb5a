import type { RequestEnvelope, Response, SupportedInterfaces } from 'ask-sdk-model';
import { type Alexa, type AlexaParts, createAlexa } from '../../simulator/alexa';
import type { SkillHandler } from '../../simulator/call-skill';
import { createFakeCustomerServices, type FakeCustomerServices } from '../../simulator/fake-customer-services';
import { readInteractionModel } from '../../simulator/interaction-model';
import type { Breach } from '../../simulator/rule';
import { createSimulatedClock } from '../../simulator/simulated-clock';
import { createUnderstanding } from '../../simulator/understanding';

/** Nine in the morning, UTC, on a day without anything special. */
export const MORNING_MS = Date.UTC(2026, 10, 22, 9, 0, 0);

/** A skill about tea, that shares nothing with ours. */
const TOY_MODEL = readInteractionModel({
  interactionModel: {
    languageModel: {
      invocationName: 'tea corner',
      intents: [
        { name: 'BrewIntent', slots: [{ name: 'tea', type: 'TEA' }], samples: ['brew some {tea}', 'brew {tea}'] },
        { name: 'AMAZON.HelpIntent', samples: [] },
        { name: 'AMAZON.StopIntent', samples: [] },
        { name: 'AMAZON.CancelIntent', samples: [] },
        { name: 'AMAZON.NavigateHomeIntent', samples: [] },
        { name: 'AMAZON.PauseIntent', samples: [] },
        { name: 'AMAZON.FallbackIntent', samples: [] },
      ],
      types: [{ name: 'TEA', values: [{ id: 'green', name: { value: 'green tea', synonyms: ['sencha'] } }] }],
    },
  },
});

/** A spoken question that lasts one second, two of silence, and one second again; asked again in one second. */
export const ASKS: Response = {
  outputSpeech: { type: 'SSML', ssml: '<speak>Listen. <break time="2s"/> Which tea?</speak>' },
  reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Which tea?</speak>' } },
  shouldEndSession: false,
};

export const CLOSES: Response = {
  outputSpeech: { type: 'SSML', ssml: '<speak>Goodbye.</speak>' },
  shouldEndSession: true,
};

export interface ToyHouse extends FakeCustomerServices {
  readonly alexa: Alexa;
  /** Everything the skill was sent, in order. */
  readonly requests: RequestEnvelope[];
}

/** Set up a house whose skill answers by a table of intent names or request types, and otherwise asks which tea. */
export function toyHouse(
  answers: Readonly<Record<string, Response | SkillHandler>> = {},
  parts: Partial<AlexaParts> = {},
): ToyHouse {
  const requests: RequestEnvelope[] = [];
  const clock = createSimulatedClock(MORNING_MS);
  const { apiClient, ...services } = createFakeCustomerServices('America/New_York', clock.now);
  let ids = 0;
  const alexa = createAlexa({
    handler: async (envelope) => {
      requests.push(envelope);
      const name = nameOf(envelope);
      const answer = name in answers ? answers[name] : name === 'SessionEndedRequest' ? {} : ASKS;
      return typeof answer === 'function' ? answer(envelope) : { version: '1.0', response: answer as Response };
    },
    understand: createUnderstanding(TOY_MODEL, 'en-US').understand,
    speechLength: () => 1_000,
    clock,
    ...services,
    skillId: 'amzn1.ask.skill.tea',
    skillName: 'Tea Corner',
    newId: () => String(++ids),
    ...parts,
  });
  return { alexa, ...services, apiClient, requests };
}

/** Leaves it to Alexa to ask whether the skill may set reminders: one second of words before that. */
export const ASKS_PERMISSION: Response = {
  outputSpeech: { type: 'SSML', ssml: '<speak>I need your permission for that.</speak>' },
  directives: [
    {
      type: 'Connections.StartConnection',
      uri: 'connection://AMAZON.AskForPermissionsConsent/2',
      input: {
        '@type': 'AskForPermissionsConsentRequest',
        '@version': '2',
        permissionScopes: [{ permissionScope: 'alexa::alerts:reminders:skill:readwrite', consentLevel: 'ACCOUNT' }],
      },
      token: 'pot',
    },
  ],
};

/** What is held against a response to opening the skill. */
export async function breachesOfAnswer(
  response: Response,
  interfaces: SupportedInterfaces = {},
): Promise<readonly Breach[]> {
  const { alexa } = toyHouse({ LaunchRequest: response }, { interfaces });
  return (await alexa.say('open tea corner')).breaches;
}

function nameOf({ request }: RequestEnvelope): string {
  return request.type === 'IntentRequest' ? request.intent.name : request.type;
}

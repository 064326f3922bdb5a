/** One turn of the benchmark's conversation: what is asked, and how long after the turn before. */
export interface Turn {
  readonly name: string;
  readonly envelope: Readonly<Record<string, unknown>>;
}

const SKILL_ID = 'amzn1.ask.skill.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

/** What the function is told by its environment, whichever of them it is. Nobody's real keys: any do. */
export const FUNCTION_ENVIRONMENT = {
  TABLE_NAME: 'progress',
  ALEXA_SKILL_ID: SKILL_ID,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'nobody',
  AWS_SECRET_ACCESS_KEY: 'nothing',
};

const LAUNCH = 'LaunchRequest';
const READY = 'ReadyIntent';

/** A whole routine of a first morning with what is said in between: the name, and the seconds since the turn before. */
const STEPS: readonly (readonly [string, number])[] = [
  [LAUNCH, 0],
  [READY, 12],
  [READY, 75],
  [READY, 75],
  ['AMAZON.RepeatIntent', 20],
  [READY, 75],
  ['AMAZON.PauseIntent', 20],
  ['WhatsLeftIntent', 10],
  ['AMAZON.ResumeIntent', 10],
  [READY, 75],
  [READY, 75],
  ['AMAZON.FallbackIntent', 15],
  [READY, 15],
  [READY, 75],
  ['ListExercisesIntent', 20],
  ['StreakIntent', 20],
  [READY, 20],
  [READY, 75],
  ['AMAZON.HelpIntent', 20],
  [READY, 20],
  [READY, 75],
  ['AMAZON.StopIntent', 20],
];

/**
 * The requests of one conversation in their order, without session attributes: who plays it hands on what the answer before gave.
 * @param apiEndpoint - where the settings service answers
 */
export function conversationOf(apiEndpoint: string): readonly Turn[] {
  let atMs = Date.parse('2026-11-22T12:30:00Z');
  return STEPS.map(([name, secondsLater], at) => {
    atMs += secondsLater * 1_000;
    return { name, envelope: envelopeOf(requestOf(name, atMs), at === 0, apiEndpoint) };
  });
}

function requestOf(name: string, atMs: number): Readonly<Record<string, unknown>> {
  const stamp = {
    requestId: `amzn1.echo-api.request.${atMs}`,
    timestamp: new Date(atMs).toISOString(),
    locale: 'en-US',
  };
  if (name === LAUNCH) return { type: LAUNCH, ...stamp };
  return { type: 'IntentRequest', ...stamp, intent: { name, confirmationStatus: 'NONE', slots: {} } };
}

function envelopeOf(request: unknown, isNew: boolean, apiEndpoint: string): Readonly<Record<string, unknown>> {
  const application = { applicationId: SKILL_ID };
  const user = { userId: 'amzn1.ask.account.BENCH' };
  const device = { deviceId: 'amzn1.ask.device.BENCH', supportedInterfaces: {} };
  return {
    version: '1.0',
    session: { new: isNew, sessionId: 'amzn1.echo-api.session.bench', application, user, attributes: {} },
    context: { System: { application, user, device, apiEndpoint, apiAccessToken: 'token' } },
    request,
  };
}

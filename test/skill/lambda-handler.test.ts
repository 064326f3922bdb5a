import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../simulator/embedded-database';
import { SKILL_ID, USER_ID } from '../support/skill-house';

type Handler = (event: RequestEnvelope, context: unknown) => Promise<ResponseEnvelope>;

const ENVIRONMENT = {
  TABLE_NAME: 'my-back-routine',
  ALEXA_SKILL_ID: SKILL_ID,
  AWS_LAMBDA_FUNCTION_NAME: 'coach',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
};

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

describe('the function without its settings', () => {
  it.each([
    { missing: 'TABLE_NAME', environment: { ...ENVIRONMENT, TABLE_NAME: '' } },
    { missing: 'ALEXA_SKILL_ID', environment: { ...ENVIRONMENT, ALEXA_SKILL_ID: undefined } },
  ])('says at once that it wants $missing', ({ missing, environment }) => {
    expect(() => load(environment)).toThrow(
      `Set the environment variable ${missing} on the function: the skill cannot run without it`,
    );
  });
});

describe('the function', () => {
  let database: EmbeddedDatabase;
  let settings: Server;
  let printed: string[];
  let handler: Handler;

  beforeAll(async () => {
    database = await startEmbeddedDatabase();
    settings = createServer((_, response) => response.end('"Europe/Berlin"')).listen(0, '127.0.0.1');
    await once(settings, 'listening');
  });
  beforeEach(() => {
    printed = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(...linesOf(text)) > 0);
    handler = load({ ...ENVIRONMENT, AWS_ENDPOINT_URL_DYNAMODB: database.endpoint });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    settings.closeAllConnections();
    settings.close();
    await database.close();
  });

  it('is one that the runtime takes: two parameters, and a promise', () => {
    expect(handler).toHaveLength(2);
    expect(handler.constructor.name).toBe('AsyncFunction');
  });

  it('answers from the table and the settings service that it is pointed at', async () => {
    const { response, sessionAttributes } = await handler(launch(apiEndpointOf(settings)), {});
    expect(JSON.stringify(response)).toContain('Welcome to My Back Routine.');
    expect(sessionAttributes).toMatchObject({ state: { zone: 'Europe/Berlin' }, ledger: { versions: { profile: 1 } } });
    expect(printed.map(codeOrMetrics)).toEqual(['metrics']);
  });

  it('logs one JSON line for what went wrong, with nothing of hers in it', async () => {
    await handler(launch('http://127.0.0.1:1'), {});
    expect(printed[0]).toBe('{"level":"warn","code":"zone-unknown","detail":{"reason":"unreachable"}}');
    expect(printed.map(codeOrMetrics)).toEqual(['zone-unknown', 'metrics']);
  });

  it('writes what a turn came to after it, also of one that it refuses', async () => {
    await handler(launch(apiEndpointOf(settings)), {});
    await handler(intent(settings, 'AMAZON.FallbackIntent'), {});
    await handler(launchOfAnotherSkill(settings), {}).catch(() => {});
    const lines = printed.map((line) => JSON.parse(line));
    expect(lines.map(({ FunctionName, Fallbacks }) => [FunctionName, Fallbacks])).toEqual([
      ['coach', undefined],
      ['coach', 1],
      ['coach', undefined],
    ]);
    expect(lines[0].AnswerTime).toBeGreaterThan(0);
  });

  it('refuses a request for another skill', async () => {
    await expect(handler(launchOfAnotherSkill(settings), {})).rejects.toThrow('Skill ID verification failed');
  });

  it('leaves it to Lambda whose requests come in, where it is told to', async () => {
    const environment = { ...ENVIRONMENT, ALEXA_SKILL_ID: 'whoever-lambda-lets-in' };
    const trusting = load({ ...environment, AWS_ENDPOINT_URL_DYNAMODB: database.endpoint });
    const { response } = await trusting(launchOfAnotherSkill(settings), {});
    expect(response.outputSpeech).toBeDefined();
  });
});

/** The function as it starts anew in an environment. */
function load(environment: Readonly<Record<string, string | undefined>>): Handler {
  process.env = { ...before, ...environment };
  for (const [name, value] of Object.entries(environment)) if (value === undefined) delete process.env[name];
  let loaded: { readonly handler: Handler } | undefined;
  jest.isolateModules(() => {
    loaded = require('../../lambda/index');
  });
  if (loaded === undefined) throw new Error('The function did not load');
  return loaded.handler;
}

function launch(apiEndpoint: string): RequestEnvelope {
  const application = { applicationId: SKILL_ID };
  const user = { userId: USER_ID };
  const device = { deviceId: 'amzn1.ask.device.kitchen', supportedInterfaces: {} };
  return {
    version: '1.0',
    session: { new: true, sessionId: 'amzn1.session.1', application, user },
    context: { System: { application, user, device, apiEndpoint, apiAccessToken: 'a-token' } },
    request: { type: 'LaunchRequest', requestId: 'r', timestamp: '2026-11-22T18:00:00Z', locale: 'en-US' },
  };
}

function intent(settings: Server, name: string): RequestEnvelope {
  const { request, ...rest } = launch(apiEndpointOf(settings));
  const said = {
    ...request,
    type: 'IntentRequest',
    dialogState: 'STARTED',
    intent: { name, confirmationStatus: 'NONE' },
  };
  return { ...rest, request: said } as RequestEnvelope;
}

function launchOfAnotherSkill(settings: Server): RequestEnvelope {
  const { context, ...rest } = launch(apiEndpointOf(settings));
  return {
    ...rest,
    context: { System: { ...context.System, application: { applicationId: 'amzn1.ask.skill.other' } } },
  };
}

function apiEndpointOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function linesOf(text: unknown): readonly string[] {
  return String(text)
    .split('\n')
    .filter((line) => line !== '');
}

/** A log line's code; the line of metrics has none. */
function codeOrMetrics(line: string): string {
  return JSON.parse(line).code ?? 'metrics';
}

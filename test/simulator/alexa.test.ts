import type { RequestEnvelope } from 'ask-sdk-model';
import { ASKS, CLOSES, MORNING_MS, toyHouse } from './toy-skill';

const secondsSince = (atMs: number) => (atMs - MORNING_MS) / 1_000;
const typesOf = (requests: readonly RequestEnvelope[]) => requests.map(({ request }) => request.type);

describe('what the skill is sent', () => {
  it('is a request in the shape that the platform documents', async () => {
    const { alexa, requests } = toyHouse();
    alexa.as('anna');
    await alexa.say('ask tea corner to brew some sencha');

    expect(requests[0]).toEqual({
      version: '1.0',
      session: {
        new: true,
        sessionId: 'amzn1.echo-api.session.2',
        application: { applicationId: 'amzn1.ask.skill.tea' },
        attributes: {},
        user: { userId: 'amzn1.ask.account.LOCAL' },
      },
      context: {
        System: {
          application: { applicationId: 'amzn1.ask.skill.tea' },
          user: { userId: 'amzn1.ask.account.LOCAL' },
          person: { personId: 'amzn1.ask.person.ANNA' },
          device: { deviceId: 'amzn1.ask.device.living-room', supportedInterfaces: {} },
          apiEndpoint: 'https://api.amazonalexa.invalid',
          apiAccessToken: 'local-token-1',
        },
      },
      request: {
        type: 'IntentRequest',
        requestId: 'amzn1.echo-api.request.1',
        timestamp: '2026-11-22T09:00:00Z',
        locale: 'en-US',
        intent: {
          name: 'BrewIntent',
          confirmationStatus: 'NONE',
          slots: { tea: expect.objectContaining({ name: 'tea', value: 'sencha', confirmationStatus: 'NONE' }) },
        },
      },
    });
  });

  it('names no person whose voice is not recognised', async () => {
    const { alexa, requests } = toyHouse();
    alexa.as('anna');
    alexa.as(null);
    await alexa.say('open tea corner');
    expect(requests[0]?.context.System).not.toHaveProperty('person');
  });

  it('carries the attributes that the skill gave with its last answer, through JSON', async () => {
    const attributes = { cups: 2, never: undefined, brewedAt: new Date(0) };
    const { alexa, requests } = toyHouse({
      LaunchRequest: async () => ({ version: '1.0', response: ASKS, sessionAttributes: attributes }),
    });
    await alexa.say('open tea corner');
    await alexa.say('help');
    await alexa.say('help');
    expect(requests.map(({ session }) => session?.attributes)).toEqual([
      {},
      { cups: 2, brewedAt: '1970-01-01T00:00:00.000Z' },
      {},
    ]);
  });

  it('belongs to one session until that ends, and then to a new one', async () => {
    const { alexa, requests } = toyHouse({ 'AMAZON.StopIntent': CLOSES });
    for (const words of ['open tea corner', 'help', 'stop', 'open tea corner']) await alexa.say(words);
    const sessions = requests.map(({ session }) => session?.sessionId);
    expect(requests.map(({ session }) => session?.new)).toEqual([true, false, false, true]);
    expect(new Set(sessions).size).toBe(2);
    expect(sessions[0]).toBe(sessions[2]);
  });

  it('has the locale and the interfaces of the device', async () => {
    const { alexa, requests } = toyHouse({}, { interfaces: { 'Alexa.Presentation.APL': {}, AudioPlayer: {} } });
    alexa.setLocale('en-GB');
    await alexa.say('open tea corner');
    expect(requests[0]?.request).toHaveProperty('locale', 'en-GB');
    expect(requests[0]?.context.System.device?.supportedInterfaces).toEqual({
      'Alexa.Presentation.APL': {},
      AudioPlayer: {},
    });
    expect(requests[0]?.context.AudioPlayer).toEqual({ playerActivity: 'IDLE' });
  });

  it('can be a request of any type', async () => {
    const { alexa, requests } = toyHouse();
    await alexa.send({ type: 'AlexaSkillEvent.SkillDisabled', body: { reason: 'x' } });
    expect(requests[0]?.request).toMatchObject({ type: 'AlexaSkillEvent.SkillDisabled', body: { reason: 'x' } });
    expect(requests[0]).not.toHaveProperty('session');
    expect(alexa.sessionOpen).toBe(false);
  });
});

describe('the microphone', () => {
  it('hears the skill called by name only, while no session is open', async () => {
    const { alexa, requests } = toyHouse();
    const turn = await alexa.say('help');
    expect(turn).toMatchObject({ request: null, response: null, says: '', sessionOpen: false });
    expect(requests).toEqual([]);
  });

  it('opens when Alexa has finished, and she answers a moment later', async () => {
    const { alexa } = toyHouse();
    await alexa.say('open tea corner');
    const answer = await alexa.say('help');
    // 1 s to start, 1 s of words, 2 s of break, 1 s of words, 1 s to answer
    expect(secondsSince(answer.atMs)).toBe(6);
    expect(answer.bargedInAtMs).toBeNull();
  });

  it('hears her interrupt at the very second', async () => {
    const { alexa } = toyHouse();
    await alexa.say('open tea corner');
    const answer = await alexa.sayAt(2.5, 'pause');
    expect(secondsSince(answer.atMs)).toBe(3.5);
    expect(answer.bargedInAtMs).toBe(2_500);
    expect(answer.request?.request).toMatchObject({ timestamp: '2026-11-22T09:00:03Z' });
  });

  it.each([
    [4, 'only'],
    [9, 'only'],
  ])('cannot be spoken into at second %s of a speech of four', async (second, why) => {
    const { alexa } = toyHouse();
    await alexa.say('open tea corner');
    await expect(alexa.sayAt(second, 'pause')).rejects.toThrow(why);
  });

  it('cannot be spoken into at a second that has passed, or in silence', async () => {
    const { alexa } = toyHouse();
    await expect(alexa.sayAt(1, 'pause')).rejects.toThrow('not speaking');
    await alexa.say('open tea corner');
    await alexa.wait('4 seconds');
    await expect(alexa.sayAt(2, 'pause')).rejects.toThrow('already passed');
  });

  it('does not hear her during words that close the session', async () => {
    const { alexa, requests } = toyHouse({ LaunchRequest: CLOSES });
    await alexa.say('open tea corner');
    const answer = await alexa.sayAt(0.5, 'help');
    expect(answer.request).toBeNull();
    expect(alexa.doing()).toEqual({ kind: 'waiting' });
    expect(requests).toHaveLength(1);
  });

  it('tells at any moment what is sounding', async () => {
    const { alexa } = toyHouse();
    await alexa.say('open tea corner');
    const seen: unknown[] = [alexa.doing().kind];
    for (const until of ['1 s', '2 s', '1500 ms', '1 s']) {
      await alexa.wait(until);
      const doing = alexa.doing();
      seen.push(doing.kind === 'speaking' ? [doing.at.piece.kind, doing.at.intoPieceMs, doing.at.intoSpeechMs] : doing);
    }
    expect(seen).toEqual([
      'starting-to-speak',
      ['words', 0, 0],
      ['silence', 1_000, 2_000],
      ['words', 500, 3_500],
      { kind: 'listening', untilMs: MORNING_MS + 13_000 },
    ]);
  });
});

describe('when nobody answers', () => {
  it('is asked once more after eight seconds, and left alone after eight more', async () => {
    const { alexa, requests } = toyHouse();
    await alexa.say('open tea corner');
    await alexa.silence();
    expect([secondsSince(alexa.now()), alexa.sessionOpen]).toEqual([14, true]);
    await alexa.silence();
    expect([secondsSince(alexa.now()), alexa.sessionOpen]).toEqual([22, false]);
    expect(requests.at(-1)?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
    expect(alexa.transcript.map(({ kind }) => kind)).toEqual(['turn', 'reprompted', 'session-ended', 'turn']);
    expect(alexa.transcript.at(-1)).toMatchObject({ speech: null, says: '', sessionOpen: false });
  });

  it('runs the same course when time is said to pass', async () => {
    const { alexa, requests } = toyHouse();
    await alexa.say('open tea corner');
    await alexa.wait('13 s');
    expect(alexa.doing().kind).toBe('speaking');
    expect(typesOf(requests)).toEqual(['LaunchRequest']);
    await alexa.wait('3 hours');
    expect(typesOf(requests)).toEqual(['LaunchRequest', 'SessionEndedRequest']);
    expect(requests[1]?.request).toHaveProperty('timestamp', '2026-11-22T09:00:22Z');
    expect(secondsSince(alexa.now())).toBe(10_813);
  });

  it('can still answer the reprompt', async () => {
    const { alexa, requests } = toyHouse();
    await alexa.say('open tea corner');
    await alexa.silence();
    const answer = await alexa.say('help');
    expect(answer.request?.request.type).toBe('IntentRequest');
    expect(requests[1]?.session?.new).toBe(false);
  });

  it('is left alone at once where there is no reprompt', async () => {
    const { reprompt: _, ...asksOnce } = ASKS;
    const { alexa, requests } = toyHouse({ LaunchRequest: asksOnce });
    await alexa.say('open tea corner');
    await alexa.silence();
    expect(requests.at(-1)?.request).toHaveProperty('reason', 'EXCEEDED_MAX_REPROMPTS');
    await expect(alexa.silence()).rejects.toThrow('No session is open');
  });
});

describe('the end of a session', () => {
  it('is not reported to a skill that ended it itself', async () => {
    const { alexa, requests } = toyHouse({ LaunchRequest: CLOSES });
    const turn = await alexa.say('open tea corner');
    await alexa.wait('1 hour');
    expect(turn.sessionOpen).toBe(false);
    expect(typesOf(requests)).toEqual(['LaunchRequest']);
  });

  it('comes at once on a speaker when the skill leaves it undecided', async () => {
    const { shouldEndSession: _, ...undecided } = ASKS;
    const { alexa } = toyHouse({ LaunchRequest: undecided });
    expect((await alexa.say('open tea corner')).sessionOpen).toBe(false);
  });

  it('comes after thirty quiet seconds on a screen that shows something', async () => {
    const { shouldEndSession: _, reprompt: __, ...speech } = ASKS;
    const directives = [{ type: 'Alexa.Presentation.APL.RenderDocument' as const, token: 'a', document: {} }];
    const { alexa, requests } = toyHouse(
      { LaunchRequest: { ...speech, directives } },
      { interfaces: { 'Alexa.Presentation.APL': {} } },
    );
    await alexa.say('open tea corner');
    await alexa.wait('34 s');
    expect([alexa.sessionOpen, alexa.doing().kind]).toEqual([true, 'waiting']);
    await alexa.wait('1 s');
    expect(alexa.sessionOpen).toBe(false);
    expect(typesOf(requests)).toEqual(['LaunchRequest']);
  });

  it('is her own when she says so, and nothing when the power is cut', async () => {
    const { alexa, requests } = toyHouse();
    await alexa.say('open tea corner');
    await alexa.exit();
    expect(requests.at(-1)?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' });
    await alexa.say('open tea corner');
    alexa.unplug();
    await alexa.wait('1 minute');
    expect(typesOf(requests)).toEqual(['LaunchRequest', 'SessionEndedRequest', 'LaunchRequest']);
    expect([alexa.sessionOpen, alexa.doing().kind]).toEqual([false, 'waiting']);
  });

  it("is the platform's doing, with its problem line, when the skill fails", async () => {
    const { alexa, requests } = toyHouse({
      LaunchRequest: async () => {
        throw new Error('the kettle is empty');
      },
    });
    const turn = await alexa.say('open tea corner');
    expect(turn).toMatchObject({
      says: "There was a problem with the requested skill's response.",
      sessionOpen: false,
    });
    expect(turn.breaches).toMatchObject([{ rule: 'handler-threw', detail: 'Error: the kettle is empty' }]);
    expect(requests.at(-1)?.request).toMatchObject({
      type: 'SessionEndedRequest',
      reason: 'ERROR',
      error: { type: 'INTERNAL_SERVICE_ERROR' },
    });
    expect(alexa.doing().kind).toBe('starting-to-speak');
  });
});

it('opening the skill by name once more begins a new session, and the skill is not told of the old one', async () => {
  const { alexa, requests } = toyHouse();
  await alexa.say('open tea corner');
  await alexa.sayAt(1, 'open tea corner');
  expect(typesOf(requests)).toEqual(['LaunchRequest', 'LaunchRequest']);
  expect(requests[1]?.session?.new).toBe(true);
  expect(requests[1]?.session?.sessionId).not.toBe(requests[0]?.session?.sessionId);
});

describe('a house with two devices', () => {
  it('has a session on each, one account, and one time', async () => {
    const { alexa, requests } = toyHouse();
    const bedroom = alexa.device('bedroom');
    await alexa.say('open tea corner');
    await bedroom.say('open tea corner');
    await bedroom.say('help');
    await alexa.wait('1 minute');

    expect(requests.map(({ context }) => context.System.device?.deviceId.split('.').at(-1))).toEqual([
      'living-room',
      'bedroom',
      'bedroom',
      'living-room',
      'bedroom',
    ]);
    expect(new Set(requests.map(({ context }) => context.System.user.userId)).size).toBe(1);
    expect(new Set(requests.map(({ session }) => session?.sessionId)).size).toBe(2);
    const moments = alexa.transcript.map(({ atMs }) => atMs);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(alexa.device('bedroom')).toBe(bedroom);
  });
});

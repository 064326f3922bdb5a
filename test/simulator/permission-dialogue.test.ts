import type { interfaces, Response } from 'ask-sdk-model';
import { ASKS, ASKS_PERMISSION, breachesOfAnswer, MORNING_MS, toyHouse } from './toy-skill';

const SCOPE = 'alexa::alerts:reminders:skill:readwrite';
const QUESTION = 'Do you give Tea Corner permission to set and change reminders? You can say "I approve" or "no".';

/** A house in which opening the skill makes Alexa ask. */
function askingHouse(opening: Response = ASKS_PERMISSION) {
  const asking = { version: '1.0', response: opening, sessionAttributes: { cups: 3 } };
  const house = toyHouse({ LaunchRequest: async () => asking });
  const causes = () => house.requests.flatMap(({ request }) => ('cause' in request ? [request.cause] : []));
  return { ...house, causes, open: () => house.alexa.say('open tea corner') };
}

describe("Alexa's own question for a permission", () => {
  it('follows what the skill says, and is marked as hers', async () => {
    const { alexa, open } = askingHouse();
    const turn = await open();
    expect(turn.says).toBe(`I need your permission for that. ${QUESTION}`);
    expect(turn.speech?.pieces).toMatchObject([
      { text: 'I need your permission for that.', atMs: 0 },
      { text: QUESTION, atMs: 1_000, byAlexa: true },
    ]);
    expect(turn.speech?.pieces[0]).not.toHaveProperty('byAlexa');
    expect([turn.sessionOpen, turn.breaches]).toEqual([true, []]);
    await alexa.wait('3 s');
    // 1 s to start, 1 s of the skill, 1 s of hers, then 8 s for the answer
    expect(alexa.doing()).toEqual({ kind: 'listening', untilMs: MORNING_MS + 11_000 });
  });

  it.each([
    ['yes', 'ACCEPTED', { [SCOPE]: { status: 'GRANTED' } }],
    ['Alexa, I approve.', 'ACCEPTED', { [SCOPE]: { status: 'GRANTED' } }],
    ['no thanks', 'DENIED', { [SCOPE]: { status: 'DENIED' } }],
  ])(
    'answered "%s" comes back to the skill as %s, in the same session with its attributes',
    async (words, status, scopes) => {
      const { alexa, open, requests } = askingHouse();
      await open();
      const turn = await alexa.say(words);
      expect(turn).toMatchObject({ heard: words, understood: null, says: 'Listen. Which tea?', sessionOpen: true });
      const resumed = requests[1];
      expect(resumed?.request).toEqual({
        type: 'SessionResumedRequest',
        requestId: expect.stringMatching(/^amzn1\.echo-api\.request\./),
        timestamp: '2026-11-22T09:00:04Z',
        locale: 'en-US',
        cause: {
          type: 'ConnectionCompleted',
          token: 'pot',
          status: { code: '200', message: 'OK' },
          result: { status },
        },
      });
      expect(resumed?.session).toMatchObject({
        new: false,
        sessionId: requests[0]?.session?.sessionId,
        attributes: { cups: 3 },
      });
      expect(resumed?.context.System.user.permissions).toEqual({ scopes });
    },
  );

  it('is asked once more after anything else, and then given up', async () => {
    const { alexa, open, causes } = askingHouse();
    await open();
    const first = await alexa.say('brew sencha');
    expect(first).toMatchObject({ request: null, understood: null, says: QUESTION, sessionOpen: true });
    expect(causes()).toEqual([]);
    await alexa.say('brew sencha');
    expect(causes()).toMatchObject([{ result: { status: 'NOT_ANSWERED' } }]);
  });

  it('can be answered the second time', async () => {
    const { alexa, open, causes, account } = askingHouse();
    await open();
    await alexa.say('what?');
    await alexa.say('yes');
    expect(causes()).toMatchObject([{ result: { status: 'ACCEPTED' } }]);
    expect(account.permission(SCOPE)).toBe('granted');
  });

  it('is not answered by silence, which decides nothing', async () => {
    const { alexa, open, causes, account, requests } = askingHouse();
    await open();
    await alexa.silence();
    expect(causes()).toMatchObject([{ result: { status: 'NOT_ANSWERED' } }]);
    expect(requests[1]?.request).toHaveProperty('timestamp', '2026-11-22T09:00:11Z');
    expect(account.permission(SCOPE)).toBe('unknown');
    expect(requests[1]?.context.System.user).not.toHaveProperty('permissions');
    expect([alexa.sessionOpen, alexa.doing().kind]).toEqual([true, 'starting-to-speak']);
  });

  it('comes at once when she speaks before it, whatever she says', async () => {
    const { alexa, open, causes } = askingHouse();
    await open();
    const early = await alexa.sayAt(0.5, 'yes');
    expect([early.says, early.bargedInAtMs]).toEqual([QUESTION, 500]);
    expect(causes()).toEqual([]);
    await alexa.say('hm');
    await alexa.say('yes');
    expect(causes()).toMatchObject([{ result: { status: 'ACCEPTED' } }]);
  });

  it('is answered the moment it is asked again, before its first word', async () => {
    const { alexa, open, causes } = askingHouse();
    await open();
    await alexa.say('hm');
    await alexa.sayNow('yes');
    expect(causes()).toMatchObject([{ result: { status: 'ACCEPTED' } }]);
  });

  it('can be interrupted by its answer', async () => {
    const { alexa, open, causes } = askingHouse();
    await open();
    await alexa.sayAt(1.5, 'no');
    expect(causes()).toMatchObject([{ result: { status: 'DENIED' } }]);
  });

  it('is dropped when she calls the skill by its name', async () => {
    const { alexa, open, requests } = askingHouse();
    await open();
    await alexa.say('ask tea corner to brew sencha');
    expect(requests.map(({ request }) => request.type)).toEqual(['LaunchRequest', 'IntentRequest']);
    expect(requests[1]?.session?.new).toBe(true);
    await alexa.say('yes');
    expect(requests[2]?.request.type).toBe('IntentRequest');
  });

  it('ends with the session when she leaves', async () => {
    const { alexa, open, requests } = askingHouse();
    await open();
    await alexa.exit();
    await alexa.wait('1 minute');
    expect(requests.map(({ request }) => request.type)).toEqual(['LaunchRequest', 'SessionEndedRequest']);
    expect(alexa.sessionOpen).toBe(false);
  });

  it('is not asked of somebody who has granted it: the answer comes as soon as the skill has spoken', async () => {
    const { alexa, account, open, causes, requests } = askingHouse();
    account.decide(SCOPE, 'granted');
    expect((await open()).says).toBe('I need your permission for that.');
    expect(causes()).toEqual([]);
    await alexa.wait('2 s');
    expect(causes()).toMatchObject([{ token: 'pot', result: { status: 'ACCEPTED' } }]);
    await alexa.say('help');
    // 2 s to the end of the skill's words, 1 + 4 s of its answer, 1 s to speak
    expect(requests[2]?.request).toHaveProperty('timestamp', '2026-11-22T09:00:08Z');
  });

  it('that is answered already lets her speak after the skill has spoken to the end', async () => {
    const { alexa, account, open } = askingHouse();
    account.decide(SCOPE, 'granted');
    await open();
    const turn = await alexa.say('help');
    expect([turn.atMs - MORNING_MS, turn.bargedInAtMs]).toEqual([8_000, null]);
  });

  it('is not asked, and the answer comes at once, where the skill says nothing before', async () => {
    const { account, open, causes } = askingHouse({ directives: ASKS_PERMISSION.directives ?? [] });
    account.decide(SCOPE, 'granted');
    await open();
    expect(causes()).toHaveLength(1);
  });

  it('is asked again of somebody who has refused before', async () => {
    const { account, open } = askingHouse();
    account.decide(SCOPE, 'denied');
    expect((await open()).says).toContain(QUESTION);
  });

  it('is asked in the language of the house', async () => {
    const { alexa, causes } = askingHouse();
    alexa.setLocale('es-US');
    expect((await alexa.say('open tea corner')).says).toContain(
      '¿Le das permiso a Tea Corner para crear y cambiar recordatorios?',
    );
    await alexa.say('sí, claro');
    expect(causes()).toMatchObject([{ result: { status: 'ACCEPTED' } }]);
  });
});

describe('a directive for it', () => {
  const [directive] = ASKS_PERMISSION.directives as readonly interfaces.connections.V1.StartConnectionDirective[];
  const withDirective = (changed: object): Response => ({
    ...ASKS_PERMISSION,
    directives: [{ ...directive, ...changed } as interfaces.connections.V1.StartConnectionDirective],
  });
  const withInput = (changed: object) => withDirective({ input: { ...directive?.input, ...changed } });

  it('leaves the end of the session undecided with good reason', async () => {
    expect(await breachesOfAnswer(ASKS_PERMISSION)).toEqual([]);
    expect(await breachesOfAnswer(withDirective({ onCompletion: 'RESUME_SESSION' }))).toEqual([]);
  });

  it.each([
    [
      'a wrong version in the uri',
      withDirective({ uri: 'connection://AMAZON.AskForPermissionsConsent/1' }),
      'the uri is',
    ],
    ['no version', withInput({ '@version': undefined }), 'input @version is undefined'],
    ['another type', withInput({ '@type': 'PrintWebPageRequest' }), 'input @type is "PrintWebPageRequest"'],
    ['no scope', withInput({ permissionScopes: [] }), 'it asks for no permission'],
    [
      'a misspelt scope',
      withInput({ permissionScopes: [{ permissionScope: 'alexa::reminders', consentLevel: 'ACCOUNT' }] }),
      'the scope',
    ],
    [
      'no consent level',
      withInput({ permissionScopes: [{ permissionScope: SCOPE }] }),
      'the consent level is undefined',
    ],
    ['no way back', withDirective({ onCompletion: 'SEND_ERRORS_ONLY' }), 'never brings her answer'],
  ])('with %s is a breach', async (_, response, detail) => {
    expect(await breachesOfAnswer(response)).toMatchObject([
      {
        rule: 'connection-not-understood',
        severity: 'wrong',
        detail: expect.stringContaining(detail),
        source: expect.stringContaining('Voice-Forward'),
      },
    ]);
  });

  it('that Alexa can make nothing of comes back to the skill as an error, and nobody is asked', async () => {
    const { alexa, open, causes } = askingHouse(withInput({ '@version': '1' }));
    expect((await open()).says).toBe('I need your permission for that.');
    await alexa.wait('2 s');
    expect(causes()).toEqual([
      { type: 'ConnectionCompleted', token: 'pot', status: { code: '400', message: 'Bad Request' } },
    ]);
  });

  it.each([true, false])('with shouldEndSession %s is a breach', async (shouldEndSession) => {
    const reprompt = shouldEndSession ? {} : { reprompt: ASKS.reprompt };
    const breaches = await breachesOfAnswer({ ...ASKS_PERMISSION, ...reprompt, shouldEndSession } as Response);
    expect(breaches.map(({ rule }) => rule)).toContain('connection-decides-session-end');
  });
});

import { REMINDERS_SCOPE } from '../../simulator/fake-reminders-service';
import { ASKS_PERMISSION, toyHouse } from './toy-skill';

describe('a skill that she disables', () => {
  it('is sent the event, outside any session and from no device', async () => {
    const { alexa, requests } = toyHouse();
    const turn = await alexa.disableSkill();
    expect(requests).toEqual([
      {
        version: '1.0',
        context: {
          System: {
            application: { applicationId: 'amzn1.ask.skill.tea' },
            user: { userId: 'amzn1.ask.account.LOCAL' },
            apiEndpoint: 'https://api.amazonalexa.invalid',
          },
        },
        request: {
          type: 'AlexaSkillEvent.SkillDisabled',
          requestId: 'amzn1.echo-api.request.1',
          timestamp: '2026-11-22T09:00:00Z',
          eventCreationTime: '2026-11-22T09:00:00Z',
          eventPublishingTime: '2026-11-22T09:00:00Z',
          body: { userInformationPersistenceStatus: 'NOT_PERSISTED' },
        },
      },
    ]);
    expect(turn).toMatchObject({ heard: null, says: '', speech: null, sessionOpen: false });
    expect(alexa.transcript).toEqual([turn]);
  });

  it('loses every open session, and is not told of that', async () => {
    const { alexa, requests } = toyHouse();
    await alexa.say('open tea corner');
    await alexa.device('bedroom').say('open tea corner');
    await alexa.disableSkill();
    await alexa.wait('1 minute');
    expect(requests.map(({ request }) => request.type)).toEqual([
      'LaunchRequest',
      'LaunchRequest',
      'AlexaSkillEvent.SkillDisabled',
    ]);
    expect(alexa.transcript.filter(({ kind }) => kind === 'session-ended')).toMatchObject([
      { device: 'living-room', why: 'skill-disabled' },
      { device: 'bedroom', why: 'skill-disabled' },
    ]);
  });

  it('hears nothing more, by whatever name', async () => {
    const { alexa, requests } = toyHouse();
    await alexa.disableSkill();
    const turn = await alexa.say('open tea corner');
    expect([turn.request, alexa.sessionOpen, requests.length]).toEqual([null, false, 1]);
    await expect(alexa.disableSkill()).rejects.toThrow('disabled already');
  });

  it('meets a new customer when it is enabled again, who has permitted nothing', async () => {
    const { alexa, account, requests } = toyHouse({ LaunchRequest: ASKS_PERMISSION });
    await alexa.say('open tea corner');
    await alexa.say('yes');
    expect(account.permission(REMINDERS_SCOPE)).toBe('granted');
    await expect(alexa.enableSkill()).rejects.toThrow('enabled already');
    await alexa.disableSkill();
    await alexa.enableSkill();
    await alexa.say('open tea corner');
    expect(requests.slice(-2).map(({ request }) => request.type)).toEqual([
      'AlexaSkillEvent.SkillEnabled',
      'LaunchRequest',
    ]);
    expect(requests.at(-1)?.context.System.user).toEqual({ userId: 'amzn1.ask.account.LOCAL-2' });
    expect(alexa.transcript.at(-1)).toMatchObject({
      says: expect.stringContaining('Do you give Tea Corner permission'),
    });
  });
});

import type { Request, RequestEnvelope } from 'ask-sdk-model';
import { type ProgressStore, StoreUnavailableError } from '../../lambda/core/ports';
import { createSkill } from '../../lambda/skill';
import { createMemoryProgressStore } from '../../lambda/storage/memory-progress-store';
import { createFakeSettingsService, SETTINGS_TROUBLES } from '../../simulator/fake-settings-service';
import { openSkillHouse, SKILL_ID, type SkillHouse, type TestDevice, USER_ID } from '../support/skill-house';

const STAMP = { requestId: 'r', timestamp: '2026-11-22T23:00:00Z', locale: 'en-US' };
const TROUBLE = "Sorry, that didn't work on my side. Your place is safe.";
const BURPEES = {
  exercise: {
    name: 'exercise',
    value: 'burpees',
    confirmationStatus: 'NONE' as const,
    resolutions: { resolutionsPerAuthority: [{ authority: 'a', status: { code: 'ER_SUCCESS_NO_MATCH' as const } }] },
  },
} as never;

let store: ProgressStore;
let house: SkillHouse;
let echo: TestDevice;

beforeEach(() => {
  store = createMemoryProgressStore();
  house = openSkillHouse(store);
  echo = house.device();
});

describe('what nobody expects her to say', () => {
  it.each(['ExerciseInstructionsIntent', 'SkipExerciseIntent'])('burpees: %s tells what there is', async (intent) => {
    const { said, isOpen } = await echo.say(intent, BURPEES);
    expect(said).toMatch(/^That one isn't in this routine\. Which one do you mean: the bridge with knees/);
    expect(isOpen).toBe(true);
  });

  it.each(['AMAZON.YesIntent', 'AMAZON.NoIntent', 'AMAZON.NextIntent', 'AMAZON.PreviousIntent', 'AMAZON.RepeatIntent'])(
    '%s out of the blue gets an answer',
    async (intent) => {
      expect((await echo.say(intent)).said).not.toBe('');
      expect(house.codes).toEqual([]);
    },
  );

  it('an intent that we do not have is not understood, and is noted without its words', async () => {
    expect((await echo.say('BurpeeIntent')).said).toMatch(/catch that|missed that/);
    expect(house.logged).toEqual([{ level: 'warn', code: 'unknown-intent' }]);
  });

  it('a request that we do not have, in the middle of a set, keeps her place', async () => {
    await echo.launch();
    await echo.say('ReadyIntent');
    house.wait(60_000);
    await echo.say('ReadyIntent');
    house.wait(60_000);
    const stamp = { ...STAMP, timestamp: new Date(house.now()).toISOString() };
    const strange = await echo.send({ type: 'Display.ElementSelected', ...stamp } as Request);
    expect(strange.isOpen).toBe(true);
    expect(strange.state.day.checkpoint).toMatchObject({ at: { exercise: 0, set: 0 } });
    expect(house.codes).toEqual(['unknown-request']);
    expect((await echo.say('ReadyIntent')).said).toContain('Set one of two');
  });
});

describe('what a request may lack', () => {
  it.each([
    { locale: undefined, taken: 'en-US' },
    { locale: 'de-DE', taken: 'de-DE' },
    { locale: 'xx', taken: 'xx' },
  ])('the locale $locale is answered in English', async ({ locale, taken }) => {
    house.settings.trouble('204');
    const { said, state } = await echo.send({ type: 'LaunchRequest', ...STAMP, locale } as Request);
    expect(said).toContain('Welcome to My Back Routine.');
    expect(state.locale).toBe(taken);
    expect(house.codes).toEqual(['zone-unknown']);
  });

  it.each([undefined, '', 'yesterday'])('the time %p is taken from the clock', async (timestamp) => {
    const { state } = await echo.send({ type: 'LaunchRequest', ...STAMP, timestamp } as Request);
    expect(state.day.date).toBe('2026-11-22');
  });

  it('nobody is named: she is coached, and told that nothing is kept', async () => {
    const skill = createSkill({ store, clock: house.now, apiClient: house.settings, log: () => {} });
    const envelope = { ...envelopeWith({ type: 'LaunchRequest', ...STAMP }, {}), session: { new: true } };
    const { response } = await skill.invoke(envelope as unknown as RequestEnvelope);
    expect(JSON.stringify(response)).toMatch(/can't save just now.*Welcome to My Back Routine/);
  });

  it.each([
    { type: 'AudioPlayer.PlaybackFinished', noted: ['unknown-request'] },
    { type: 'Reminders.ReminderStarted', noted: [] },
    { type: 'Reminders.ReminderDeleted', noted: [] },
    { type: 'AlexaSkillEvent.SkillEnabled', noted: [] },
    { type: 'AlexaSkillEvent.SkillPermissionChanged', noted: [] },
  ])('a session: nothing is said to $type, and nothing is read', async ({ type, noted }) => {
    const { skill, codes } = skillWith(failingStore(new TypeError('not to be asked')));
    expect((await skill.invoke(envelopeWith({ type, ...STAMP }))).response).toEqual({});
    expect(codes).toEqual(noted);
  });

  it('everything: nothing is said where there is no session, whatever goes wrong', async () => {
    const { skill, codes } = skillWith(store);
    expect((await skill.invoke(envelopeWith({ type: 'IntentRequest', ...STAMP }))).response).toEqual({});
    expect((await skill.invoke(envelopeWith(undefined as never))).response).toEqual({});
    expect(codes).toEqual(['unknown-request', 'turn-failed']);
  });
});

describe('a settings service in trouble', () => {
  it.each(SETTINGS_TROUBLES)('(%s) neither stops nor delays her, and the log says why', async (trouble) => {
    const patient = openSkillHouse(store, { settingsTimeoutMs: 40 });
    patient.settings.trouble(trouble);
    const startedMs = performance.now();
    const { said, state } = await patient.device().launch();
    expect(performance.now() - startedMs).toBeLessThan(500);
    expect(said).toContain('Welcome to My Back Routine.');
    expect(state.zone).toBe('America/New_York');
    const reason = { hang: 'timeout', '204': 'not-set', garbage: 'nonsense', unreachable: 'unreachable' };
    expect(patient.logged).toEqual([
      { level: 'warn', code: 'zone-unknown', detail: { reason: { ...reason }[trouble as 'hang'] ?? 'refused' } },
    ]);
  });

  it('leaves her in the zone that she was last known in', async () => {
    house.settings.moveTo('Europe/Berlin');
    await echo.launch();
    await echo.say('ReadyIntent');
    await echo.say('AMAZON.StopIntent');
    house.settings.trouble('500');
    expect((await echo.launch()).state.zone).toBe('Europe/Berlin');
  });

  it('takes no longer than a second by itself', async () => {
    house.settings.trouble('hang');
    const startedMs = performance.now();
    await echo.launch();
    expect(performance.now() - startedMs).toBeLessThan(1_300);
  });
});

describe('a request for another skill', () => {
  it('is refused', async () => {
    const { skill } = skillWith(store);
    const envelope = envelopeWith({ type: 'LaunchRequest', ...STAMP });
    const other = { ...envelope, context: { System: { application: { applicationId: 'amzn1.ask.skill.other' } } } };
    await expect(skill.invoke(other as unknown as RequestEnvelope)).rejects.toThrow('Skill ID verification failed');
  });
});

describe('a fault of ours', () => {
  it('is one calm sentence, the session goes back as it came, and the code is logged', async () => {
    const faulty = { store };
    const inTrouble = openSkillHouse({
      load: (...told) => faulty.store.load(...told),
      save: (...told) => faulty.store.save(...told),
      erase: (...told) => faulty.store.erase(...told),
    });
    const device = inTrouble.device();
    await device.launch();
    const ready = await device.say('ReadyIntent');
    inTrouble.wait(60_000);

    faulty.store = failingStore(new TypeError('x is not a function'));
    const failed = await device.say('ReadyIntent');
    expect(failed.said).toBe(`${TROUBLE} I'm here. Say ready to go on.`);
    expect(failed.isOpen).toBe(true);
    expect(failed.envelope.sessionAttributes).toEqual(ready.envelope.sessionAttributes);
    expect(inTrouble.logged).toEqual([
      {
        level: 'error',
        code: 'turn-failed',
        detail: { error: 'TypeError', at: expect.stringMatching(/^[\w.-]+:\d+:\d+$/) },
      },
    ]);

    faulty.store = store;
    expect((await device.say('ReadyIntent')).said).toContain('Set one of two');
  });

  it.each(['AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'])(
    'does not keep her from leaving by %s',
    async (intent) => {
      const { said, isOpen } = await openSkillHouse(failingStore(new TypeError('no')))
        .device()
        .say(intent);
      expect(said).toBe(TROUBLE);
      expect(isOpen).toBe(false);
    },
  );

  it('says nothing when the session is over', async () => {
    const broken = openSkillHouse(failingStore(new TypeError('no')));
    expect((await broken.device().end('USER_INITIATED')).envelope.response).toEqual({});
    expect(broken.codes).toEqual(['turn-failed']);
  });

  it('is none that a store can be the cause of by being away', async () => {
    const away = openSkillHouse(failingStore(new StoreUnavailableError('throttled', 'load')));
    expect((await away.device().launch()).said).toContain('Welcome to My Back Routine.');
    expect(away.codes).toEqual(['store-unavailable']);
  });
});

describe('session attributes that cannot be gone on with', () => {
  it.each([
    { rule: 'a state without a day', broken: { state: {} } },
    { rule: 'a stage that we do not have', broken: { stage: { kind: 'dancing' } } },
    { rule: 'a checkpoint outside its plan', broken: { at: { exercise: 9, set: 0, part: 'work' } } },
    { rule: 'a ledger in pieces', broken: { ledger: { loaded: true } } },
  ])('($rule) do not trap her: she goes on from what is stored', async ({ broken }) => {
    await echo.launch();
    await echo.say('ReadyIntent');
    house.wait(60_000);
    const { state, ledger } = await echo.say('ReadyIntent');
    house.wait(90_000);
    const { checkpoint } = state.day;
    const day = { ...state.day, checkpoint: checkpoint && { ...checkpoint, ...('at' in broken && { at: broken.at }) } };
    echo.attributes = {
      shape: 2,
      state: 'state' in broken ? broken.state : { ...state, day, ...broken },
      ledger: 'ledger' in broken ? broken.ledger : ledger,
    };
    const { said, isOpen } = await echo.say('AMAZON.ResumeIntent');
    expect(said).not.toContain(TROUBLE);
    expect(said).toMatch(/bridge with knees together and apart|Last set/);
    expect(isOpen).toBe(true);
    house.wait(60_000);
    expect((await echo.say('AMAZON.PauseIntent')).state.day.checkpoint).toMatchObject({ at: { exercise: 0 } });
    expect(house.codes.filter((code) => code !== 'session-unusable')).toEqual([]);
  });
});

function failingStore(error: Error): ProgressStore {
  return { load: () => Promise.reject(error), save: () => Promise.reject(error), erase: () => Promise.reject(error) };
}

function skillWith(progress: ProgressStore) {
  const codes: string[] = [];
  const skill = createSkill({
    store: progress,
    clock: () => Date.parse(STAMP.timestamp),
    apiClient: createFakeSettingsService('America/New_York'),
    log: ({ code }) => codes.push(code),
    skillId: SKILL_ID,
  });
  return { skill, codes };
}

/** A request outside any session. */
function envelopeWith(request: object, user: object = { userId: USER_ID }): RequestEnvelope {
  const System = { application: { applicationId: SKILL_ID }, user, apiEndpoint: '', apiAccessToken: '' };
  return { version: '1.0', context: { System }, request } as unknown as RequestEnvelope;
}

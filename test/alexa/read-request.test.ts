import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestEnvelope, Slot } from 'ask-sdk-model';
import model from '../../interaction-model/en-US.json';
import { isLeaving, localeOf, readRequest } from '../../lambda/alexa/read-request';
import { filledSlots } from '../../simulator/filled-slots';

const NOW_MS = Date.parse('2026-11-22T23:00:07Z');
const AT_MS = Date.parse('2026-11-22T23:00:00Z');
const STAMP = { requestId: 'r', timestamp: '2026-11-22T23:00:00Z', locale: 'en-US' };

const INTENTS: Readonly<Record<string, string>> = {
  StartRoutineIntent: 'start-routine',
  ReadyIntent: 'ready',
  ExerciseInstructionsIntent: 'instructions',
  ListExercisesIntent: 'list-exercises',
  SkipExerciseIntent: 'skip',
  PracticeExerciseIntent: 'practice',
  WhatsLeftIntent: 'whats-left',
  StreakIntent: 'streak',
  ProgressIntent: 'progress',
  ChangePaceIntent: 'change-pace',
  SetPlankHoldIntent: 'set-plank-hold',
  ChangeDifficultyIntent: 'change-difficulty',
  SetGuidanceIntent: 'set-guidance',
  SetStopsIntent: 'set-stops',
  QuietModeIntent: 'quiet-mode',
  ReportPainIntent: 'report-pain',
  AskAboutBackPainIntent: 'ask-back-pain',
  LogRoutineIntent: 'log-routine',
  PauseStreakIntent: 'pause-streak',
  SetReminderIntent: 'set-reminder',
  CancelReminderIntent: 'cancel-reminder',
  DeleteMyDataIntent: 'delete-data',
  'AMAZON.HelpIntent': 'help',
  'AMAZON.StopIntent': 'stop',
  'AMAZON.CancelIntent': 'stop',
  'AMAZON.NavigateHomeIntent': 'stop',
  'AMAZON.FallbackIntent': 'fallback',
  'AMAZON.YesIntent': 'yes',
  'AMAZON.NoIntent': 'no',
  'AMAZON.PauseIntent': 'pause',
  'AMAZON.ResumeIntent': 'resume',
  'AMAZON.NextIntent': 'next',
  'AMAZON.PreviousIntent': 'previous',
  'AMAZON.RepeatIntent': 'repeat',
  'AMAZON.StartOverIntent': 'start-over',
};

describe('the intents', () => {
  it.each(Object.entries(INTENTS))('take %s for "%s"', (name, kind) => {
    expect(read(intent(name))).toMatchObject({ kind: 'event', event: { kind, atMs: AT_MS } });
  });

  it('are those of the interaction model, all of them and no other', () => {
    const names = model.interactionModel.languageModel.intents.map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(INTENTS).sort());
  });

  it('are named in the code exactly as often as in the model', () => {
    const code = readFileSync(join(__dirname, '../../lambda/alexa/read-request.ts'), 'utf8');
    const keys = [...code.matchAll(/^ {2}'?([A-Z][\w.]*Intent)'?: \(/gm)].map(([, name]) => name ?? '');
    expect(keys.sort()).toEqual(Object.keys(INTENTS).sort());
  });

  it.each(['BurpeeIntent', 'toString', '__proto__', 'constructor', ''])('answer %p as not understood', (name) => {
    expect(read(intent(name))).toEqual({
      kind: 'strange',
      code: 'unknown-intent',
      event: { kind: 'fallback', atMs: AT_MS },
    });
  });
});

describe('the exercise that she names', () => {
  it.each([
    { rule: 'is none without slots', slots: undefined, exercise: { kind: 'none' } },
    { rule: 'is none when the slot was not filled', slots: slot({}), exercise: { kind: 'none' } },
    { rule: 'is none when the slot is empty', slots: slot({ value: '' }), exercise: { kind: 'none' } },
    {
      rule: 'is the one her word stands for',
      slots: slot({ value: 'march', ...found('bridge-march') }),
      exercise: { kind: 'one', id: 'bridge-march' },
    },
    {
      rule: 'is the one that two lists agree on',
      slots: slot({ value: 'march', ...found('bridge-march', 'bridge-march') }),
      exercise: { kind: 'one', id: 'bridge-march' },
    },
    {
      rule: 'is several when her word fits several, in the order given',
      slots: slot({ value: 'bridge', ...found('bridge-march', 'bridge-abduction-adduction') }),
      exercise: { kind: 'several', ids: ['bridge-march', 'bridge-abduction-adduction'] },
    },
    {
      rule: 'is unknown when her word was not looked up',
      slots: slot({ value: 'burpees' }),
      exercise: { kind: 'unknown' },
    },
    {
      rule: 'is unknown when her word is not on the list',
      slots: slot({ value: 'burpees', ...resolved({ status: { code: 'ER_SUCCESS_NO_MATCH' } }) }),
      exercise: { kind: 'unknown' },
    },
    {
      rule: 'is unknown when looking it up failed',
      slots: slot({ value: 'march', ...resolved({ status: { code: 'ER_ERROR_TIMEOUT' } }) }),
      exercise: { kind: 'unknown' },
    },
    {
      rule: 'is the known one when another list did not have it',
      slots: slot({
        value: 'march',
        ...resolved(
          { status: { code: 'ER_SUCCESS_NO_MATCH' } },
          ...found('bridge-march').resolutions.resolutionsPerAuthority,
        ),
      }),
      exercise: { kind: 'one', id: 'bridge-march' },
    },
    {
      rule: 'is unknown for ids that are none of ours',
      slots: slot({ value: 'x', ...found('__proto__', 'constructor', 'burpees', '') }),
      exercise: { kind: 'unknown' },
    },
    {
      rule: 'is unknown for a match without an id',
      slots: slot({
        value: 'x',
        ...resolved({ status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: 'x' } }] }),
      }),
      exercise: { kind: 'unknown' },
    },
    { rule: 'is none when only another slot is there', slots: { minutes: { value: '5' } }, exercise: { kind: 'none' } },
  ])('$rule', ({ slots, exercise }) => {
    for (const [name, kind] of [
      ['PracticeExerciseIntent', 'practice'],
      ['ExerciseInstructionsIntent', 'instructions'],
      ['SkipExerciseIntent', 'skip'],
    ] as const) {
      expect(read(intent(name, slots))).toEqual({ kind: 'event', event: { kind, exercise, atMs: AT_MS } });
    }
  });
});

describe('what she says in slots', () => {
  const NONE = { kind: 'nothing' };
  const UNKNOWN = { kind: 'unknown' };
  const of = (value: unknown) => ({ kind: 'value', value });

  it.each<{ says: string; name: string; slots?: Readonly<Record<string, string | readonly string[]>>; event: object }>([
    { says: 'no minutes', name: 'StartRoutineIntent', event: { minutes: NONE } },
    { says: 'five minutes', name: 'StartRoutineIntent', slots: { minutes: '5' }, event: { minutes: of(5) } },
    { says: 'minus three minutes', name: 'StartRoutineIntent', slots: { minutes: '-3' }, event: { minutes: of(-3) } },
    {
      says: 'less than eight minutes',
      name: 'StartRoutineIntent',
      slots: { minutes: '7.9' },
      event: { minutes: of(7) },
    },
    { says: 'some minutes', name: 'StartRoutineIntent', slots: { minutes: '?' }, event: { minutes: UNKNOWN } },
    { says: 'slower', name: 'ChangePaceIntent', slots: { pace: ['slower'] }, event: { pace: of('slower') } },
    { says: 'no pace', name: 'ChangePaceIntent', event: { pace: NONE } },
    { says: 'two paces', name: 'ChangePaceIntent', slots: { pace: ['slower', 'faster'] }, event: { pace: UNKNOWN } },
    {
      says: 'twenty seconds',
      name: 'SetPlankHoldIntent',
      slots: { seconds: '20' },
      event: { hold: of({ kind: 'seconds', seconds: 20 }) },
    },
    {
      says: 'ten minutes of plank',
      name: 'SetPlankHoldIntent',
      slots: { seconds: '600' },
      event: { hold: of({ kind: 'seconds', seconds: 600 }) },
    },
    {
      says: 'longer',
      name: 'SetPlankHoldIntent',
      slots: { change: ['longer'] },
      event: { hold: of({ kind: 'longer' }) },
    },
    {
      says: 'shorter by something',
      name: 'SetPlankHoldIntent',
      slots: { change: ['shorter'], seconds: '?' },
      event: { hold: of({ kind: 'shorter' }) },
    },
    {
      says: 'longer, twenty seconds',
      name: 'SetPlankHoldIntent',
      slots: { change: ['longer'], seconds: '20' },
      event: { hold: of({ kind: 'seconds', seconds: 20 }) },
    },
    { says: 'some seconds', name: 'SetPlankHoldIntent', slots: { seconds: '?' }, event: { hold: UNKNOWN } },
    { says: 'another plank', name: 'SetPlankHoldIntent', slots: { change: [] }, event: { hold: UNKNOWN } },
    { says: 'no plank', name: 'SetPlankHoldIntent', event: { hold: NONE } },
    {
      says: 'easier donkey kicks',
      name: 'ChangeDifficultyIntent',
      slots: { difficulty: ['easier'], exercise: ['donkey-kicks'] },
      event: { difficulty: of('easier'), exercise: { kind: 'one', id: 'donkey-kicks' } },
    },
    {
      says: 'harder bridges',
      name: 'ChangeDifficultyIntent',
      slots: { difficulty: ['harder'], exercise: ['bridge-march', 'bridge-abduction-adduction'] },
      event: {
        difficulty: of('harder'),
        exercise: { kind: 'several', ids: ['bridge-march', 'bridge-abduction-adduction'] },
      },
    },
    {
      says: 'fewer words',
      name: 'SetGuidanceIntent',
      slots: { guidance: ['brief'] },
      event: { guidance: of('brief') },
    },
    {
      says: 'no stops',
      name: 'SetStopsIntent',
      slots: { stops: ['straight-through'] },
      event: { stops: of('straight-through') },
    },
    { says: 'quiet', name: 'QuietModeIntent', event: { on: NONE } },
    { says: 'whisper', name: 'QuietModeIntent', slots: { switch: ['on'] }, event: { on: of(true) } },
    { says: 'speak up', name: 'QuietModeIntent', slots: { switch: ['off'] }, event: { on: of(false) } },
    { says: 'dim', name: 'QuietModeIntent', slots: { switch: [] }, event: { on: UNKNOWN } },
    {
      says: 'my wrists hurt, three and a half',
      name: 'ReportPainIntent',
      slots: { symptom: ['wrist-pain'], score: '3.5' },
      event: { symptom: of('wrist-pain'), score: of(4) },
    },
    {
      says: 'a word that fits a graver and a milder one',
      name: 'ReportPainIntent',
      slots: { symptom: ['mild-ache', 'chest-pain'] },
      event: { symptom: of('chest-pain'), score: NONE },
    },
    {
      says: 'a word for something that we do not know',
      name: 'ReportPainIntent',
      slots: { symptom: [], score: '?' },
      event: { symptom: UNKNOWN, score: UNKNOWN },
    },
    { says: 'why', name: 'AskAboutBackPainIntent', slots: { topic: ['causes'] }, event: { topic: of('causes') } },
    {
      says: 'why and what helps',
      name: 'AskAboutBackPainIntent',
      slots: { topic: ['causes', 'relief'] },
      event: { topic: UNKNOWN },
    },
    {
      says: 'two weeks off',
      name: 'PauseStreakIntent',
      slots: { duration: 'P2W' },
      event: { pause: of({ kind: 'days', days: 14 }) },
    },
    {
      says: 'ten minutes',
      name: 'PauseStreakIntent',
      slots: { duration: 'PT10M' },
      event: { pause: of({ kind: 'minutes', minutes: 10 }) },
    },
    { says: 'a while off', name: 'PauseStreakIntent', slots: { duration: '?' }, event: { pause: UNKNOWN } },
    { says: 'a break', name: 'PauseStreakIntent', event: { pause: NONE } },
    {
      says: "I'm back",
      name: 'PauseStreakIntent',
      slots: { ending: ['over'] },
      event: { pause: of({ kind: 'over' }) },
    },
    {
      says: "I'm back, in words we do not list",
      name: 'PauseStreakIntent',
      slots: { ending: [], duration: 'P1D' },
      event: { pause: of({ kind: 'over' }) },
    },
    {
      says: 'half past seven',
      name: 'SetReminderIntent',
      slots: { time: '07:30' },
      event: { time: of({ kind: 'at', time: { hour: 7, minute: 30 }, part: null }), permitted: false },
    },
    {
      says: 'every evening at seven',
      name: 'SetReminderIntent',
      slots: { time: '07:00', part: ['evening'] },
      event: { time: of({ kind: 'at', time: { hour: 7, minute: 0 }, part: 'evening' }), permitted: false },
    },
    {
      says: 'every evening',
      name: 'SetReminderIntent',
      slots: { part: ['evening'] },
      event: { time: of({ kind: 'part-of-day', part: 'evening' }), permitted: false },
    },
    {
      says: 'in the evening',
      name: 'SetReminderIntent',
      slots: { time: 'EV' },
      event: { time: of({ kind: 'part-of-day', part: 'evening' }), permitted: false },
    },
    { says: 'no time', name: 'SetReminderIntent', event: { time: NONE, permitted: false } },
  ])('"$says" is what $name carries', ({ name, slots, event }) => {
    const kind = INTENTS[name];
    expect(read(intent(name, slots && filledSlots(slots)))).toEqual({
      kind: 'event',
      event: { kind, ...event, atMs: AT_MS },
    });
  });

  it('a reminder is permitted where the request says so', () => {
    const user = { permissions: { scopes: { 'alexa::alerts:reminders:skill:readwrite': { status: 'GRANTED' } } } };
    const envelope = { context: { System: { user } }, request: intent('SetReminderIntent') };
    expect(readRequest(envelope as never, NOW_MS).event).toMatchObject({ kind: 'set-reminder', permitted: true });
  });
});

describe('her answer to the question of the platform', () => {
  it.each(['SessionResumedRequest', 'Connections.Response'])('is read from %s', (type) => {
    expect(read({ type, ...STAMP })).toEqual({
      kind: 'event',
      event: { kind: 'permission-answered', answer: 'not-answered', time: null, atMs: AT_MS },
    });
  });
});

describe('the end of a session', () => {
  it.each([
    { reason: 'USER_INITIATED', type: undefined, means: 'cut-off' },
    { reason: 'EXCEEDED_MAX_REPROMPTS', type: undefined, means: 'no-answer' },
    { reason: 'ERROR', type: 'INVALID_RESPONSE', means: 'cut-off' },
    { reason: 'ERROR', type: 'INTERNAL_SERVICE_ERROR', means: 'cut-off' },
    { reason: 'ERROR', type: 'ENDPOINT_TIMEOUT', means: 'cut-off' },
    { reason: 'ERROR', type: 'DEVICE_COMMUNICATION_ERROR', means: 'unknown' },
    { reason: 'ERROR', type: undefined, means: 'cut-off' },
    { reason: 'SOMETHING_NEW', type: undefined, means: 'cut-off' },
  ])('by $reason $type is "$means"', ({ reason, type, means }) => {
    const error = type === undefined ? undefined : { type, message: 'no' };
    expect(read({ type: 'SessionEndedRequest', ...STAMP, reason, error })).toEqual({
      kind: 'event',
      event: { kind: 'ended', reason: means, atMs: AT_MS },
    });
  });
});

describe('any other request', () => {
  it('that opens the skill is a launch', () => {
    expect(read({ type: 'LaunchRequest', ...STAMP })).toEqual({
      kind: 'event',
      event: { kind: 'launch', atMs: AT_MS },
    });
  });

  it.each(['Display.ElementSelected', 'AudioPlayer.PlaybackStarted', undefined])(
    'such as %s is answered as not understood',
    (type) => {
      expect(read({ type, ...STAMP })).toEqual({
        kind: 'strange',
        code: 'unknown-request',
        event: { kind: 'fallback', atMs: AT_MS },
      });
    },
  );

  it.each([undefined, null, '', 'yesterday', '1795388400000'])(
    'stamped %p happened when it came, by the clock',
    (timestamp) => {
      expect(read({ type: 'LaunchRequest', ...STAMP, timestamp }).event.atMs).toBe(NOW_MS);
    },
  );
});

describe('leaving', () => {
  it.each([
    ['AMAZON.StopIntent', true],
    ['AMAZON.CancelIntent', true],
    ['AMAZON.NavigateHomeIntent', true],
    ['AMAZON.PauseIntent', false],
    ['__proto__', false],
  ])('is what %s asks for: %p', (name, leaves) => {
    expect(isLeaving(intent(name) as never)).toBe(leaves);
  });

  it('is seen in a request of any shape', () => {
    expect(isLeaving({ type: 'IntentRequest', ...STAMP } as never)).toBe(false);
    expect(isLeaving({ type: 'LaunchRequest', ...STAMP })).toBe(false);
  });
});

function read(request: object) {
  return readRequest({ context: {}, request } as unknown as RequestEnvelope, NOW_MS);
}

function intent(name: string, slots?: unknown) {
  return {
    type: 'IntentRequest',
    ...STAMP,
    dialogState: 'COMPLETED',
    intent: { name, confirmationStatus: 'NONE', slots },
  };
}

function slot(exercise: Partial<Slot> | object) {
  return { exercise: { name: 'exercise', confirmationStatus: 'NONE', ...exercise } };
}

function found(...ids: readonly string[]) {
  return resolved(
    ...ids.map((id) => ({ status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: id, id } }] })),
  );
}

function resolved(...authorities: readonly object[]) {
  return { resolutions: { resolutionsPerAuthority: authorities.map((each) => ({ authority: 'a', ...each })) } };
}

describe('the language of the device', () => {
  it.each([
    { locale: 'es-US', taken: 'es-US' },
    { locale: 'fr', taken: 'fr' },
    { locale: undefined, taken: 'en-US' },
    { locale: 7, taken: 'en-US' },
    { locale: 'x'.repeat(1_000_000), taken: 'en-US' },
    { locale: `en-US${'-abcdefgh'.repeat(9)}`, taken: 'en-US' },
  ])('is taken as $taken', ({ locale, taken }) => {
    const envelope = { request: { ...STAMP, type: 'LaunchRequest', locale } };
    expect(localeOf(envelope as unknown as RequestEnvelope)).toBe(taken);
  });
});

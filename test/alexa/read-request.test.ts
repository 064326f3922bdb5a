import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Slot } from 'ask-sdk-model';
import model from '../../interaction-model/en-US.json';
import { isLeaving, readRequest } from '../../lambda/alexa/read-request';

const NOW_MS = Date.parse('2026-11-22T23:00:07Z');
const AT_MS = Date.parse('2026-11-22T23:00:00Z');
const STAMP = { requestId: 'r', timestamp: '2026-11-22T23:00:00Z', locale: 'en-US' };

const INTENTS: Readonly<Record<string, string>> = {
  StartRoutineIntent: 'start-routine',
  ReadyIntent: 'ready',
  ExerciseInstructionsIntent: 'instructions',
  ListExercisesIntent: 'list-exercises',
  SkipExerciseIntent: 'skip',
  WhatsLeftIntent: 'whats-left',
  StreakIntent: 'streak',
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
    const keys = [...code.matchAll(/^ {2}'?([A-Z][\w.]*Intent)'?:/gm)].map(([, name]) => name ?? '');
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
      ['ExerciseInstructionsIntent', 'instructions'],
      ['SkipExerciseIntent', 'skip'],
    ] as const) {
      expect(read(intent(name, slots))).toEqual({ kind: 'event', event: { kind, exercise, atMs: AT_MS } });
    }
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

  it.each(['Display.ElementSelected', 'SessionResumedRequest', 'AudioPlayer.PlaybackStarted', undefined])(
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
  return readRequest(request as Request, NOW_MS);
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

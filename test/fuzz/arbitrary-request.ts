import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { arbitraryHostileJson, arbitraryHostileText, HER_WORD, POLLUTING_NAMES } from './hostile';

/** A request without what the platform stamps on every one. */
export interface FuzzedRequest {
  readonly body: { readonly type: string } & Readonly<Record<string, unknown>>;
  /** Whether it is built as the platform builds it, whatever it says. */
  readonly isWellFormed: boolean;
}

interface ModelledIntent {
  readonly name: string;
  readonly slots?: readonly { readonly name: string; readonly type: string }[];
}

const MODEL = JSON.parse(readFileSync(join(__dirname, '../../interaction-model/en-US.json'), 'utf8')).interactionModel
  .languageModel as {
  readonly intents: readonly ModelledIntent[];
  readonly types: readonly { readonly name: string; readonly values: readonly { readonly id?: string }[] }[];
};

/** The slot's ids, by slot type of ours. */
const IDS: ReadonlyMap<string, readonly string[]> = new Map(
  MODEL.types.map(({ name, values }) => [name, values.flatMap(({ id }) => (id === undefined ? [] : [id]))]),
);

const BUILT_IN_VALUES: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.NUMBER': ['1', '3', '5', '6', '7', '10', '15', '20', '30', '60', '90'],
  'AMAZON.DURATION': ['P1D', 'P3D', 'P2W', 'P1M', 'P3M', 'P1Y', 'PT8H', 'PT20M'],
  'AMAZON.TIME': ['07:30', '7:00', '19:00', '00:00', '02:30', 'MO', 'AF', 'EV', 'NI'],
};

/** Those that carry a routine on are said more often, or nothing would ever be finished. */
const OFTEN: Readonly<Record<string, number>> = {
  ReadyIntent: 14,
  StartRoutineIntent: 8,
  'AMAZON.YesIntent': 8,
  'AMAZON.NextIntent': 3,
  PracticeExerciseIntent: 3,
  DeleteMyDataIntent: 0.5,
};

type Slot = Readonly<Record<string, unknown>>;

const whole = (name: string, value: string, ids: readonly string[]): Slot => ({
  name,
  confirmationStatus: 'NONE',
  value,
  ...(ids.length > 0 && { resolutions: { resolutionsPerAuthority: ids.map(match) } }),
});

const match = (id: string) => ({
  authority: `amzn1.er-authority.${HER_WORD}`,
  status: { code: id === '' ? 'ER_SUCCESS_NO_MATCH' : 'ER_SUCCESS_MATCH' },
  values: id === '' ? [] : [{ value: { name: HER_WORD, id } }],
});

/** A slot as the platform sends it: a right value, none, one of nobody's list, two at once, or any words at all. */
function saidIn(name: string, type: string): fc.Arbitrary<Slot> {
  const ids = IDS.get(type);
  const right =
    ids === undefined
      ? fc.constantFrom(...(BUILT_IN_VALUES[type] ?? [HER_WORD])).map((value) => whole(name, value, []))
      : fc.constantFrom(...ids).map((id) => whole(name, HER_WORD, [id]));
  const anyId = fc.constantFrom(...(ids ?? []), ...POLLUTING_NAMES, HER_WORD, '');
  return fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: 3, arbitrary: fc.constant({ name, confirmationStatus: 'NONE' }) },
    { weight: 2, arbitrary: fc.tuple(anyId, anyId).map((two) => whole(name, HER_WORD, two)) },
    { weight: 4, arbitrary: arbitraryHostileText.map((value) => whole(name, value, [])) },
    { weight: 1, arbitrary: anyId.map((id) => whole(name, HER_WORD, [id])) },
  );
}

function arbitraryIntent({ name, slots = [] }: ModelledIntent): fc.Arbitrary<FuzzedRequest> {
  const filled = fc.tuple(...slots.map((slot) => saidIn(slot.name, slot.type)));
  return filled.map((said) => asked(name, Object.fromEntries(said.map((slot) => [slot.name, slot]))));
}

function asked(name: unknown, slots: unknown, isWellFormed = true): FuzzedRequest {
  return { body: { type: 'IntentRequest', intent: { name, confirmationStatus: 'NONE', slots } }, isWellFormed };
}

const launch: FuzzedRequest = { body: { type: 'LaunchRequest' }, isWellFormed: true };

const REMINDER_TOKENS = [
  'reminder-at-7:30',
  'reminder-at-19:0',
  'reminder-at-99:99',
  'reminder-at-__proto__',
  HER_WORD,
];

const arbitraryPermissionAnswer: fc.Arbitrary<FuzzedRequest> = fc
  .record({
    isOld: fc.boolean(),
    token: fc.option(fc.constantFrom(...REMINDER_TOKENS), { nil: undefined }),
    code: fc.constantFrom('200', '400', '500', ''),
    status: fc.constantFrom('ACCEPTED', 'DENIED', 'NOT_ANSWERED', '__proto__'),
  })
  .map(({ isOld, token, code, status }) => ({
    body: isOld
      ? { type: 'Connections.Response', name: 'AskFor', status: { code, message: 'OK' }, token, payload: { status } }
      : {
          type: 'SessionResumedRequest',
          cause: { type: 'ConnectionCompleted', token, status: { code, message: 'OK' }, result: { status } },
        },
    isWellFormed: true,
  }));

const REASONS = ['USER_INITIATED', 'EXCEEDED_MAX_REPROMPTS', 'ERROR', 'PLAYBACK_STOPPED', '__proto__'];

/** The platform ends the session. */
export const arbitraryEnd: fc.Arbitrary<FuzzedRequest> = fc
  .tuple(
    fc.constantFrom(...REASONS),
    fc.constantFrom(undefined, 'INVALID_RESPONSE', 'DEVICE_COMMUNICATION_ERROR', 'INTERNAL_SERVICE_ERROR', 'toString'),
  )
  .map(([reason, type]) => ({
    body: { type: 'SessionEndedRequest', reason, ...(type !== undefined && { error: { type, message: HER_WORD } }) },
    isWellFormed: true,
  }));

/** What she may say, as the platform tells it. */
export const arbitraryAsking: fc.Arbitrary<FuzzedRequest> = fc.oneof(
  { weight: 16, arbitrary: fc.constant(launch) },
  { weight: 4, arbitrary: arbitraryPermissionAnswer },
  ...MODEL.intents.map((intent) => ({
    weight: Math.round((OFTEN[intent.name] ?? 2) * 2),
    arbitrary: arbitraryIntent(intent),
  })),
);

/** What the platform tells outside any session. */
export const arbitraryNotice: fc.Arbitrary<FuzzedRequest> = fc
  .tuple(
    fc.constantFrom(
      'AlexaSkillEvent.SkillDisabled',
      'AlexaSkillEvent.SkillEnabled',
      'AlexaSkillEvent.SkillPermissionChanged',
      'AlexaSkillEvent.SkillPermissionAccepted',
      'Reminders.ReminderStarted',
      'Messaging.MessageReceived',
    ),
    fc.constantFrom<unknown>(undefined, {}, { userInformationPersistenceStatus: 'PERSISTED' }, null, HER_WORD),
  )
  .map(([type, body]) => ({ body: { type, body }, isWellFormed: true }));

const STRANGE_TYPES = [
  'Alexa.Presentation.APL.UserEvent',
  'AudioPlayer.PlaybackFinished',
  'System.ExceptionEncountered',
  'CanFulfillIntentRequest',
  'Display.ElementSelected',
  '',
  HER_WORD,
  ...POLLUTING_NAMES,
];

const everySlotName = MODEL.intents.flatMap(({ slots = [] }) => slots.map(({ name }) => name));

const arbitraryHostileSlots: fc.Arbitrary<unknown> = fc.oneof(
  arbitraryHostileJson,
  fc
    .array(fc.tuple(fc.constantFrom(...everySlotName, ...POLLUTING_NAMES), arbitraryHostileJson), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries)),
);

/** Requests that no platform would send. */
export const arbitraryHostileRequest: fc.Arbitrary<FuzzedRequest> = fc.oneof(
  fc
    .constantFrom(...STRANGE_TYPES)
    .map((type) => ({ body: { type, intent: { name: 'ReadyIntent' } }, isWellFormed: false })),
  fc
    .tuple(
      fc.constantFrom<unknown>(...MODEL.intents.map(({ name }) => name), ...POLLUTING_NAMES, HER_WORD, '', null, 7),
      arbitraryHostileSlots,
    )
    .map(([name, slots]) => asked(name, slots, false)),
  fc.tuple(arbitraryPermissionAnswer, arbitraryHostileJson).map(([{ body }, cause]) => ({
    body: { ...body, cause, payload: cause },
    isWellFormed: false,
  })),
);

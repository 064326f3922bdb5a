import fc from 'fast-check';
import type { Day, Profile } from '../../lambda/core/session/progress';
import { addDays, localDate } from '../../lambda/core/streak/local-date';
import { REMINDERS_TROUBLES, type RemindersTrouble } from '../../simulator/fake-reminders-service';
import { SETTINGS_TROUBLES, type SettingsTrouble } from '../../simulator/fake-settings-service';
import { arbitraryDay, arbitraryProfile } from '../support/arbitrary-progress';
import {
  arbitraryAsking,
  arbitraryEnd,
  arbitraryHostileRequest,
  arbitraryNotice,
  type FuzzedRequest,
} from './arbitrary-request';
import { arbitraryDamage, type Damage } from './damage';
import { arbitraryHostileJson, arbitraryHostileText, HER_WORD, POLLUTING_NAMES } from './hostile';

/** Who speaks: one of two recognised voices, or nobody that is known. */
export type Speaker = 0 | 1 | null;

/** What was in the store before. */
export interface StoredStart {
  readonly owner: Speaker;
  readonly profile: Profile | null;
  readonly days: readonly Day[];
}

/** Something in an envelope that is not there, or is something else. */
export interface EnvelopeFault {
  readonly path: readonly string[];
  /** Left out where the place is missing. */
  readonly by?: unknown;
}

/** How long it is until the next thing happens, or the moment at which it does. */
export type Passing =
  | { readonly kind: 'waits'; readonly ms: number }
  | { readonly kind: 'jumps'; readonly toMs: number };

/** What goes wrong from now on; null ends it. */
export interface Troubles {
  readonly settings: SettingsTrouble | null;
  readonly reminders: RemindersTrouble | null;
  /** `lost-answer`: what is written is kept, and the skill is told that it failed. */
  readonly store: 'load' | 'save' | 'erase' | 'all' | 'lost-answer' | null;
}

export interface Request {
  readonly kind: 'request';
  readonly device: 0 | 1;
  readonly speaker: Speaker;
  readonly request: FuzzedRequest;
  /** `again` sends it once more afterwards, `twice-at-once` before the first was answered. */
  readonly delivery: 'once' | 'again' | 'twice-at-once';
  /** Whether the session that the device is in was lost, so that this opens another one. */
  readonly opensAnew: boolean;
  /** How far the request's time is from the clock, in milliseconds; a text stands in its place. */
  readonly stamp: number | string;
  readonly attributesDamage: readonly Damage[];
  readonly faults: readonly EnvelopeFault[];
}

export type Happening =
  | Request
  /** The platform tells something outside any session. */
  | { readonly kind: 'notice'; readonly request: FuzzedRequest }
  /** An earlier envelope, counted back, comes once more. */
  | { readonly kind: 'comes-late'; readonly back: number }
  | { readonly kind: 'moves'; readonly zone: string }
  | { readonly kind: 'permits'; readonly state: 'granted' | 'denied' }
  | { readonly kind: 'troubles'; readonly troubles: Troubles }
  | { readonly kind: 'item-damaged'; readonly which: number; readonly sortKey: string | null; readonly damage: Damage };

export interface Step {
  readonly passing: Passing;
  readonly happening: Happening;
}

/** An account with two devices and two voices, and what happens to it. */
export interface FuzzedHousehold {
  /** Whether only real people, real devices and failing services have a hand in it, and time only goes on. */
  readonly isOrderly: boolean;
  readonly startMs: number;
  readonly zone: string;
  readonly locale: unknown;
  readonly screens: boolean;
  /** Whether the skill refuses what is not meant for it. */
  readonly checksSkillId: boolean;
  readonly stored: readonly StoredStart[];
  readonly steps: readonly Step[];
}

const LOCALES = ['en-US', 'en-US', 'es-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN'];
const STRANGE_LOCALES = ['', 'xx', 'de-DE', 'es', 'es-MX', 'EN-us', 'en_US', `en-US-x-${HER_WORD}`, '☃', '-', '\ud800'];

const ZONES = ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Chatham', 'UTC'];
const FAR_ZONES = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Australia/Lord_Howe', 'Africa/Casablanca'];
const STRANGE_ZONES = ['', 'Mars/Olympus', '+05:30', 'EST5EDT', '../UTC', HER_WORD, ...POLLUTING_NAMES];

/** Ends of years, and hours that clocks skip or show twice. */
const EDGES = [
  '2026-12-31T23:59:50Z',
  '2027-01-01T04:59:58Z',
  '2026-11-01T05:30:00Z',
  '2027-03-14T06:59:58Z',
  '2027-03-14T07:59:58Z',
  '2027-03-28T00:59:58Z',
  '2027-04-03T13:50:00Z',
  '2028-02-28T23:59:59Z',
  '2028-02-29T07:59:59Z',
  '2026-11-22T23:00:00Z',
].map((text) => Date.parse(text));

const FAR_EDGES = ['1970-01-01T00:00:00Z', '1969-07-20T20:17:00Z', '9998-12-31T23:59:59Z', '0001-01-01T00:00:00Z'].map(
  (text) => Date.parse(text),
);

const STRANGE_STAMPS = [
  '',
  'yesterday',
  '2026-11-22',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  HER_WORD,
];

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** From the middle of a word to weeks; mostly about as long as a segment. */
const arbitraryWait: fc.Arbitrary<Passing> = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 20 * SECOND_MS }) },
    { weight: 8, arbitrary: fc.integer({ min: 20 * SECOND_MS, max: 4 * MINUTE_MS }) },
    { weight: 2, arbitrary: fc.integer({ min: 4 * MINUTE_MS, max: 5 * HOUR_MS }) },
    { weight: 2, arbitrary: fc.integer({ min: 5 * HOUR_MS, max: 2 * DAY_MS }) },
    { weight: 1, arbitrary: fc.integer({ min: 2 * DAY_MS, max: 120 * DAY_MS }) },
  )
  .map((ms) => ({ kind: 'waits', ms }));

const arbitraryJump: fc.Arbitrary<Passing> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...EDGES).map((toMs) => ({ kind: 'jumps' as const, toMs })) },
  { weight: 1, arbitrary: fc.constantFrom(...FAR_EDGES).map((toMs) => ({ kind: 'jumps' as const, toMs })) },
  {
    weight: 5,
    arbitrary: fc.integer({ min: -40 * DAY_MS, max: 0 }).map((ms) => ({ kind: 'waits' as const, ms })),
  },
);

const arbitrarySpeaker: fc.Arbitrary<Speaker> = fc.constantFrom(null, null, null, null, 0 as const, 1 as const);

const arbitraryOrderlyRequest: fc.Arbitrary<Request> = fc.record({
  kind: fc.constant('request' as const),
  device: fc.constantFrom(0 as const, 0 as const, 0 as const, 1 as const),
  speaker: arbitrarySpeaker,
  request: fc.oneof({ weight: 12, arbitrary: arbitraryAsking }, { weight: 1, arbitrary: arbitraryEnd }),
  delivery: fc.constantFrom('once', 'once', 'once', 'once', 'once', 'once', 'again', 'twice-at-once'),
  opensAnew: fc.nat(19).map((n) => n === 0),
  stamp: fc.constantFrom(0, 0, 0, -500, -2_000),
  attributesDamage: fc.constant([]),
  faults: fc.constant([]),
});

/** Where an envelope can break; `request` itself and what the SDK reads before us included. */
const PLACES = [
  'context',
  'context.System',
  'context.System.device',
  'context.System.device.deviceId',
  'context.System.user',
  'context.System.user.userId',
  'context.System.user.permissions',
  'context.System.person',
  'context.System.person.personId',
  'context.System.apiEndpoint',
  'context.System.apiAccessToken',
  'context.System.application.applicationId',
  'session',
  'session.attributes',
  'session.user',
  'session.new',
  'session.sessionId',
  'request',
  'request.type',
  'request.timestamp',
  'request.locale',
  'request.requestId',
  'request.intent',
  'request.intent.name',
  'request.intent.slots',
  'request.reason',
  'request.cause',
  'version',
].map((path) => path.split('.'));

const arbitraryFault: fc.Arbitrary<EnvelopeFault> = fc.oneof(
  fc.constantFrom(...PLACES).map((path) => ({ path })),
  fc.record({ path: fc.constantFrom(...PLACES), by: arbitraryHostileJson }),
);

const arbitraryHostileAsking: fc.Arbitrary<Request> = fc
  .tuple(
    arbitraryOrderlyRequest,
    fc.oneof({ weight: 2, arbitrary: arbitraryAsking }, { weight: 1, arbitrary: arbitraryHostileRequest }),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -3 * DAY_MS, max: DAY_MS }) },
      { weight: 1, arbitrary: fc.constantFrom(...STRANGE_STAMPS) },
    ),
    fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(arbitraryDamage, { minLength: 1, maxLength: 3 })),
    fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(arbitraryFault, { minLength: 1, maxLength: 2 })),
  )
  .map(([orderly, request, stamp, attributesDamage, faults]) => ({
    ...orderly,
    request,
    stamp,
    attributesDamage,
    faults,
  }));

const arbitraryTroubles: fc.Arbitrary<Troubles> = fc.record({
  settings: fc.constantFrom(null, null, null, ...SETTINGS_TROUBLES),
  // One that hangs takes the skill's full patience, seconds on the wall, every time.
  reminders: fc.constantFrom(null, null, null, ...REMINDERS_TROUBLES.filter((trouble) => trouble !== 'hang')),
  store: fc.constantFrom(null, null, null, null, 'load', 'save', 'erase', 'all', 'lost-answer'),
});

const arbitrarySurroundings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('troubles' as const), troubles: arbitraryTroubles }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('comes-late' as const), back: fc.nat(6) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('moves' as const), zone: fc.constantFrom(...ZONES, ...FAR_ZONES) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('permits' as const),
      state: fc.constantFrom('granted', 'granted', 'denied'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('notice' as const), request: arbitraryNotice }) },
);

const SORT_KEYS = [
  'PROFILE',
  'DAY#',
  'DAY#__proto__',
  'DAY#2026-02-31',
  'DAY#9999-99-99',
  'DAY#2026-11-22',
  'VOICE#',
  'VOICE#constructor',
  'A',
  'Z',
];

const arbitraryHostileSurroundings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 2, arbitrary: arbitrarySurroundings },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('item-damaged' as const),
      which: fc.nat(30),
      sortKey: fc.option(fc.constantFrom(...SORT_KEYS), { freq: 3 }),
      damage: arbitraryDamage,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('moves' as const), zone: fc.constantFrom(...STRANGE_ZONES) }),
  },
);

/** What real devices, real people and failing services do. */
const arbitraryOrderlyStep: fc.Arbitrary<Step> = fc.record({
  passing: arbitraryWait,
  happening: fc.oneof(
    { weight: 7, arbitrary: arbitraryOrderlyRequest },
    { weight: 1, arbitrary: arbitrarySurroundings },
  ),
});

/** Anything. */
const arbitraryHostileStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: arbitraryOrderlyStep },
  {
    weight: 2,
    arbitrary: fc.record({
      passing: fc.oneof({ weight: 3, arbitrary: arbitraryWait }, { weight: 1, arbitrary: arbitraryJump }),
      happening: fc.oneof(
        { weight: 7, arbitrary: arbitraryHostileAsking },
        { weight: 2, arbitrary: arbitraryHostileSurroundings },
      ),
    }),
  },
);

/** Her days, moved to just before it begins. */
const arbitraryStored = (startMs: number): fc.Arbitrary<StoredStart> =>
  fc.record({
    owner: arbitrarySpeaker,
    profile: fc.option(arbitraryProfile),
    days: fc.uniqueArray(
      fc
        .record({
          day: arbitraryDay,
          daysAgo: fc.oneof(fc.nat(9), fc.integer({ min: -3, max: 40 })),
          agoMs: fc.oneof(fc.nat(5 * MINUTE_MS), fc.nat(30 * HOUR_MS)),
        })
        .map(({ day, daysAgo, agoMs }) => lately(day, startMs, daysAgo, agoMs)),
      { maxLength: 12, size: '-1', selector: ({ date }) => date },
    ),
  });

function lately(day: Day, startMs: number, daysAgo: number, agoMs: number): Day {
  const date = addDays(localDate(new Date(startMs).toISOString().slice(0, 10)), -daysAgo);
  const { checkpoint } = day;
  const isSpoken = checkpoint !== null && checkpoint.speakingSinceMs !== null;
  return {
    ...day,
    date,
    changedAtMs: startMs - agoMs,
    checkpoint: isSpoken ? { ...checkpoint, speakingSinceMs: startMs - agoMs } : checkpoint,
  };
}

/** Households of real people, and as many in which anything may happen. */
export const arbitraryHousehold: fc.Arbitrary<FuzzedHousehold> = fc
  .tuple(fc.boolean(), fc.constantFrom(...EDGES))
  .chain(([isOrderly, startMs]) =>
    fc.record({
      isOrderly: fc.constant(isOrderly),
      startMs: fc.constant(startMs),
      zone: fc.constantFrom(...ZONES),
      locale: isOrderly
        ? fc.constantFrom(...LOCALES)
        : fc.oneof(fc.constantFrom(...LOCALES), fc.constantFrom(...STRANGE_LOCALES), arbitraryHostileText),
      screens: fc.boolean(),
      checksSkillId: isOrderly ? fc.constant(true) : fc.boolean(),
      stored: fc.array(arbitraryStored(startMs), { maxLength: 2 }),
      steps: fc.array(isOrderly ? arbitraryOrderlyStep : arbitraryHostileStep, { maxLength: 90, size: 'max' }),
    }),
  );

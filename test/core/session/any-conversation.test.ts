import '../../support/seed';
import fc from 'fast-check';
import { EXERCISE_IDS } from '../../../lambda/core/routine/exercise';
import { isBlank, runAfter } from '../../../lambda/core/session/day';
import type { EndReason, SessionEvent } from '../../../lambda/core/session/event';
import { NEW_PROFILE } from '../../../lambda/core/session/new-profile';
import type { Day } from '../../../lambda/core/session/progress';
import { segmentOf } from '../../../lambda/core/session/settle';
import { transition } from '../../../lambda/core/session/transition';
import { arbitraryDelivery } from '../../support/arbitrary-progress';
import { type Conversation, converse, eventOf, expectAProperEnding, listener, type Said } from '../../support/converse';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** More than any state we have seen, and little beside the 24 kB of a response. */
const MAX_STATE_CHARACTERS = 4_096;

/** What leads through a routine. */
const leading: fc.Arbitrary<Said> = fc.constantFrom(
  ...(['launch', 'start-routine', 'ready', 'ready', 'ready', 'yes', 'no', 'pause', 'resume', 'stop'] as const),
  ...(['next', 'previous', 'repeat', 'start-over', 'list-exercises', 'whats-left', 'streak', 'help'] as const),
  ...(['fallback', 'instructions', 'instructions:kicks', 'instructions:several', 'instructions:unknown'] as const),
  ...(['skip', 'skip:knees', 'skip:plank', 'skip:several', 'skip:unknown'] as const),
);

/** What shapes it, and what is asked beside it. */
const besides: fc.Arbitrary<Said> = fc.constantFrom(
  ...(['practice', 'practice:plank', 'practice:kicks', 'practice:several', 'practice:unknown'] as const),
  ...(['minutes:5', 'minutes:1', 'minutes:0', 'minutes:99', 'minutes:unknown'] as const),
  ...([
    'pace:slower',
    'pace:faster',
    'change-pace',
    'guidance:brief',
    'stops:each-set',
    'stops:straight-through',
  ] as const),
  ...(['hold:20', 'hold:longer', 'hold:shorter', 'hold:600', 'set-plank-hold', 'quiet:on', 'quiet:off'] as const),
  ...(['difficulty:easier', 'difficulty:harder:several', 'difficulty:standard:plank', 'change-difficulty'] as const),
  ...([
    'pain:sharp-pain',
    'pain:chest-pain',
    'report-pain',
    'score:2',
    'score:9',
    'topic:causes',
    'ask-back-pain',
  ] as const),
  ...(['progress', 'log-routine', 'away:5', 'away:over', 'pause-streak', 'delete-data'] as const),
  ...(['set-reminder', 'remind:19', 'remind:evening', 'cancel-reminder', 'permission-answered'] as const),
  ...(['reminder-set', 'reminder-cancelled', 'reminder-failed', 'erase-failed'] as const),
);

const anySaying = fc.oneof({ weight: 2, arbitrary: leading }, { weight: 1, arbitrary: besides });

/** From a breath to days, mostly such as fall into a segment or just after it. */
const anyGapMs = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 200 * SECOND_MS }) },
  { weight: 3, arbitrary: fc.constant(240 * SECOND_MS) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 * HOUR_MS }) },
);

const anyZone = fc.constantFrom('America/New_York', 'America/Los_Angeles', 'Europe/Berlin', 'Australia/Sydney', null);

type Step = { readonly gapMs: number } & (
  | { readonly kind: 'says'; readonly said: Said }
  | { readonly kind: 'ends'; readonly reason: EndReason }
  | { readonly kind: 'returns'; readonly zone: string | null }
  | { readonly kind: 'goes-elsewhere'; readonly says: readonly Said[] }
);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('says' as const), gapMs: anyGapMs, said: anySaying }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('ends' as const),
      gapMs: anyGapMs,
      reason: fc.constantFrom<EndReason>('cut-off', 'no-answer', 'unknown'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('returns' as const), gapMs: anyGapMs, zone: anyZone }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('goes-elsewhere' as const),
      gapMs: anyGapMs,
      says: fc.array(anySaying, { minLength: 1, maxLength: 5 }),
    }),
  },
);

const anyBeginning = fc
  .record({
    atMs: fc.integer({ min: Date.parse('2026-10-20T00:00Z'), max: Date.parse('2026-12-01T00:00Z') }),
    delivery: arbitraryDelivery,
    isNew: fc.boolean(),
  })
  .map(({ atMs, delivery, isNew }) => ({
    at: new Date(atMs).toISOString(),
    profile: isNew ? { ...NEW_PROFILE, delivery } : listener(delivery),
  }));

const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 30 });

it('answers any conversation rightly, and loses nothing in it', () => {
  fc.assert(
    fc.property(anyBeginning, anySteps, (beginning, steps) => {
      const her = converse(beginning);
      for (const step of steps) takeStep(her, step);
    }),
    { numRuns: 80 },
  );
});

it('leads anyone from anywhere to a finished day, with nothing but "ready" and "yes"', () => {
  fc.assert(
    fc.property(anyBeginning, anySteps, anyGapMs, (beginning, steps, gapMs) => {
      const her = converse(beginning);
      for (const step of steps) perform(her, step);
      her.waits(gapMs).returns();
      for (let sessions = 0; sessions < 4 && !isDoneFor(her); sessions += 1) {
        her.returns().says('launch');
        agreeUntilItCloses(her);
      }
      expect(isDoneFor(her)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

function takeStep(her: Conversation, step: Step): void {
  her.waits(step.gapMs);
  if (her.isOver) her.returns();
  const before = her.state;
  const daysBefore = datesAround(her).map((date) => her.day(date));
  perform(her, { ...step, gapMs: 0 });
  for (const day of [...daysBefore, before.day]) if (day) expectGrown(day, dayOf(her, day.date));
  expect(JSON.stringify(her.state).length).toBeLessThan(MAX_STATE_CHARACTERS);
  if (step.kind === 'returns' || step.kind === 'goes-elsewhere') return;
  const event = eventOfStep(step, her.nowMs);
  const [again, actsAgain] = transition(before, event);
  // Her state went through JSON: the same turn played again is the same, and nothing of it is lost on the way.
  expect(again).toStrictEqual(her.state);
  expect(JSON.stringify(actsAgain)).toBe(JSON.stringify(her.acts));
  if (step.kind === 'says') expectAProperEnding(her.acts);
  else expect(her.acts).toEqual([]);
  expect(runAfter(her.today, []).total).toBeGreaterThanOrEqual(runAfter(before.day, []).total);
  expectCoachedAsSheLikes(her);
  expectNoted(her, before.day);
}

function perform(her: Conversation, step: Step): void {
  her.waits(step.gapMs);
  if (her.isOver) her.returns();
  if (step.kind === 'says') her.says(step.said);
  if (step.kind === 'ends') her.ends(step.reason);
  if (step.kind === 'returns') her.returns(step.zone);
  if (step.kind === 'goes-elsewhere') goElsewhere(her, step.says);
}

/** Another device takes over for a few turns, a minute each; then the session on the first one goes on, and learns of it. */
function goElsewhere(her: Conversation, says: readonly Said[]): void {
  const there = her.fork().returns();
  for (const said of says) {
    if (there.isOver) there.returns();
    there.waits(MINUTE_MS).says(said);
  }
  her.waits(says.length * MINUTE_MS).learnsFrom(there);
  // Of a day that began elsewhere her session learns with its first write to it: ledger.test.ts.
  if (there.today.date !== her.today.date) her.returns();
}

function eventOfStep(step: Extract<Step, { kind: 'says' | 'ends' }>, atMs: number): SessionEvent {
  return step.kind === 'says' ? eventOf(step.said, atMs) : { kind: 'ended', reason: step.reason, atMs };
}

function expectGrown(before: Day, after: Day | undefined): void {
  if (after === undefined) {
    expect(isBlank(before)).toBe(true);
    return;
  }
  const lost = EXERCISE_IDS.flatMap((id) => before.setsDone[id].filter((set) => !after.setsDone[id].includes(set)));
  expect(lost).toEqual([]);
  expect(after.activeMs).toBeGreaterThanOrEqual(before.activeMs);
  expect(before.counts && !after.counts).toBe(false);
}

/** What is spoken is what the checkpoint says; where nothing is spoken, nothing new is said to be. */
function expectNoted(her: Conversation, before: Day): void {
  const { checkpoint } = her.today;
  const coached = her.acts.find((act) => act.kind === 'coach');
  if (coached?.kind !== 'coach') {
    expect([null, before.checkpoint?.speakingSinceMs ?? null]).toContain(checkpoint?.speakingSinceMs ?? null);
    return;
  }
  expect(checkpoint?.speakingSinceMs).toBeGreaterThan(her.nowMs);
  expect(checkpoint && JSON.parse(JSON.stringify(segmentOf(her.state, checkpoint)))).toEqual(coached.segment);
  expect(her.day(her.today.date)).toEqual(her.today);
}

/** Whatever is begun is spoken the way she likes it now, in holds of the length she asked for, and only after the disclaimer. */
function expectCoachedAsSheLikes({ acts, state: { profile, day } }: Conversation): void {
  if (!acts.some(({ kind }) => kind === 'coach')) return;
  expect(profile.disclaimerHeardOn).not.toBeNull();
  expect(day.checkpoint?.plan).toMatchObject({ delivery: profile.delivery, quiet: day.quiet });
  for (const { id, difficulty } of day.checkpoint?.plan.exercises ?? [])
    expect(difficulty).toBe(profile.difficulty[id]);
}

function agreeUntilItCloses(her: Conversation): void {
  for (let turns = 0; her.acts.at(-1)?.kind === 'ask' && !isDoneFor(her); turns += 1) {
    expect(turns).toBeLessThan(30);
    if (her.acts.some(({ kind }) => kind === 'coach')) her.hearsOut();
    const last = her.acts.at(-1);
    her.says(last?.kind === 'ask' && last.prompt.kind.startsWith('ask-') ? 'yes' : 'ready');
  }
}

/** The day counts, and nothing of an earlier one is still to be answered. */
function isDoneFor(her: Conversation): boolean {
  return her.today.counts && her.lines('late-day-in').length === 0;
}

function datesAround({ today }: Conversation): readonly string[] {
  const at = Date.parse(`${today.date}T12:00Z`);
  return [-2, -1, 0, 1].map((days) => new Date(at + days * 24 * HOUR_MS).toISOString().slice(0, 10));
}

/** A day as the session knows it, or else as it was kept. */
function dayOf(her: Conversation, date: string): Day | undefined {
  return her.today.date === date ? her.today : her.day(date);
}

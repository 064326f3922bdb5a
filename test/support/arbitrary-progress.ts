import fc from 'fast-check';
import {
  DIFFICULTIES,
  type Difficulty,
  EXERCISE_IDS,
  type ExerciseId,
  type Side,
} from '../../lambda/core/routine/exercise';
import type { Delivery, Plan } from '../../lambda/core/routine/plan';
import type { Checkpoint, Day, Profile, Reminder } from '../../lambda/core/session/progress';
import { type LocalDate, localDate } from '../../lambda/core/streak/local-date';
import { NO_RUN, type Pause, type Run } from '../../lambda/core/streak/run';

/** Any day from 2020 to 2040. */
const arbitraryLocalDate: fc.Arbitrary<LocalDate> = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)));

export const arbitrarySide: fc.Arbitrary<Side> = fc.constantFrom('left', 'right');

export const arbitraryDelivery: fc.Arbitrary<Delivery> = fc.record({
  stops: fc.constantFrom('each-exercise', 'each-set', 'straight-through'),
  guidance: fc.constantFrom('full', 'brief'),
  pace: fc.constantFrom('slower', 'normal', 'faster'),
  plankHoldMs: fc.integer({ min: 5_000, max: 60_000 }),
});

const arbitraryPause: fc.Arbitrary<Pause> = fc
  .tuple(arbitraryLocalDate, arbitraryLocalDate)
  .map(([one, other]) => (one <= other ? { from: one, through: other } : { from: other, through: one }));

export const arbitraryDifficulty: fc.Arbitrary<Difficulty> = fc.constantFrom(...DIFFICULTIES);

const arbitraryReminder: fc.Arbitrary<Reminder> = fc.record({
  token: fc.uuid(),
  time: fc.record({ hour: fc.nat(23), minute: fc.nat(59) }),
});

export const arbitraryProfile: fc.Arbitrary<Profile> = fc.record({
  delivery: arbitraryDelivery,
  difficulty: fc.record(ofEvery(arbitraryDifficulty)),
  disclaimerHeardOn: fc.option(arbitraryLocalDate),
  pauses: fc.array(arbitraryPause, { maxLength: 4 }),
  reminder: fc.option(arbitraryReminder),
});

/** Set indexes that every exercise has, ascending. */
const arbitrarySets = fc.subarray([0, 1]);

const arbitraryPlan: fc.Arbitrary<Plan> = fc.record({
  purpose: fc.constantFrom('routine', 'short', 'practice'),
  exercises: fc.subarray([...EXERCISE_IDS], { minLength: 1 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          sets: fc.subarray([0, 1], { minLength: 1 }),
          difficulty: arbitraryDifficulty,
        }),
      ),
    ),
  ),
  leadSide: arbitrarySide,
  delivery: arbitraryDelivery,
  quiet: fc.boolean(),
  wording: fc.nat(),
});

const arbitraryInstantMs = fc.integer({ min: 1_577_836_800_000, max: 2_240_524_800_000 });

/** A plan and a point inside it. */
const arbitraryCheckpoint: fc.Arbitrary<Checkpoint> = arbitraryPlan.chain((plan) =>
  fc.nat({ max: plan.exercises.length - 1 }).chain((exercise) =>
    fc.record({
      plan: fc.constant(plan),
      at: fc.record({
        exercise: fc.constant(exercise),
        set: fc.nat({ max: (plan.exercises[exercise]?.sets.length ?? 1) - 1 }),
        part: fc.constantFrom('setup' as const, 'work' as const),
      }),
      repsDone: fc.nat(10),
      speakingSinceMs: fc.option(arbitraryInstantMs),
    }),
  ),
);

/** A run whose figures agree; its dates are in order. */
const arbitraryRun: fc.Arbitrary<Run> = fc.oneof(
  fc.constant(NO_RUN),
  fc
    .record({
      days: fc.integer({ min: 1, max: 400 }),
      moreInLongest: fc.nat(400),
      moreInAll: fc.nat(400),
      dates: fc.tuple(arbitraryLocalDate, arbitraryLocalDate, arbitraryLocalDate),
      hasForgiven: fc.boolean(),
    })
    .map(({ days, moreInLongest, moreInAll, dates, hasForgiven }) => {
      const [firstDone, forgiven, lastDone] = dates.toSorted() as [LocalDate, LocalDate, LocalDate];
      const longest = days + moreInLongest;
      return {
        days,
        longest,
        total: longest + moreInAll,
        firstDone,
        lastDone,
        forgiven: hasForgiven ? forgiven : null,
      };
    }),
);

export const arbitraryDay: fc.Arbitrary<Day> = fc.record({
  date: arbitraryLocalDate,
  zone: fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Chatham', 'UTC'),
  changedAtMs: arbitraryInstantMs,
  setsDone: fc.record(ofEvery(arbitrarySets)),
  skipped: fc.subarray([...EXERCISE_IDS]),
  activeMs: fc.nat(3_600_000),
  counts: fc.boolean(),
  nextLeadSide: arbitrarySide,
  before: arbitraryRun,
  told: fc.record({ total: fc.nat(400), spanDays: fc.nat(400) }),
  quiet: fc.boolean(),
  checkpoint: fc.option(arbitraryCheckpoint),
});

function ofEvery<T>(arbitrary: fc.Arbitrary<T>): Record<ExerciseId, fc.Arbitrary<T>> {
  return Object.fromEntries(EXERCISE_IDS.map((id) => [id, arbitrary])) as Record<ExerciseId, fc.Arbitrary<T>>;
}

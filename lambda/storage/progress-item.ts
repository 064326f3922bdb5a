import type { Change, ListenerKey, Stored, StoredDay, StoredProgress } from '../core/ports';
import { DIFFICULTIES, EXERCISE_IDS } from '../core/routine/exercise';
import type { Delivery, Plan, PlannedExercise, Point } from '../core/routine/plan';
import type { Checkpoint, Day, Profile, Reminder } from '../core/session/progress';
import { isLocalDate, isTimeZone, type LocalDate } from '../core/streak/local-date';
import { type Reached, reachedBy } from '../core/streak/milestone';
import { countDay, type Pause, type Run } from '../core/streak/run';
import { type Attributes, fromAttributes, toAttributes } from './attribute-value';
import {
  keyedBy,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  type Read,
  record,
  ShapeError,
  such,
  text,
  whole,
  yesOrNo,
} from './reading';
import {
  DAYS_PER_READ,
  dateInSortKey,
  daySortKey,
  PARTITION_KEY,
  PROFILE_SORT_KEY,
  SORT_KEY,
  voiceSortKey,
} from './table-shape';

/**
 * The schema number of what this release writes, of every kind. Raise it when an older release would misread the new shape; then
 * keep reading every older one and add its fixture under `test/fixtures/stored`. An attribute that older releases can do without needs none.
 */
const SCHEMA = 1;

/**
 * Write an item as it is stored: its keys, its schema, its version and the fields of a profile or a day, nothing else.
 * @param listener - under whose key: the account's for the note of a voice, her own for all else
 * @throws ShapeError when it could not be read back: a fault of ours, stopped here because a bad item would shut her out of her own day
 */
export function toItem(listener: ListenerKey, change: Change, version: number): Attributes {
  const head = { [PARTITION_KEY]: listener, [SORT_KEY]: sortKeyOf(change), schema: SCHEMA, version };
  switch (change.kind) {
    case 'profile':
      return toAttributes({ ...head, ...profile(change.value, 'profile') });
    case 'day':
      return toAttributes({ ...head, ...dayFields(change.value, 'day') });
    case 'member':
      return toAttributes(head);
  }
}

/** Read one listener's items, newest first, as one read brings them. What cannot be read is told as such; nothing throws. */
export function fromItems(items: readonly Attributes[]): StoredProgress {
  const profileItem = items.find((item) => sortKeyIn(item) === PROFILE_SORT_KEY);
  return {
    profile: profileItem === undefined ? { kind: 'none' } : fromItem(profileItem, profile),
    days: items.flatMap(dayIn).slice(0, DAYS_PER_READ),
  };
}

function sortKeyOf(change: Change): string {
  switch (change.kind) {
    case 'profile':
      return PROFILE_SORT_KEY;
    case 'day':
      return daySortKey(localDate(change.value.date, 'day.date'));
    case 'member':
      return voiceSortKey(change.value);
  }
}

function sortKeyIn(item: Attributes): string {
  return item[SORT_KEY]?.S ?? '';
}

function dayIn(item: Attributes): StoredDay[] {
  const date = dateInSortKey(sortKeyIn(item));
  if (date === null) return [];
  return [{ date, item: fromItem(item, (found, at) => dayOn(localDate(date, at), dayFields(found, at))) }];
}

/** On a day stored before milestones were noted, those that it had reached were told. Pauses change nothing about how far her days have come. */
function dayOn(date: LocalDate, { told, ...fields }: DayFields): Day {
  const run = fields.counts ? countDay(fields.before, date, []) : fields.before;
  return { ...fields, date, told: told ?? reachedBy(run) };
}

function fromItem<T>(item: Attributes, read: Read<T>): Exclude<Stored<T>, { kind: 'none' }> {
  const found = fromAttributes(item);
  try {
    if (whole(1)(found.schema, 'schema') > SCHEMA) return { kind: 'unreadable', reason: 'from-the-future' };
    return { kind: 'found', value: read(found, 'item'), version: whole(1)(found.version, 'version') };
  } catch (error) {
    if (error instanceof ShapeError) return { kind: 'unreadable', reason: 'damaged' };
    throw error;
  }
}

const localDate: Read<LocalDate> = (found, at) => {
  const date = text(found, at);
  if (isLocalDate(date)) return date;
  throw new ShapeError(at, 'a date');
};

/** Epoch milliseconds, up to the last that a clock can show. */
const instant = whole(0, 8_640_000_000_000_000);

const exerciseId = oneOf(EXERCISE_IDS);

const side = oneOf(['left', 'right']);

/** No dose comes near it; wider than today's doses, so that a day stays readable when a dose is changed. */
const MOST_SETS = 20;

const setIndexes = such(
  listOf(whole(0, MOST_SETS - 1)),
  (sets) => sets.every((set, index) => index === 0 || set > (sets[index - 1] ?? 0)),
  'ascending, each set once',
);

const delivery: Read<Delivery> = record({
  stops: oneOf(['each-exercise', 'each-set', 'straight-through']),
  guidance: oneOf(['full', 'brief']),
  pace: oneOf(['slower', 'normal', 'faster']),
  plankHoldMs: whole(5_000, 60_000),
});

const pause: Read<Pause> = such(
  record({ from: localDate, through: localDate }),
  ({ from, through }) => from <= through,
  'a pause that ends no earlier than it begins',
);

const difficulty = oneOf(DIFFICULTIES);

const reminder: Read<Reminder> = record({
  token: text,
  time: record({ hour: whole(0, 23), minute: whole(0, 59) }),
});

/** What is absent from an item was not known yet when it was written. */
const profile: Read<Profile> = record({
  delivery,
  difficulty: orAbsent(keyedBy(EXERCISE_IDS, difficulty, 'standard'), {}),
  disclaimerHeardOn: orNull(localDate),
  pauses: listOf(pause),
  reminder: orAbsent(orNull(reminder), null),
});

const plannedExercise: Read<PlannedExercise> = record({
  id: exerciseId,
  sets: setIndexes,
  difficulty: orAbsent(difficulty, 'standard'),
});

const plan: Read<Plan> = record({
  purpose: orAbsent(oneOf(['routine', 'short', 'practice']), 'routine'),
  exercises: listOf(plannedExercise),
  leadSide: side,
  delivery,
  quiet: orAbsent(yesOrNo, false),
  wording: whole(0),
});

const point: Read<Point> = record({ exercise: whole(0), set: whole(0), part: oneOf(['setup', 'work']) });

const checkpoint: Read<Checkpoint> = such(
  record({ plan, at: point, repsDone: whole(0), speakingSinceMs: orNull(instant) }),
  ({ plan: { exercises }, at }) => at.set < (exercises[at.exercise]?.sets.length ?? 0),
  'at a point inside its plan',
);

const run: Read<Run> = such(
  record({
    days: whole(0),
    longest: whole(0),
    total: whole(0),
    firstDone: orNull(localDate),
    lastDone: orNull(localDate),
    forgiven: orNull(localDate),
  }),
  ({ days, longest, total, firstDone, lastDone }) =>
    days <= longest &&
    longest <= total &&
    (total === 0) === (firstDone === null) &&
    (total === 0) === (lastDone === null),
  'a run whose figures agree',
);

const reached: Read<Reached> = record({ total: whole(0), spanDays: whole(0) });

type DayFields = Omit<Day, 'date' | 'told'> & { readonly told: Reached | null };

const dayFields = record<DayFields>({
  zone: such(text, isTimeZone, 'a time zone'),
  changedAtMs: instant,
  // A day stored before an exercise was added has none of its sets. One we do not know is not ours to drop.
  setsDone: keyedBy(EXERCISE_IDS, setIndexes, []),
  skipped: listOf(exerciseId),
  activeMs: whole(0),
  counts: yesOrNo,
  nextLeadSide: side,
  before: run,
  told: orAbsent(orNull(reached), null),
  quiet: orAbsent(yesOrNo, false),
  checkpoint: orNull(checkpoint),
});

import { DIFFICULTIES, EXERCISE_IDS, type ExerciseId } from '../lambda/core/routine/exercise';
import { DEFAULT_DELIVERY } from '../lambda/core/routine/plan';
import { TOPICS } from '../lambda/core/safety/back-pain';
import type { Dose, Line, LineOf, PastDay, Standing, Where } from '../lambda/core/speech/line';
import type { Words } from '../lambda/core/speech/words';
import { MILESTONE_DAYS } from '../lambda/core/streak/milestone';
import { doseOf } from '../lambda/core/timeline/dose';

/** All the wordings of one kind of line, for everything in it that can make a difference to its words. */
export interface LineTexts {
  readonly kind: Line['kind'];
  readonly texts: readonly string[];
}

/** Collect what a language says outside the timeline. */
export function lineTexts(words: Words): LineTexts[] {
  return (Object.keys(SAMPLE_LINES) as Line['kind'][]).map((kind) => ({
    kind,
    texts: SAMPLE_LINES[kind].flatMap((line) => wordingsOf(line, words)),
  }));
}

/** Every wording of a line. */
export function wordingsOf(line: Line, words: Words): readonly string[] {
  return (words.lines[line.kind] as (line: Line) => readonly string[])(line);
}

const STANDINGS: readonly Standing[] = [
  { days: 0, total: 0, longest: 0, doneToday: false },
  { days: 0, total: 5, longest: 3, doneToday: false },
  { days: 1, total: 1, longest: 1, doneToday: false },
  { days: 1, total: 9, longest: 7, doneToday: true },
  { days: 4, total: 11, longest: 7, doneToday: true },
  { days: 400, total: 1_421, longest: 500, doneToday: false },
];

const WHERES: readonly Where[] = [
  { exercise: 'bridge-march', set: null, side: null, repsDone: 0 },
  { exercise: 'elevated-plank', set: 1, side: null, repsDone: 0 },
  { exercise: 'donkey-kicks', set: 2, side: 'left', repsDone: 9 },
  { exercise: 'bridge-abduction-adduction', set: 1, side: null, repsDone: 1 },
];

const SOME: readonly (readonly ExerciseId[])[] = [['donkey-kicks'], ['bridge-march', 'elevated-plank'], EXERCISE_IDS];
const PAST_DAYS: readonly PastDay[] = [1, 2, 3, 4, 5, 6, 7, 8, 21, 40].map((daysAgo) => ({
  daysAgo,
  weekday: daysAgo % 7,
}));
const PAUSES = [1, 2, 7, 14, 90];
const MINUTES = [1, 5, 10];
const TIMES = [
  { hour: 0, minute: 0 },
  { hour: 1, minute: 30 },
  { hour: 7, minute: 5 },
  { hour: 12, minute: 0 },
  { hour: 13, minute: 0 },
  { hour: 20, minute: 45 },
  { hour: 23, minute: 59 },
];

const of = <K extends Line['kind'], F extends keyof LineOf<K>>(kind: K, field: F, values: readonly LineOf<K>[F][]) =>
  values.map((value) => ({ kind, [field]: value }) as unknown as LineOf<K>);

const alone = <K extends Line['kind']>(kind: K) => [{ kind } as LineOf<K>];

const doses = (exercise: ExerciseId): (Dose & { readonly exercise: ExerciseId })[] =>
  DIFFICULTIES.flatMap((difficulty) =>
    (['left', 'right'] as const).map((leadSide) => ({
      exercise,
      ...doseOf({ leadSide, delivery: DEFAULT_DELIVERY }, { id: exercise, difficulty }),
    })),
  );

/** A new kind of line does not compile until it stands here. */
const SAMPLE_LINES: { readonly [K in Line['kind']]: readonly LineOf<K>[] } = {
  welcome: alone('welcome'),
  disclaimer: alone('disclaimer'),
  'first-place': alone('first-place'),
  greeting: of('greeting', 'standing', STANDINGS),
  starting: alone('starting'),
  'from-the-top': alone('from-the-top'),
  'you-were-at': of('you-were-at', 'where', WHERES),
  'picking-up': of('picking-up', 'where', WHERES),
  position: of('position', 'exercise', EXERCISE_IDS),
  'done-today': of('done-today', 'standing', STANDINGS),
  paused: alone('paused'),
  'no-rush': alone('no-rush'),
  'set-counted': alone('set-counted'),
  'going-back': alone('going-back'),
  kept: of('kept', 'where', WHERES),
  goodbye: alone('goodbye'),
  finished: of('finished', 'standing', STANDINGS),
  milestone: of('milestone', 'milestone', [
    ...MILESTONE_DAYS.map((total) => ({ kind: 'days-done', total }) as const),
    { kind: 'three-months' },
  ]),
  'finished-unseen': alone('finished-unseen'),
  'finished-without': SOME.flatMap((exercises) =>
    [true, false].map((begun) => ({ kind: 'finished-without', exercises, begun }) as const),
  ),
  'late-day-in': of('late-day-in', 'standing', STANDINGS),
  instructions: of('instructions', 'exercise', EXERCISE_IDS),
  'exercise-list': alone('exercise-list'),
  'whats-left': WHERES.flatMap((where) =>
    [[], ...SOME].flatMap((after) =>
      MINUTES.map((minutes) => ({ kind: 'whats-left', where, after, minutes }) as const),
    ),
  ),
  'routine-length': SOME.map((exercises) => ({ kind: 'routine-length', exercises, minutes: 10 })),
  streak: STANDINGS.flatMap((standing) =>
    [null, 1, 4].map((exercisesLeft) => ({ kind: 'streak', standing, exercisesLeft }) as const),
  ),
  'streak-is-paused': of('streak-is-paused', 'days', PAUSES),
  progress: [null, { daysAgo: 0, weekday: 3 }, ...PAST_DAYS].flatMap((last) =>
    [0, 1, 7].map((inSevenDays) => ({ kind: 'progress', inSevenDays, total: last === null ? 0 : 11, last }) as const),
  ),
  forgiven: PAST_DAYS.map((day) => ({ kind: 'forgiven', ...day })),
  'days-unseen': alone('days-unseen'),
  skipped: of('skipped', 'exercise', EXERCISE_IDS),
  'already-done': of('already-done', 'exercise', EXERCISE_IDS),
  'nothing-to-skip': alone('nothing-to-skip'),
  'unknown-exercise': alone('unknown-exercise'),
  'short-routine': [[], ...SOME].flatMap((exercises) =>
    MINUTES.map((minutes) => ({ kind: 'short-routine', exercises, minutes }) as const),
  ),
  practice: alone('practice'),
  'pace-changed': of('pace-changed', 'pace', ['slower', 'normal', 'faster']),
  'plank-hold-changed': of('plank-hold-changed', 'seconds', [5, 15, 21, 60]),
  'plank-hold-out-of-range': alone('plank-hold-out-of-range'),
  'difficulty-changed': EXERCISE_IDS.flatMap(doses).flatMap(({ exercise, ...dose }) =>
    [null, dose].map(
      (told) => ({ kind: 'difficulty-changed', exercise, difficulty: dose.difficulty, dose: told }) as const,
    ),
  ),
  'guidance-changed': of('guidance-changed', 'guidance', ['full', 'brief']),
  'stops-changed': of('stops-changed', 'stops', ['each-exercise', 'each-set', 'straight-through']),
  'quiet-changed': of('quiet-changed', 'on', [true, false]),
  'get-help': of('get-help', 'advice', [
    'emergency',
    'medical-care',
    'maternity-service',
    'emergency-department',
    'crisis',
  ]),
  'stop-exercise': alone('stop-exercise'),
  'rest-today': alone('rest-today'),
  soften: alone('soften'),
  'see-a-professional': alone('see-a-professional'),
  'back-pain': of('back-pain', 'topic', TOPICS),
  logged: of('logged', 'standing', STANDINGS),
  'not-logged': alone('not-logged'),
  'streak-paused': of('streak-paused', 'days', PAUSES),
  'streak-paused-at-most': of('streak-paused-at-most', 'days', [90]),
  'pause-over': alone('pause-over'),
  'no-pause': alone('no-pause'),
  'not-understood-number': alone('not-understood-number'),
  'needs-permission': alone('needs-permission'),
  'permission-denied': alone('permission-denied'),
  'permission-not-answered': alone('permission-not-answered'),
  'reminder-set': of('reminder-set', 'time', TIMES),
  'reminder-not-set': alone('reminder-not-set'),
  'reminder-cancelled': alone('reminder-cancelled'),
  'no-reminder': alone('no-reminder'),
  'reminder-trouble': of('reminder-trouble', 'trouble', [
    'not-permitted',
    'not-on-this-device',
    'too-many',
    'unavailable',
  ]),
  'reminder-text': alone('reminder-text'),
  erased: alone('erased'),
  'not-erased': alone('not-erased'),
  'erase-failed': alone('erase-failed'),
  'not-caught': alone('not-caught'),
  'help-before': alone('help-before'),
  'help-during': alone('help-during'),
  'not-saved': alone('not-saved'),
  'not-read': alone('not-read'),
  'not-kept': alone('not-kept'),
  'not-noted': alone('not-noted'),
  trouble: alone('trouble'),
  'say-im-ready': alone('say-im-ready'),
  'say-ready': alone('say-ready'),
  'say-ready-for-exercise': of('say-ready-for-exercise', 'exercise', EXERCISE_IDS),
  'say-ready-for-set': [
    { kind: 'say-ready-for-set', set: 2, side: null },
    { kind: 'say-ready-for-set', set: 3, side: null },
    { kind: 'say-ready-for-set', set: 2, side: 'left' },
  ],
  'say-ready-to-go-on': of('say-ready-to-go-on', 'where', WHERES),
  'say-ready-when-back': alone('say-ready-when-back'),
  'still-here': alone('still-here'),
  'say-done': alone('say-done'),
  'ask-start': alone('ask-start'),
  'ask-go-on': alone('ask-go-on'),
  'ask-again': alone('ask-again'),
  'ask-start-over': alone('ask-start-over'),
  'ask-finished': of('ask-finished', 'exercise', EXERCISE_IDS),
  'ask-which': of('ask-which', 'among', SOME),
  'ask-which-place': of('ask-which-place', 'among', SOME),
  'which-one': alone('which-one'),
  'ask-minutes': alone('ask-minutes'),
  'ask-plank-seconds': alone('ask-plank-seconds'),
  'ask-pace': alone('ask-pace'),
  'ask-difficulty': alone('ask-difficulty'),
  'ask-guidance': alone('ask-guidance'),
  'ask-stops': alone('ask-stops'),
  'ask-easier-or-skip': of('ask-easier-or-skip', 'exercise', EXERCISE_IDS),
  'ask-skip-or-stop': of('ask-skip-or-stop', 'exercise', EXERCISE_IDS),
  'ask-how-it-feels': alone('ask-how-it-feels'),
  'ask-topic': alone('ask-topic'),
  'ask-log-routine': alone('ask-log-routine'),
  'ask-pause-days': alone('ask-pause-days'),
  'ask-reminder-time': of('ask-reminder-time', 'part', [null, 'morning', 'afternoon', 'evening', 'night']),
  'ask-confirm-reminder': TIMES.flatMap((time) =>
    [true, false].map((inTheNight) => ({ kind: 'ask-confirm-reminder', time, inTheNight }) as const),
  ),
  'ask-erase': alone('ask-erase'),
};

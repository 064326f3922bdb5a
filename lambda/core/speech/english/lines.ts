import type { ReminderTrouble } from '../../session/event';
import type { LineOf } from '../line';
import type { ExerciseWords, Words } from '../words';
import type { RegionalWords } from './english-regions';
import { EXERCISE_NAMES } from './exercises';
import { capital, cardinal, clockTime, inMinutes, inWeeksOrDays } from './numbers';
import { fromItsStart, listed, placeOf } from './place';
import { aboutBackPain, helpNow } from './safety';
import { dayOff, greetings, inARow, milestoneWords, progressWords, todayStands } from './standing';

/** What is said outside the timeline, in the words of a region. */
export function linesFor(region: RegionalWords, exercises: Words['exercises']): Words['lines'] {
  return {
    welcome: () => [
      "Welcome to My Back Routine. I'll talk you through four floor exercises for your lower back, in about ten minutes.",
    ],
    disclaimer: () => [
      `This is general exercise guidance, not medical advice, so first check with your ${region.doctor} that you're cleared to exercise. Stop if anything hurts. If you feel dizzy or short of breath, or start to bleed, stop and get medical help.`,
    ],
    'first-place': () => [
      `Put your baby somewhere safe, clear of your feet and knees, and have a steady chair or ${region.couch} nearby. To stop me at any moment, say my name, then pause.`,
    ],
    greeting: ({ standing }) => greetings(standing),
    starting: () => ["Let's begin.", 'Here we go.', "Good, let's start."],
    'from-the-top': () => ['From the top.', 'From the beginning.'],
    'you-were-at': ({ where }) => [
      `Welcome back. You were ${placeOf(where)}.`,
      `Good to have you back. You were ${placeOf(where)}.`,
    ],
    'picking-up': ({ where }) => [`Picking up ${placeOf(where)}.${fromItsStart(where)}`],
    position: ({ exercise }) => [exercises[exercise].position.lean],
    'done-today': ({ standing }) => [
      `Today's routine is already in: ${inARow(standing)}.`,
      `You've done today's already: ${inARow(standing)}.`,
    ],
    paused: () => [
      'Of course. Your place is safe.',
      'Take all the time you need. Your place is kept.',
      "No hurry. I've kept your place.",
    ],
    'no-rush': () => ['No rush at all.', 'Take your time.'],
    'set-counted': () => ["Good, that set's in. Rest as long as you like.", 'That set counts. Take a rest.'],
    'going-back': () => ['Going back one.', 'Back we go.'],
    kept: ({ where }) => [`I've kept your place, ${placeOf(where)}. Bye for now.`],
    goodbye: () => ['Okay. Bye for now.', 'Take care. Bye for now.'],
    finished: ({ standing }) => [
      `Today's in: ${inARow(standing)}. Rest well.`,
      `That's today done: ${inARow(standing)}. Take care of yourself.`,
      `All done for today: ${inARow(standing)}. Lovely work.`,
      `And today counts: ${inARow(standing)}. Be well.`,
    ],
    milestone: ({ milestone }) => milestoneWords(milestone, region),
    'finished-unseen': () => ["Well done. I can't see your days just now, but they're safe."],
    'finished-without': ({ exercises: left, begun }) => [
      `${begun ? 'Nicely done. ' : ''}Today still has room for the ${listed(left)}, any time before three in the morning.`,
    ],
    'late-day-in': ({ standing }) => [`Lovely, that day counts: ${inARow(standing)}.`],
    instructions: ({ exercise }) => [howTo(exercises[exercise].instructions)],
    'exercise-list': () => [
      `There are four. The bridge with knees together and apart, two sets of ten. The bridge march, two sets of ten. The donkey kick, ten on each leg. And the elevated plank, three holds. All you need is the floor, and a steady chair, ${region.couch} or wall for the plank.`,
    ],
    'whats-left': ({ where, after, minutes }) => [
      `You're ${placeOf(where)}. ${after.length === 0 ? "That's the last exercise" : `After that comes the ${listed(after)}`}. About ${inMinutes(minutes)} to go.`,
    ],
    'routine-length': ({ exercises: planned, minutes }) => [
      `Today's routine is the ${listed(planned)}. That takes about ${inMinutes(minutes)}.`,
    ],
    streak: ({ standing, exercisesLeft }) => [`${capital(inARow(standing))}.${todayStands(standing, exercisesLeft)}`],
    'streak-is-paused': ({ days }) => [
      `You're on pause ${days === 1 ? 'until the end of today' : `for ${inWeeksOrDays(days, 'more ')}`}.`,
    ],
    progress: (line) => [progressWords(line)],
    forgiven: (day) => [`${dayOff(day)} was a day off, and your days in a row carry on.`],
    'days-unseen': () => [
      "I can't see your days just now. They're safe.",
      "Your days are out of my sight just now. They're safe.",
    ],
    skipped: ({ exercise }) => [`Okay, no ${EXERCISE_NAMES[exercise]} today.`],
    'already-done': ({ exercise }) => [`You've already done the ${EXERCISE_NAMES[exercise]} today.`],
    'nothing-to-skip': () => ["There's nothing to skip just now."],
    'unknown-exercise': () => ["That one isn't in this routine."],

    'short-routine': ({ exercises: planned, minutes }) => {
      const named = planned.length === 0 ? '' : `: the ${listed(planned)}`;
      return [`Let's take about ${inMinutes(minutes)}${named}.`, `A short one, about ${inMinutes(minutes)}${named}.`];
    },
    practice: () => ['Just the one today.', 'Just that one.'],
    'pace-changed': ({ pace }) => [
      { slower: 'Slower from here.', normal: 'Back to the usual pace.', faster: 'A little quicker from here.' }[pace],
    ],
    'plank-hold-changed': ({ seconds }) => [`Planks of ${cardinal(seconds)} seconds from now on.`],
    'plank-hold-out-of-range': () => ['A plank can last from five to sixty seconds.'],
    'difficulty-changed': (line) => [difficultyChanged(line, exercises)],
    'guidance-changed': ({ guidance }) => [
      guidance === 'brief' ? "I'll use fewer words." : "I'll tell you everything again.",
    ],
    'stops-changed': ({ stops }) => [
      {
        'each-set': "I'll wait after every set.",
        'each-exercise': "I'll wait before each exercise.",
        'straight-through': "I'll keep going, with as few stops as I can.",
      }[stops],
    ],
    'quiet-changed': ({ on }) => [on ? "I'll whisper." : 'Back to my usual voice.'],

    'get-help': ({ advice }) => [helpNow(advice, region)],
    'stop-exercise': () => ['Please stop there, and rest a moment.'],
    'rest-today': () => ['Please stop there, and rest for today.'],
    soften: () => ["Let's go softer: smaller, slower, and rest when you like."],
    'see-a-professional': () => [`If it lasts, it's a good idea to ask ${region.pelvicTherapist}.`],
    'back-pain': ({ topic }) => aboutBackPain(topic, region),

    logged: ({ standing }) => [
      `Good, today's in: ${inARow(standing)}.`,
      `Lovely, I've counted it: ${inARow(standing)}.`,
      `It's counted: ${inARow(standing)}.`,
    ],
    'not-logged': () => ["Okay, I won't count it.", "That's fine, I won't count it."],
    'streak-paused': ({ days }) => [
      `Your days in a row are on pause for ${inWeeksOrDays(days)}. They'll wait for you.`,
    ],
    'streak-paused-at-most': ({ days }) => [
      `The longest pause is ${inWeeksOrDays(days)}, so that's what I've set. Your days will wait for you.`,
    ],
    'pause-over': () => ['Good to have you back. Your days in a row carry on.'],
    'no-pause': () => ["Your days in a row aren't on pause."],
    'not-understood-number': () => ["Sorry, I didn't catch the number."],

    'needs-permission': () => ['For a reminder, I need your permission first.'],
    'permission-denied': () => ["All right, I won't. You can allow reminders in the Alexa app whenever you like."],
    'permission-not-answered': () => ["I didn't get an answer, so I'll leave it as it is."],
    'reminder-set': ({ time }) => [`Done. Every day at ${clockTime(time)}.`],
    'reminder-not-set': () => ["Okay, I haven't set it."],
    'reminder-cancelled': () => ['Your reminder is off.'],
    'no-reminder': () => ["You don't have a reminder set."],
    'reminder-trouble': ({ trouble }) => [REMINDER_TROUBLES[trouble]],
    'reminder-text': () => ['Time for your ten minutes.'],

    erased: () => ["It's done. Everything I kept about you is gone."],
    'not-erased': () => ["Okay, I've kept everything."],
    'erase-failed': () => ["I couldn't delete everything just now. Please ask me again a little later."],

    'not-caught': () => ["Sorry, I didn't catch that.", 'I missed that, sorry.'],
    'help-before': () => [
      'I lead you through four exercises for your lower back, in about ten minutes, or fewer if you say how many. You can ask how to do one, or how many days in a row you have. I can go slower, easier, or quietly, and remind you every day.',
    ],
    'help-during': () => [
      'Your place is kept. You can say ready, pause, repeat, next, or skip this one. You can ask how to do an exercise. To change things, say slower, easier, or quiet mode. And if something hurts, tell me.',
    ],
    'not-saved': () => ["I can't save just now, so today may not be kept, but we can carry on."],
    'not-read': () => ["I can't see your days just now. They're safe, but today may not be kept."],
    'not-kept': () => ["I couldn't save just now, so I may not remember this next time."],
    'not-noted': () => ["I couldn't note that. Please ask me again later."],
    trouble: () => ["Sorry, that didn't work on my side. Your place is safe."],

    'say-im-ready': () => ["Say I'm ready, when you'd like to begin."],
    'say-ready': () => ["Say ready when you're in place.", "Say ready when you're set."],
    'say-ready-for-exercise': ({ exercise }) => [`Say ready for the ${EXERCISE_NAMES[exercise]}.`],
    'say-ready-for-set': ({ set, side }) => [
      `Say ready for set ${cardinal(set)}${side === null ? '' : `, ${side} leg`}.`,
    ],
    'say-ready-to-go-on': ({ where }) => [`Say ready to go on ${placeOf({ ...where, repsDone: 0 })}.`],
    'say-ready-when-back': () => ["Say ready when you're back."],
    'still-here': () => ["I'm here. Say ready to go on."],
    'say-done': () => ["Say done when you've caught your breath."],
    'ask-start': () => ['Shall we start your routine?', 'Would you like to start now?'],
    'ask-go-on': () => ['Shall we go on from there?', 'Would you like to carry on?'],
    'ask-again': () => ['Would you like to do it again?'],
    'ask-start-over': () => ['Would you like to start from the beginning instead?'],
    'ask-finished': ({ exercise }) => [`Did you finish the ${EXERCISE_NAMES[exercise]} last time?`],
    'ask-which': ({ among }) => [`Which one do you mean: the ${listed(among, 'or')}?`],
    'ask-which-place': ({ among }) => [`Which one were you at: the ${listed(among, 'or')}?`],
    'which-one': () => ['Which exercise would that be?'],
    'ask-minutes': () => ['How many minutes do you have?'],
    'ask-plank-seconds': () => ['How many seconds would you like?'],
    'ask-pace': () => ['Would you like it slower, normal, or faster?'],
    'ask-difficulty': () => ['Would you like it easier, standard, or harder?'],
    'ask-guidance': () => ['Would you like brief guidance, or full?'],
    'ask-stops': () => ['Shall I stop after each set, after each exercise, or go straight through?'],
    'ask-easier-or-skip': ({ exercise }) => [`Would you like an easier ${EXERCISE_NAMES[exercise]}, or skip it today?`],
    'ask-skip-or-stop': ({ exercise }) => [`Shall we skip the ${EXERCISE_NAMES[exercise]}, or stop for today?`],
    'ask-how-it-feels': () => ['Ease off for a moment. Is it sharp or strong, or just tired?'],
    'ask-topic': () => ['About which: causes, relief, recovery time, professional help, or safety?'],
    'ask-log-routine': () => ["Shall I count today's routine as done, all four exercises?"],
    'ask-pause-days': () => ['How many days would you like to pause?'],
    'ask-reminder-time': ({ part }) => [part === null ? 'What time shall I remind you?' : TIME_QUESTIONS[part]],
    'ask-confirm-reminder': ({ time, inTheNight }) => [
      `${inTheNight ? 'It rings out loud, even at night. ' : ''}Shall I remind you of your ten minutes every day at ${clockTime(time)}?`,
    ],
    'ask-erase': () => ['That removes your days, your settings and your reminder for good. Shall I delete everything?'],
  };
}

const TIME_QUESTIONS: Readonly<Record<NonNullable<LineOf<'ask-reminder-time'>['part']>, string>> = {
  morning: 'What time in the morning?',
  afternoon: 'What time in the afternoon?',
  evening: 'What time in the evening?',
  night: 'What time at night?',
};

const REMINDER_TROUBLES: Readonly<Record<ReminderTrouble, string>> = {
  'not-permitted':
    "I don't have permission for reminders yet. You can allow them for My Back Routine in the Alexa app.",
  'not-on-this-device': "This device doesn't take reminders. Please ask me on another one.",
  'too-many': 'Alexa has no room for one more reminder. Remove one in the Alexa app, then ask me again.',
  unavailable: "I can't reach your reminders just now. Please ask me again a little later.",
};

function difficultyChanged(
  { exercise, difficulty, dose }: LineOf<'difficulty-changed'>,
  exercises: Words['exercises'],
): string {
  const form = difficulty === 'standard' ? 'usual' : difficulty;
  if (dose === null) return `We'll do the ${form} form.`;
  const { name, variation, dose: doseOf } = exercises[exercise];
  const different = difficulty === 'standard' ? '' : ` ${variation[difficulty]}`;
  return `Here's the ${form} ${name}.${different} ${doseOf(dose)}`;
}

function howTo({ steps, watchFor, purpose, easier, harder }: ExerciseWords['instructions']): string {
  return [steps, watchFor, purpose, easier, harder].join(' ');
}

import type { ExerciseId, Side } from '../routine/exercise';
import type { Milestone } from '../streak/milestone';
import type { Standing, Where } from './line';
import type { CoachingWords, ExerciseWords, Wordings, Words } from './words';

const UP_TO_NINETEEN = (
  'zero one two three four five six seven eight nine ten ' +
  'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
).split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const bridgePosition = {
  full: 'Lie on your back, knees bent, feet flat and hip width apart.',
  lean: 'On your back, knees bent, feet flat.',
};

const bridgeStart = {
  full: ['Breathe in.', 'Breathe out, belly in, low back flat, squeeze your glutes, and lift your hips.'],
  lean: ['Breathe in.', 'Breathe out, belly in, and lift.'],
};

const exercises: Readonly<Record<ExerciseId, ExerciseWords>> = {
  'bridge-abduction-adduction': {
    name: 'bridge with knees together and apart',
    dose: () => 'Two sets of ten.',
    position: bridgePosition,
    form: {
      full: 'Lift your hips and keep them up, knees together to touch, then wide apart, two seconds each. Breathe out to lift, then breathe easy. Hips level, low back flat.',
      lean: 'Hips up, knees touch, then open wide, two seconds each.',
    },
    start: bridgeStart,
    movements: {
      full: [() => 'Knees together till they touch, and hold.', () => 'Out wide, and hold.'],
      lean: [() => 'together.', () => 'wide.'],
    },
    finish: ['and lower, nice and steady.', 'and lower slowly, well held.', 'and lower down, good work.'],
    instructions: {
      steps:
        'For the bridge with knees together and apart, lie on your back, knees bent, feet flat. Breathe out, draw your belly in, keep your low back flat, squeeze your glutes and lift your hips. Keep them up while your knees come together to touch for two seconds, then open wide for two seconds.',
      watchFor: "Keep breathing, and don't let your hips drop or tilt.",
      easier: 'Easier: open less far, or lower your hips between reps.',
      harder: 'Harder: slow it down, with your feet closer in.',
      purpose: 'It works your glutes and deep belly together.',
    },
  },
  'bridge-march': {
    name: 'bridge march',
    dose: () => 'Two sets of ten, five each foot.',
    position: bridgePosition,
    form: {
      full: 'Hold your bridge and lift one foot at a time, hips level, like a tray. Breathe out as the foot lifts, in as it lands.',
      lean: 'Hold your bridge, and lift one foot at a time, hips level.',
    },
    start: bridgeStart,
    movements: {
      full: [(side) => `${capital(foot(side))} up, breathe out.`, () => 'And down, breathe in.'],
      lean: [(side) => `${side ?? 'other'}, out.`, () => 'in.'],
    },
    finish: ['and lower, lovely and level.', 'and lower slowly, good control.', 'and lower down, well marched.'],
    instructions: {
      steps:
        'For the bridge march, lie on your back, knees bent, feet flat. Breathe out, draw your belly in, keep your low back flat, squeeze your glutes and lift your hips. Lift one foot a little way, breathing out, and set it down, breathing in. Then the other foot, ten lifts in all.',
      watchFor: "Don't let your hips drop or roll to one side.",
      easier: 'Easier: lift only your heel.',
      harder: 'Harder: ten lifts on each side.',
      purpose: 'It teaches your belly to keep your hips still.',
    },
  },
  'donkey-kicks': {
    name: 'donkey kick',
    dose: (leadSide) => `Ten on each leg, ${leadSide} leg first.`,
    position: {
      full: 'Come onto hands and knees, hands under shoulders, knees under hips, back flat like a tabletop.',
      lean: 'On hands and knees, back flat like a tabletop.',
    },
    form: {
      full: 'Knee bent, press one foot up and back toward the ceiling. Breathe out on the kick, in on the way back. Weight even, hips level, no arch in your low back.',
      lean: 'Knee bent, foot up and back toward the ceiling, hips level.',
    },
    start: {
      full: ['Breathe in.', 'Breathe out, navel to spine, weight even.'],
      lean: ['Breathe in.', 'Breathe out, navel to spine.'],
    },
    movements: {
      full: [() => 'Kick up, breathe out.', () => 'And back, breathe in.'],
      lean: [() => 'kick, out.', () => 'in.'],
    },
    finish: ['and knee down, nice and level.', 'and knee down, good steady kicks.', 'and rest, well done.'],
    instructions: {
      steps:
        'For the donkey kick, come onto hands and knees, hands under your shoulders, knees under your hips. Breathe out, navel to spine, back flat like a tabletop, weight even. Keep one knee bent and press that foot up and back toward the ceiling, breathing out, then breathe in on the way back.',
      watchFor: "Keep your hips parallel to the floor, and don't arch your low back.",
      easier: 'Easier: a smaller lift, or rest on your forearms.',
      harder: 'Harder: pause a moment at the top.',
      purpose: 'It works your glutes while your belly holds your back.',
    },
  },
  'elevated-plank': {
    name: 'elevated plank',
    dose: (_leadSide, holdSeconds) =>
      `Three holds of ${cardinal(holdSeconds)} seconds, or as long as you can stay engaged.`,
    position: {
      full: 'Hands on a steady chair, couch, box or the wall, legs long, your body one straight line.',
      lean: 'Hands on your chair or wall, body in one straight line.',
    },
    form: {
      full: 'Belly to spine, breathing quietly. If your belly domes or your back sags, go higher, or rest.',
      lean: 'Belly to spine, and keep breathing.',
    },
    start: {
      full: ['Breathe out, belly to spine, one long line.'],
      lean: ['Breathe out, belly to spine.'],
    },
    movements: { full: [], lean: [] },
    finish: [
      'and relax down. Well held.',
      'and relax down. Good and strong.',
      'and relax down. Nice, quiet breathing.',
    ],
    instructions: {
      steps:
        'For the elevated plank, put your hands on a steady chair, couch, sturdy box, or the wall, and walk your feet back, legs long, until your body is one straight line. Breathe out, draw your belly to your spine, and hold, breathing quietly, then relax down.',
      watchFor: "Don't let your hips sag or lift, and if your belly domes, go higher or rest.",
      easier: 'Easier: hands higher, or a shorter hold.',
      harder: 'Harder: a lower surface.',
      purpose: 'It works your belly and back together.',
    },
  },
};

const coaching: CoachingWords = {
  introduce: (order, name) =>
    ({
      first: `First, the ${name}.`,
      next: `Next comes the ${name}.`,
      last: `Last one, the ${name}.`,
      only: `This is the ${name}.`,
    })[order],
  setOf: (set, sets, side) => {
    const which = set === sets && sets > 1 ? `Last set` : `Set ${cardinal(set)} of ${cardinal(sets)}`;
    return side === null ? `${which}.` : `${which}, ${side} leg.`;
  },
  leadIn: ['Starting in four.', 'We begin in four.', 'Here we go in four.'],
  count: (rep) => `${cardinal(rep)},`,
  lastTwo: 'last two,',
  hold: 'And hold.',
  halfway: 'Halfway.',
  keepBreathing: ['Keep breathing.', 'Breathe quietly.', 'Nice and long.'],
  countdown: ['Three.', 'Two.', 'One.'],
  restFor: (seconds) => `Rest for ${cardinal(seconds)} seconds.`,
  changeSide: (seconds, side) => `${capital(cardinal(seconds))} seconds to change to your ${side} leg.`,
  secondsLeft: (seconds) => `${capital(cardinal(seconds))} seconds.`,
  easyBreath: ['Easy breaths.', 'Let everything soften.', 'Shoulders loose.'],
  getIntoPlace: (seconds) => `${capital(cardinal(seconds))} seconds to get into place.`,
};

const lines: Words['lines'] = {
  welcome: () => [
    "Welcome to My Back Routine. I'll talk you through four floor exercises for your lower back, in about ten minutes.",
  ],
  disclaimer: () => [
    "This is general exercise guidance, not medical advice, so first check with your doctor or midwife that you're cleared to exercise. Stop if anything hurts. If you feel dizzy or short of breath, or start to bleed, stop and get medical help.",
  ],
  'first-place': () => [
    'Put your baby somewhere safe, clear of your feet and knees, and have a steady chair or couch nearby. To stop me at any moment, say my name, then pause.',
  ],
  greeting: ({ standing }) => greetings(standing),
  starting: () => ["Let's begin.", "All right, let's start.", 'Good, here we go.'],
  'from-the-top': () => ['From the top.', 'All right, from the beginning.'],
  'you-were-at': ({ where }) => [
    `Welcome back. You were ${placeOf(where)}.`,
    `Good to have you back. You were ${placeOf(where)}.`,
  ],
  'picking-up': ({ where }) => [`Picking up ${placeOf(where)}.${fromItsStart(where)}`],
  position: ({ exercise }) => [exercises[exercise].position.lean],
  'done-today': ({ standing }) => [`Today's routine is already in: ${inARow(standing)}.`],
  paused: () => [
    'Of course. Your place is safe.',
    'Take all the time you need. Your place is kept.',
    "No hurry. I've kept your place.",
  ],
  'no-rush': () => ['No rush at all.', 'Take your time.'],
  'set-counted': () => ["Good, that set's in. Rest as long as you like.", 'That set counts. Take a rest.'],
  'going-back': () => ['Going back one.', 'Back we go.'],
  kept: ({ where }) => [`All right. I've kept your place, ${placeOf(where)}. Bye for now.`],
  goodbye: () => ['All right. Take care.', 'Okay. Bye for now.'],
  finished: ({ standing }) => [
    `Today's in: ${inARow(standing)}. Rest well.`,
    `That's today done: ${inARow(standing)}. Take care of yourself.`,
  ],
  milestone: ({ milestone }) => [milestoneWords(milestone)],
  'finished-without': ({ exercises: left }) => [
    `Nicely done. Today still has room for the ${listed(left)}, any time before three in the morning.`,
  ],
  'late-day-in': ({ standing }) => [`Lovely, that day counts: ${inARow(standing)}.`],
  instructions: ({ exercise }) => [howTo(exercises[exercise].instructions)],
  'exercise-list': () => [
    'There are four. The bridge with knees together and apart, two sets of ten. The bridge march, two sets of ten. The donkey kick, ten on each leg. And the elevated plank, three holds. All you need is the floor, and a steady chair, couch or wall for the plank.',
  ],
  'whats-left': ({ where, after, minutes }) => [
    `You're ${placeOf(where)}. ${after.length === 0 ? "That's the last exercise" : `After that comes the ${listed(after)}`}. About ${inMinutes(minutes)} to go.`,
  ],
  'routine-length': ({ exercises: planned, minutes }) => [
    `Today's routine is the ${listed(planned)}. That takes about ${inMinutes(minutes)}.`,
  ],
  streak: ({ standing, exercisesLeft }) => [`${capital(inARow(standing))}. ${todayStands(standing, exercisesLeft)}`],
  forgiven: ({ daysAgo, weekday }) => [`${dayOff(daysAgo, weekday)} was a day off, and your days in a row carry on.`],
  skipped: ({ exercise }) => [`All right, no ${exercises[exercise].name} today.`],
  'already-done': ({ exercise }) => [`You've already done the ${exercises[exercise].name} today.`],
  'nothing-to-skip': () => ["There's nothing to skip just now."],
  'unknown-exercise': () => ["That one isn't in this routine."],
  'not-caught': () => ["Sorry, I didn't catch that.", 'I missed that, sorry.'],
  'help-before': () => [
    "I lead you through four exercises for your lower back, step by step. You can also ask how to do one of them, what's left, or how many days in a row you have.",
  ],
  'help-during': () => [
    'Your place is kept. You can say ready, pause, repeat, next, or skip this one, or ask how to do an exercise.',
  ],
  'not-saved': () => ["I can't save just now, so today may not be kept, but we can carry on."],
  trouble: () => ["Sorry, that didn't work on my side. Your place is safe."],

  'say-im-ready': () => ["Say I'm ready, when you'd like to begin."],
  'say-ready': () => ["Say ready when you're in place.", "Say ready when you're set."],
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
  'ask-finished': ({ exercise }) => [`Did you finish the ${exercises[exercise].name} last time?`],
  'ask-which': ({ among }) => [`Which one would you like: the ${listed(among, 'or')}?`],
  'ask-which-place': ({ among }) => [`Which one were you at: the ${listed(among, 'or')}?`],
  'which-one': () => ['Which exercise would that be?'],
};

/** Everything the skill says, in English. */
export const english: Words = { exercises, coaching, lines };

function howTo({ steps, watchFor, purpose, easier, harder }: ExerciseWords['instructions']): string {
  return [steps, watchFor, purpose, easier, harder].join(' ');
}

/** Spells out a whole number from 0 to 999,999: the voice is given words, never digits. */
function cardinal(count: number): string {
  if (count < 20) return UP_TO_NINETEEN[count] ?? '';
  if (count < 100) return withRest(TENS[Math.floor(count / 10)] ?? '', '-', count % 10);
  if (count < 1_000) return withRest(`${cardinal(Math.floor(count / 100))} hundred`, ' ', count % 100);
  return withRest(`${cardinal(Math.floor(count / 1_000))} thousand`, ' ', count % 1_000);
}

function withRest(number: string, joint: string, rest: number): string {
  return rest === 0 ? number : `${number}${joint}${cardinal(rest)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function foot(side: Side | null): string {
  return `${side ?? 'one'} foot`;
}

function listed(ids: readonly ExerciseId[], conjunction = 'and'): string {
  const names = ids.map((id) => exercises[id].name);
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', the ')}, ${conjunction} the ${names[names.length - 1]}`;
}

function placeOf({ exercise, set, side, repsDone }: Where): string {
  const name = `the ${exercises[exercise].name}`;
  if (set === null) return `at ${name}`;
  const leg = side === null ? '' : `, ${side} leg`;
  const done = repsDone === 0 ? '' : `, with ${cardinal(repsDone)} done`;
  return `at set ${cardinal(set)} of ${name}${leg}${done}`;
}

function fromItsStart({ repsDone }: Where): string {
  return repsDone === 0 ? '' : " We'll take the set from its start.";
}

function inARow({ days, total }: Standing): string {
  if (total === 0) return 'your first day is still ahead of you';
  if (days === 0) return `${inDays(total)} in all so far`;
  const all = total === days ? '' : `, ${cardinal(total)} in all`;
  if (days === 1) return total === 1 ? 'day one' : `day one of a new run${all}`;
  return `${inDays(days)} in a row${all}`;
}

function todayStands({ doneToday }: Standing, exercisesLeft: number): string {
  if (doneToday) return 'Today is in.';
  const left = exercisesLeft === 1 ? 'one exercise' : `${cardinal(exercisesLeft)} exercises`;
  return `Today isn't in yet: ${left} to go.`;
}

function greetings({ days, total }: Standing): Wordings {
  if (days > 1)
    return [
      `Hello again. ${capital(inDays(days))} in a row so far.`,
      `Good to have you back, after ${inDays(days)} in a row.`,
    ];
  if (total > 0) return ['Hello again. Good to have you here.', "Good to have you back. Let's take it gently."];
  return ["Hello. Let's take it gently."];
}

function milestoneWords(milestone: Milestone): string {
  if (milestone.kind === 'three-months') {
    return 'You have been at this for three months. If your back still bothers you, a pelvic floor physical therapist can make a plan just for you.';
  }
  if (milestone.total === 14)
    return "Fourteen days done. Many people notice some relief from about now, and everyone's pace is their own.";
  return `That makes ${inDays(milestone.total)} done. Well done.`;
}

function dayOff(daysAgo: number, weekday: number): string {
  if (daysAgo === 1) return 'Yesterday';
  return daysAgo < 7 ? (WEEKDAYS[weekday] ?? 'One day') : 'One day along the way';
}

function inDays(count: number): string {
  return count === 1 ? 'one day' : `${cardinal(count)} days`;
}

function inMinutes(count: number): string {
  return count === 1 ? 'a minute' : `${cardinal(count)} minutes`;
}

import type { ExerciseId } from '../../routine/exercise';
import type { ExerciseWords } from '../words';
import type { RegionalWords } from './english-regions';
import { capital, cardinal } from './numbers';

/** Each follows "the". */
export const EXERCISE_NAMES: Readonly<Record<ExerciseId, string>> = {
  'bridge-abduction-adduction': 'bridge with knees together and apart',
  'bridge-march': 'bridge march',
  'donkey-kicks': 'donkey kick',
  'elevated-plank': 'elevated plank',
};

const bridgePosition = {
  full: 'Lie on your back, knees bent, feet flat and hip width apart.',
  lean: 'On your back, knees bent, feet flat.',
};

const bridgeStart = {
  full: ['Breathe in.', 'Breathe out, belly in, low back flat, squeeze your glutes, and lift your hips.'],
  lean: ['Breathe in.', 'Breathe out, belly in, and lift.'],
};

/** The exercises in the words of a region. */
export function exercisesFor({ couch }: RegionalWords): Readonly<Record<ExerciseId, ExerciseWords>> {
  return {
    'bridge-abduction-adduction': {
      name: EXERCISE_NAMES['bridge-abduction-adduction'],
      dose: ({ reps }) => `Two sets of ${cardinal(reps ?? 0)}.`,
      position: bridgePosition,
      form: {
        full: 'Lift your hips and keep them up, knees together to touch, then wide apart, two seconds each. Breathe out to lift, then breathe easy. Hips level.',
        lean: 'Hips up, knees touch, then open wide, two seconds each.',
      },
      variation: { easier: 'Open only a little way.', harder: 'Go slowly, with your feet closer in.' },
      start: bridgeStart,
      movements: {
        full: [
          () => 'Knees together till they touch, and hold.',
          (_, difficulty) => (difficulty === 'easier' ? 'Open a little, and hold.' : 'Out wide, and hold.'),
        ],
        lean: [() => 'together.', (_, difficulty) => (difficulty === 'easier' ? 'open.' : 'wide.')],
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
      name: EXERCISE_NAMES['bridge-march'],
      dose: ({ reps }) => `Two sets of ${cardinal(reps ?? 0)}, ${cardinal((reps ?? 0) / 2)} each foot.`,
      position: bridgePosition,
      form: {
        full: 'Hold your bridge and lift one foot at a time, hips level, like a tray. Breathe out as the foot lifts, in as it lands.',
        lean: 'Hold your bridge, and lift one foot at a time, hips level.',
      },
      variation: { easier: 'Lift only your heel.', harder: 'More lifts, with your hips just as level.' },
      start: bridgeStart,
      movements: {
        full: [
          (side, difficulty) =>
            `${capital(side ?? 'one')} ${difficulty === 'easier' ? 'heel' : 'foot'} up, breathe out.`,
          () => 'And down, breathe in.',
        ],
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
      name: EXERCISE_NAMES['donkey-kicks'],
      dose: ({ reps, leadSide }) => `${capital(cardinal(reps ?? 0))} on each leg, ${leadSide} leg first.`,
      position: {
        full: 'Come onto hands and knees, hands under shoulders, knees under hips, back flat like a tabletop.',
        lean: 'On hands and knees, back flat like a tabletop.',
      },
      form: {
        full: 'Knee bent, press one foot up and back toward the ceiling. Breathe out on the kick, in on the way back. Weight even, hips level, no arch in your low back.',
        lean: 'Knee bent, foot up and back toward the ceiling, hips level.',
      },
      variation: {
        easier: 'Keep the lift small, and rest on your forearms if that suits your wrists better.',
        harder: 'Pause for two seconds at the top.',
      },
      start: {
        full: ['Breathe in.', 'Breathe out, navel to spine, weight even.'],
        lean: ['Breathe in.', 'Breathe out, navel to spine.'],
      },
      movements: {
        full: [
          (_, difficulty) => (difficulty === 'harder' ? 'Kick up, breathe out, and hold.' : 'Kick up, breathe out.'),
          () => 'And back, breathe in.',
        ],
        lean: [(_, difficulty) => (difficulty === 'harder' ? 'kick, out, and hold.' : 'kick, out.'), () => 'in.'],
      },
      finish: ['and knee down, nice and level.', 'and knee down, good steady kicks.', 'and rest, well done.'],
      instructions: {
        steps:
          'For the donkey kick, come onto hands and knees, hands under your shoulders, knees under your hips. Breathe out, navel to spine, back flat like a tabletop, weight even. Keep one knee bent and press that foot up and back toward the ceiling, breathing out, then breathe in on the way back.',
        watchFor: "Keep your hips parallel to the floor, and don't arch your low back.",
        easier: 'Easier: a smaller lift, or rest on your forearms.',
        harder: 'Harder: pause two seconds at the top.',
        purpose: 'It works your glutes while your belly holds your back.',
      },
    },
    'elevated-plank': {
      name: EXERCISE_NAMES['elevated-plank'],
      dose: ({ holdSeconds }) => `Three holds of ${cardinal(holdSeconds)} seconds, or as long as you can stay engaged.`,
      position: {
        full: `Hands on a steady chair, ${couch}, box or the wall, legs long, your body one straight line.`,
        lean: 'Hands on your chair or wall, body in one straight line.',
      },
      form: {
        full: 'Belly to spine, breathing quietly. If your belly domes or your back sags, go higher, or rest.',
        lean: 'Belly to spine, and keep breathing.',
      },
      variation: {
        easier: 'Hands higher today, on the wall or something tall and steady.',
        harder: 'Hands lower today, on something just as steady.',
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
        steps: `For the elevated plank, put your hands on a steady chair, ${couch}, sturdy box, or the wall, and walk your feet back, legs long, until your body is one straight line. Breathe out, draw your belly to your spine, and hold, breathing quietly, then relax down.`,
        watchFor: "Don't let your hips sag or lift, and if your belly domes, go higher or rest.",
        easier: 'Easier: hands higher, or a shorter hold.',
        harder: 'Harder: a lower surface.',
        purpose: 'It works your belly and back together.',
      },
    },
  };
}

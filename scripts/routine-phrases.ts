import { EXERCISE_IDS } from '../lambda/core/routine/exercise';
import type { Delivery, Plan } from '../lambda/core/routine/plan';
import { english } from '../lambda/core/speech/english';
import { packSegments, piecesOf } from '../lambda/core/timeline/segment';
import { stretchesFrom } from '../lambda/core/timeline/stretches';
import { phrasesOf } from '../simulator/voice';

const EVERY_STOPS: readonly Delivery['stops'][] = ['each-exercise', 'each-set', 'straight-through'];
const EVERY_GUIDANCE: readonly Delivery['guidance'][] = ['full', 'brief'];
/** As many as bring up each of several equal wordings. */
const WORDINGS = 6;

/** Collect what the routine says, however it is coached, and how the exercises are explained; each phrase once. */
export function routinePhrases(): string[] {
  const phrases = new Set(
    EXERCISE_IDS.map((id) => english.lines.instructions({ kind: 'instructions', exercise: id })[0]),
  );
  for (const plan of everyPlan()) {
    for (const { cues } of packSegments(stretchesFrom(plan, { exercise: 0, set: 0, part: 'setup' }, english))) {
      for (const phrase of phrasesOf(piecesOf(cues))) if (phrase.kind === 'say') phrases.add(phrase.texts.join(' '));
    }
  }
  return [...phrases];
}

function* everyPlan(): Generator<Plan> {
  const exercises = EXERCISE_IDS.map((id) => ({ id, sets: id === 'elevated-plank' ? [0, 1, 2] : [0, 1] }));
  for (const stops of EVERY_STOPS) {
    for (const guidance of EVERY_GUIDANCE) {
      for (const leadSide of ['left', 'right'] as const) {
        for (let wording = 0; wording < WORDINGS; wording += 1) {
          yield { exercises, leadSide, wording, delivery: { stops, guidance, pace: 'normal', plankHoldMs: 60_000 } };
        }
      }
    }
  }
}

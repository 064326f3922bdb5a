import { DIFFICULTIES, EXERCISE_IDS } from '../lambda/core/routine/exercise';
import { everySetOf } from '../lambda/core/routine/exercises';
import type { Delivery, Plan } from '../lambda/core/routine/plan';
import type { Words } from '../lambda/core/speech/words';
import { packSegments, piecesOf } from '../lambda/core/timeline/segment';
import { stretchesFrom } from '../lambda/core/timeline/stretches';
import { phrasesOf } from '../simulator/voice';

const EVERY_STOPS: readonly Delivery['stops'][] = ['each-exercise', 'each-set', 'straight-through'];
/** As many as bring up each of several equal wordings. */
const WORDINGS = 6;

/** Collect what the routine says in a language, however it is coached; each phrase once. A phrase is what stands between two silences. */
export function routinePhrases(words: Words): string[] {
  const phrases = new Set<string>();
  for (const plan of everyPlan()) {
    const stretches = stretchesFrom(plan, { exercise: 0, set: 0, part: 'setup' }, words);
    for (const { cues } of packSegments(stretches, words.speech)) {
      for (const phrase of phrasesOf(piecesOf(cues))) if (phrase.kind === 'say') phrases.add(phrase.texts.join(' '));
    }
  }
  return [...phrases];
}

function* everyPlan(): Generator<Plan> {
  for (const difficulty of DIFFICULTIES) {
    const exercises = EXERCISE_IDS.map((id) => ({ id, sets: everySetOf(id), difficulty }));
    for (const stops of EVERY_STOPS) {
      for (const guidance of ['full', 'brief'] as const) {
        for (const leadSide of ['left', 'right'] as const) {
          for (let wording = 0; wording < WORDINGS; wording += 1) {
            const delivery: Delivery = { stops, guidance, pace: 'normal', plankHoldMs: 60_000 };
            yield { purpose: 'routine', quiet: false, exercises, leadSide, wording, delivery };
          }
        }
      }
    }
  }
}

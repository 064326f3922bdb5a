import { EXERCISE_IDS } from '../../../lambda/core/routine/exercise';
import { everySetOf } from '../../../lambda/core/routine/exercises';
import { DEFAULT_DELIVERY, type Plan } from '../../../lambda/core/routine/plan';
import { BEGINNING } from '../../../lambda/core/routine/plan-routine';
import { english } from '../../../lambda/core/speech/english/english';
import { packSegments } from '../../../lambda/core/timeline/segment';
import { stretchesFrom } from '../../../lambda/core/timeline/stretches';

/** The whole routine, straight through: the most that is ever compiled and packed at once. */
const PLAN: Plan = {
  purpose: 'routine',
  exercises: EXERCISE_IDS.map((id) => ({ id, sets: everySetOf(id), difficulty: 'standard' })),
  leadSide: 'right',
  delivery: { ...DEFAULT_DELIVERY, stops: 'straight-through' },
  quiet: false,
  wording: 0,
};

/** Compiles and packs the whole routine at every call, in the shape of a function, so that the same probes measure it. */
export const handler = async () => {
  const segments = [...packSegments(stretchesFrom(PLAN, BEGINNING, english), english.speech)];
  return { response: { outputSpeech: { ssml: `<speak>${segments.length}</speak>` } } };
};

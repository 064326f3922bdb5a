import type { ExerciseId } from '../routine/exercise';
import { moreSerious, type Response, responseToScore, responseToSymptom } from '../safety/symptom';
import type { Line } from '../speech/line';
import type { EventOf } from './event';
import { skip } from './move';
import type { Checkpoint } from './progress';
import { answer, ask, close } from './reply';
import { knownPlace, type Turn } from './settle';
import { changeDifficulty } from './shape';
import type { Reply, Stage } from './state';
import { whereIs } from './where';

/**
 * Something hurts or feels wrong: what to do about it, in one short line. Nothing of it goes into her day or profile. Of a symptom and a
 * score, the more serious one decides; what is unclear twice stops the exercise.
 */
export function reportPain(turn: Turn, report: EventOf<'report-pain'>): Reply {
  const response = responseTo(report);
  switch (response.kind) {
    case 'get-help':
      return closeCalmly(turn, [response]);
    case 'rest-today':
      return closeCalmly(turn, [REST_TODAY, SEE_A_PROFESSIONAL]);
    case 'stop-exercise':
      return tellFeeling(turn, 'strong');
    case 'soften':
      return tellFeeling(turn, 'tired');
    case 'ask':
      return turn.state.stage.kind === 'asked-how-it-feels' ? tellFeeling(turn, 'strong') : askHowItFeels(turn);
  }
}

/** She says whether it is sharp or strong, or just tired. */
export function tellFeeling(turn: Turn, feeling: 'strong' | 'tired'): Reply {
  return feeling === 'strong' ? stopExercise(turn) : answer(answered(turn), [{ kind: 'soften' }]);
}

/** Yes to an easier form; where she does that one already, yes to skipping. */
export function easeOff(turn: Turn, exercise: ExerciseId): Reply {
  const place = knownPlace(turn.state.day);
  const named = { kind: 'one', id: exercise } as const;
  if (place !== null && isEasier(place)) return skip(turn, named);
  return changeDifficulty(turn, { difficulty: { kind: 'value', value: 'easier' }, exercise: named });
}

const REST_TODAY: Line = { kind: 'rest-today' };
const SEE_A_PROFESSIONAL: Line = { kind: 'see-a-professional' };

function responseTo({ symptom, score }: EventOf<'report-pain'>): Response {
  const felt: Response = symptom.kind === 'value' ? responseToSymptom(symptom.value) : { kind: 'ask' };
  return score.kind === 'value' ? moreSerious(felt, responseToScore(score.value)) : felt;
}

function askHowItFeels(turn: Turn): Reply {
  const prompt: Line = { kind: 'ask-how-it-feels' };
  return ask(calm(turn), [], { stage: { kind: 'asked-how-it-feels' }, prompt, reprompt: prompt });
}

/** She has said how it feels, and can be led back to where she is. */
function answered(turn: Turn): Turn {
  const { state } = turn;
  return state.stage.kind === 'asked-how-it-feels' ? { ...turn, state: { ...state, stage: { kind: 'halted' } } } : turn;
}

function stopExercise(turn: Turn): Reply {
  const { state, cutAt } = turn;
  const place = knownPlace(state.day);
  const again = state.stoppedExercises > 0 ? [SEE_A_PROFESSIONAL] : [];
  if (place === null) return closeCalmly(turn, [REST_TODAY, SEE_A_PROFESSIONAL]);
  const noted: Turn = { ...turn, state: { ...state, stoppedExercises: state.stoppedExercises + 1 } };
  const next = whereIs(place).exercise;
  const exercise = cutAt?.exercise ?? next;
  const lines: readonly Line[] = [{ kind: 'stop-exercise' }, ...again];
  // In its last rep the exercise is over anyway: there is nothing to make easier.
  if (exercise !== next) return answer(noted, lines);
  const prompt: Line = { kind: isEasier(place) ? 'ask-skip-or-stop' : 'ask-easier-or-skip', exercise };
  return ask(noted, lines, { stage: { kind: 'asked-easier-or-skip', exercise }, prompt, reprompt: prompt });
}

function isEasier({ plan, at }: Checkpoint): boolean {
  return plan.exercises[at.exercise]?.difficulty === 'easier';
}

function closeCalmly(turn: Turn, lines: readonly Line[]): Reply {
  return close(calm(turn), lines);
}

/** No cheer for a finished plan beside what hurts; she hears of it another time. */
function calm(turn: Turn): Turn {
  const stage: Stage = turn.state.stage.kind === 'finishing' ? { kind: 'opened' } : turn.state.stage;
  return { ...turn, state: { ...turn.state, stage } };
}

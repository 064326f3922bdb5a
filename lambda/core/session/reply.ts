import { EXERCISE_IDS, type ExerciseId } from '../routine/exercise';
import type { Line } from '../speech/line';
import type { Act } from './act';
import { knownPlace, segmentOf, type Turn, unknownEnd } from './settle';
import { doneTodayLine, finishedLines, withTold } from './standing';
import type { Offer, Reply, SessionState, Stage } from './state';
import { whereIs } from './where';

/** What the microphone is left open for. */
export interface Opening {
  readonly stage: Stage;
  readonly prompt: Line;
  readonly reprompt: Line;
}

const OFFERS: Readonly<Record<Offer, Line>> = {
  start: { kind: 'ask-start' },
  'go-on': { kind: 'ask-go-on' },
  again: { kind: 'ask-again' },
  'start-over': { kind: 'ask-start-over' },
};

/** Say lines and leave the microphone open for something. What a finished plan brought is told first. */
export function ask(turn: Turn, lines: readonly Line[], { stage, prompt, reprompt }: Opening): Reply {
  const spoken = [...finishedLines(turn.state), ...lines];
  const invited = turn.state.invited || stage.kind === 'welcomed' || stage.kind === 'offered';
  const lastSaid = { lines: spoken, prompt, reprompt };
  const state: SessionState = { ...withTold(turn.state, spoken), stage, invited, lastSaid };
  return [state, [...spoken.map(said), { kind: 'ask', prompt, reprompt }]];
}

/** Say lines and end the session. What a finished plan brought is told last. */
export function close(turn: Turn, lines: readonly Line[]): Reply {
  const spoken = [...lines, ...finishedLines(turn.state)];
  const state = withTold(turn.state, spoken);
  return [{ ...state, stage: { kind: 'opened' }, lastSaid: null }, [...spoken.map(said), { kind: 'close' }]];
}

/** Answer something asked in between, and lead back to where she was; where nothing is left to lead back to, that was all. */
export function answer(turn: Turn, lines: readonly Line[]): Reply {
  const back = turn.state.stage.kind === 'finishing' ? null : leadBack(turn.state);
  return back === null ? close(turn, lines) : ask(turn, lines, back);
}

/** Tell what came of something to keep, and lead back; whoever opened the skill for that alone is not asked about her routine. */
export function conclude(turn: Turn, lines: readonly Line[]): Reply {
  const { invited, day } = turn.state;
  return invited || day.checkpoint !== null ? answer(turn, lines) : close(turn, lines);
}

/** Say lines and ask the same as before once more. */
export function askAgain(turn: Turn, lines: readonly Line[]): Reply {
  const { lastSaid, stage } = turn.state;
  const asked = lastSaid && { ...lastSaid, stage };
  return ask(turn, lines, asked ?? leadBack(turn.state) ?? offering('again'));
}

/** Ask something about a wish of hers, to which her next wish is the answer; anything else is taken as if it had not been asked. */
export function askBetween(turn: Turn, lines: readonly Line[], prompt: Line): Reply {
  const { stage } = leadBack(turn.state) ?? offering('again');
  return ask(turn, lines, { stage, prompt, reprompt: prompt });
}

/** Answer what fits nothing here with where she is. */
export function reorient(turn: Turn): Reply {
  const { state } = turn;
  const back = leadBack(state);
  if (back !== null) return ask(turn, [], back);
  const known: readonly Line[] = state.stage.kind === 'finishing' ? [] : [doneTodayLine(state)];
  return ask(turn, known, offering('again'));
}

/** The question or invitation that fits where she is; null when today is done and nothing was offered. */
export function leadBack(state: SessionState): Opening | null {
  const { stage, day, lastSaid } = state;
  // Nobody is led back to what hurts without a choice.
  const hurts = stage.kind === 'asked-how-it-feels' || stage.kind === 'asked-easier-or-skip';
  if (hurts && lastSaid !== null) return { ...lastSaid, stage };
  if (stage.kind === 'welcomed') return welcomed;
  if (stage.kind === 'offered') return offering(stage.offer);
  if (unknownEnd(day)) return whetherFinished(state);
  if (knownPlace(day)) return goingOn(state);
  return day.counts ? null : offering('start');
}

export const welcomed: Opening = {
  stage: { kind: 'welcomed' },
  prompt: { kind: 'say-im-ready' },
  reprompt: { kind: 'say-im-ready' },
};

export function offering(offer: Offer): Opening {
  return { stage: { kind: 'offered', offer }, prompt: OFFERS[offer], reprompt: OFFERS[offer] };
}

/** Wait for "ready" at the place where she is. In a session that knows it from an earlier one she is still to take up her position. */
export function goingOn({ day: { checkpoint }, invited }: SessionState): Opening {
  if (checkpoint === null) return offering('start');
  const prompt: Line = { kind: 'say-ready-to-go-on', where: whereIs(checkpoint) };
  const stage: Stage = invited ? { kind: 'halted' } : { kind: 'offered', offer: 'go-on' };
  return { stage, prompt, reprompt: { kind: 'still-here' } };
}

/** Ask after the last exercise of the segment whose end is unknown: with it, all of the segment is known to be done. */
export function whetherFinished(state: SessionState): Opening {
  const checkpoint = unknownEnd(state.day);
  const place = checkpoint && segmentOf(state, checkpoint).cues.findLast((cue) => cue.place.part === 'work')?.place;
  if (!place) return offering('start');
  const prompt: Line = { kind: 'ask-finished', exercise: place.exercise };
  return { stage: { kind: 'asked-finished', exercise: place.exercise }, prompt, reprompt: prompt };
}

type AskedWhich = Extract<Stage, { kind: 'asked-which' }>;

/** Ask which exercise she means, `among` those that fit. */
export function asking(about: AskedWhich['about'], among: readonly ExerciseId[] = EXERCISE_IDS): Opening {
  const prompt: Line = { kind: about === 'place' ? 'ask-which-place' : 'ask-which', among };
  return { stage: { kind: 'asked-which', about }, prompt, reprompt: { kind: 'which-one' } };
}

type AskedAmount = Extract<Stage, { kind: 'asked-amount' }>;

/** Ask for a number, which a bare one answers. */
export function askingAmount(about: AskedAmount['about'], prompt: Line): Opening {
  return { stage: { kind: 'asked-amount', about }, prompt, reprompt: prompt };
}

function said(line: Line): Act {
  return { kind: 'say', line };
}

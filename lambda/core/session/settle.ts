import { type ExerciseId, otherSide } from '../routine/exercise';
import { EXERCISES } from '../routine/exercises';
import type { Plan, Point } from '../routine/plan';
import { wordsFor } from '../speech/words-for';
import type { Place } from '../timeline/cue';
import {
  activeMsWithin,
  type Heard,
  heardAfter,
  type PlannedSet,
  resumePoint,
  setsBetween,
} from '../timeline/position';
import { type Segment, segmentFrom } from '../timeline/segment';
import { withPlanDone, withSetsDone } from './day';
import type { EndReason, SessionEvent } from './event';
import type { Checkpoint, Day } from './progress';
import type { SessionState } from './state';

/** A turn once it is known where she is: nothing is being spoken any more. */
export interface Turn {
  readonly state: SessionState;
  readonly atMs: number;
  /** Where in the routine this turn interrupted the speech; null when it did not. */
  readonly cutAt: Place | null;
}

/** How a segment that was being spoken ended, as far as an event tells. */
type Ending = 'by-the-clock' | 'heard-out' | 'nothing-at-stake' | 'unknown';

const SESSION_ENDINGS: Readonly<Record<EndReason, Ending>> = {
  'cut-off': 'by-the-clock',
  'no-answer': 'heard-out',
  unknown: 'unknown',
};

/**
 * Work out where she is from what happened and when: the platform tells neither where speech was interrupted nor that it ended.
 * In the session that spoke, an event interrupts by the clock; silence after the last prompt means that all was heard. In a new session
 * the clock only tells when the time was too short to hear all of it: otherwise the end stays unknown, and she will be asked.
 */
export function settle(state: SessionState, event: SessionEvent): Turn {
  const { checkpoint } = state.day;
  const unsettled: Turn = { state, atMs: event.atMs, cutAt: null };
  if (checkpoint?.speakingSinceMs == null) return unsettled;
  const segment = segmentOf(state, checkpoint);
  const elapsedMs = event.atMs - checkpoint.speakingSinceMs;
  switch (endingOf(state, event, segment, elapsedMs)) {
    case 'by-the-clock':
      return settled(unsettled, checkpoint, segment, heardAfter(segment, elapsedMs), elapsedMs);
    case 'heard-out':
      return settled(unsettled, checkpoint, segment, { kind: 'all' }, segment.durationMs);
    case 'nothing-at-stake':
      return { ...unsettled, state: moved(state, { ...checkpoint, speakingSinceMs: null }) };
    case 'unknown':
      return unsettled;
  }
}

/** Where she certainly is in her routine, once a turn is settled; null outside it, and while the end of a segment is unknown. */
export function knownPlace({ checkpoint }: Day): Checkpoint | null {
  return checkpoint?.speakingSinceMs === null ? checkpoint : null;
}

/** The checkpoint of a segment whose end is unknown, once a turn is settled; null when there is none. */
export function unknownEnd({ checkpoint }: Day): Checkpoint | null {
  return checkpoint !== null && checkpoint.speakingSinceMs !== null ? checkpoint : null;
}

/** Compile the segment that a checkpoint says is being spoken. */
export function segmentOf(state: SessionState, { plan, at }: Checkpoint): Segment {
  return segmentFrom(plan, at, wordsFor(state.locale));
}

/** Move her in the plan, with the sets on the way done. `to` null finishes the plan. */
export function advance(state: SessionState, checkpoint: Checkpoint, to: Point | null, repsDone = 0): SessionState {
  const { plan, at } = checkpoint;
  const done = setsBetween(plan, at, to).map((each) => setOf(plan, each));
  const day = withLead(withSetsDone(state.day, done), plan, done);
  if (to === null) return finishing(state, { ...withPlanDone(day, plan), checkpoint: null });
  return moved({ ...state, day }, { plan, at: to, repsDone, speakingSinceMs: null });
}

/** End the plan where it stands. */
export function finishing(state: SessionState, day: Day): SessionState {
  return { ...state, day, stage: { kind: 'finishing' } };
}

/** Put her at a checkpoint, in the routine, with nothing being spoken. */
export function moved(state: SessionState, checkpoint: Checkpoint): SessionState {
  const stage = state.stage.kind === 'coaching' ? ({ kind: 'halted' } as const) : state.stage;
  return { ...state, stage, day: { ...state.day, checkpoint } };
}

function endingOf(state: SessionState, event: SessionEvent, segment: Segment, elapsedMs: number): Ending {
  if (event.kind === 'ended') return state.stage.kind === 'coaching' ? SESSION_ENDINGS[event.reason] : 'unknown';
  if (state.stage.kind === 'coaching') return 'by-the-clock';
  if (elapsedMs < segment.durationMs) return 'by-the-clock';
  return segment.cues.some((cue) => cue.place.part === 'work') ? 'unknown' : 'nothing-at-stake';
}

function settled(turn: Turn, checkpoint: Checkpoint, segment: Segment, heard: Heard, elapsedMs: number): Turn {
  const cutAt = heard.kind === 'part' ? heard.place : null;
  const active = { ...turn.state.day, activeMs: turn.state.day.activeMs + activeMsWithin(segment, elapsedMs) };
  const state = advance(
    { ...turn.state, day: active },
    checkpoint,
    resumePoint(segment, heard),
    repsBefore(cutAt, checkpoint.plan),
  );
  return { ...turn, state, cutAt };
}

/** Reps of the interrupted set that were done. In the last rep the set counts as done, so there is nothing to tell. */
function repsBefore(place: Place | null, { exercises }: Plan): number {
  const planned = exercises.find(({ id }) => id === place?.exercise);
  if (place?.rep == null || planned === undefined) return 0;
  const work = EXERCISES[planned.id].work[planned.difficulty];
  return work.kind === 'reps' && place.rep < work.reps ? place.rep - 1 : 0;
}

/** The leg that led this time does not lead the next time. */
function withLead(day: Day, plan: Plan, done: readonly { readonly id: ExerciseId }[]): Day {
  const sided = done.some(({ id }) => EXERCISES[id].sides === 'one-per-set');
  return sided ? { ...day, nextLeadSide: otherSide(plan.leadSide) } : day;
}

function setOf(plan: Plan, { exercise, set }: PlannedSet): { readonly id: ExerciseId; readonly set: number } {
  const planned = plan.exercises[exercise];
  if (planned === undefined) throw new RangeError(`The plan has no exercise ${exercise}`);
  return { id: planned.id, set };
}

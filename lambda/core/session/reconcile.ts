import { continued, doneInWeekBefore, mergeDays, newDay, newestUpTo } from './day';
import type { Day, Profile } from './progress';
import type { SessionState } from './state';

/**
 * Bring a running session together with what the store turned out to hold: after another device wrote first, or once the store could be read
 * at last. Nothing done on either side is lost; where she is now stays as this session knows it, unless the store knows later.
 * @param profile - the stored one, with what she changed in this session; null when none was found
 */
export function reconcile(state: SessionState, profile: Profile | null, found: readonly Day[]): SessionState {
  const known = profile ?? state.profile;
  const days = continued(found, known.pauses);
  const { date, zone } = state.day;
  const stored = days.find((day) => day.date === date);
  const earlier = newestUpTo(
    days.filter((day) => day.date < date),
    date,
  );
  const theirs = stored ?? newDay(date, zone, earlier, known.pauses);
  const counted = days.filter(({ counts }) => counts).map((day) => day.date);
  const doneBefore = doneInWeekBefore(date, [...state.doneBefore, ...counted]);
  return withTheirDay({ ...state, profile: known, doneBefore }, theirs);
}

/**
 * Bring what a session knows of its day together with another version of it. Where that one was changed later it knows where she is, and what this
 * session is speaking is not followed any more.
 */
export function withTheirDay(state: SessionState, theirs: Day): SessionState {
  const day = mergeDays(state.day, theirs);
  const isFollowed = state.stage.kind !== 'coaching' || theirs.changedAtMs <= state.day.changedAtMs;
  return { ...state, day, stage: isFollowed ? state.stage : { kind: 'halted' } };
}

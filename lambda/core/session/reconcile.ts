import { mergeDays, newDay, newestUpTo } from './day';
import type { Day, Profile } from './progress';
import type { SessionState } from './state';

/**
 * Bring a running session together with what the store turned out to hold: after another device wrote first, or once the store could be read
 * at last. Nothing done on either side is lost; where she is now stays as this session knows it, unless the store knows later.
 */
export function reconcile(state: SessionState, profile: Profile | null, days: readonly Day[]): SessionState {
  const known = profile === null ? state.profile : mergeProfiles(state.profile, profile);
  const { date, zone } = state.day;
  const stored = days.find((day) => day.date === date);
  const earlier = newestUpTo(
    days.filter((day) => day.date < date),
    date,
  );
  const theirs = stored ?? newDay(date, zone, earlier, known.pauses);
  return { ...state, profile: known, day: mergeDays(state.day, theirs) };
}

/** The settings are the stored ones, the disclaimer was heard on the earlier day, and every pause is kept. */
function mergeProfiles(mine: Profile, theirs: Profile): Profile {
  const heard = [mine.disclaimerHeardOn, theirs.disclaimerHeardOn].filter((day) => day !== null).sort();
  const added = mine.pauses.filter(
    (pause) => !theirs.pauses.some(({ from, through }) => from === pause.from && through === pause.through),
  );
  return { delivery: theirs.delivery, disclaimerHeardOn: heard[0] ?? null, pauses: [...theirs.pauses, ...added] };
}

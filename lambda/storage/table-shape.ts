/** The table's keys, named once for the store, the simulator and the infrastructure. Imports nothing, so that all may import it. */

/** Whose item: a listener key. String. */
export const PARTITION_KEY = 'pk';

/** Which of her items: {@link PROFILE_SORT_KEY}, a day's, or the note of a voice. String. */
export const SORT_KEY = 'sk';

/** Sorts after every day, so that one query downwards from here brings the profile first and then the newest days. */
export const PROFILE_SORT_KEY = 'PROFILE';

/** Days that one read brings. */
export const DAYS_PER_READ = 9;

const DAY_PREFIX = 'DAY#';

/** Sorts after the profile, so that no load reads these notes. */
const VOICE_PREFIX = 'VOICE#';

/** The sort key of a day: `DAY#2026-11-22`. ISO dates sort as days do. */
export function daySortKey(date: string): string {
  return `${DAY_PREFIX}${date}`;
}

/** The date in a day's sort key; null when the key is not a day's. */
export function dateInSortKey(sortKey: string): string | null {
  return sortKey.startsWith(DAY_PREFIX) ? sortKey.slice(DAY_PREFIX.length) : null;
}

/** The sort key, under an account, of the note that a recognised voice of it has progress of its own. */
export function voiceSortKey(person: string): string {
  return `${VOICE_PREFIX}${person}`;
}

/** The voice in the sort key of such a note; null when the key is another's. */
export function voiceInSortKey(sortKey: string): string | null {
  return sortKey.startsWith(VOICE_PREFIX) ? sortKey.slice(VOICE_PREFIX.length) : null;
}

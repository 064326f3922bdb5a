/** The table's keys, named once for the store, the simulator and the infrastructure. Imports nothing, so that all may import it. */

/** Whose item: a listener key. String. */
export const PARTITION_KEY = 'pk';

/** Which of her items: {@link PROFILE_SORT_KEY} or a day's. String. */
export const SORT_KEY = 'sk';

/** Sorts after every day, so that one query downwards from here brings the profile first and then the newest days. */
export const PROFILE_SORT_KEY = 'PROFILE';

/** Days that one read brings. */
export const DAYS_PER_READ = 9;

const DAY_PREFIX = 'DAY#';

/** The sort key of a day: `DAY#2026-11-22`. ISO dates sort as days do. */
export function daySortKey(date: string): string {
  return `${DAY_PREFIX}${date}`;
}

/** The date in a day's sort key; null when the key is not a day's. */
export function dateInSortKey(sortKey: string): string | null {
  return sortKey.startsWith(DAY_PREFIX) ? sortKey.slice(DAY_PREFIX.length) : null;
}

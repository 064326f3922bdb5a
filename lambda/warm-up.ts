import { setImmediate as onItsWay } from 'node:timers/promises';
import type { ListenerKey, ProgressStore } from './core/ports';
import { DEFAULT_DELIVERY } from './core/routine/plan';
import { BEGINNING, wholeRoutine } from './core/routine/plan-routine';
import { zoneOf } from './core/session/locale-zone';
import { NEW_PROFILE } from './core/session/new-profile';
import { wordsFor } from './core/speech/words-for';
import { dayOf } from './core/streak/local-date';
import { segmentFrom } from './core/timeline/segment';

/** Nobody's key: reading it opens the way to the table. */
const NOBODY = 'warm-up' as ListenerKey;

/** Longest that loading waits for the table. */
const WARM_UP_WITHIN_MS = 1_000;

/**
 * Do while the function loads what the first turn would have to do for the first time: open the way to the table, learn a time zone, compile a
 * segment. The platform is widely seen to give loading more processor than a turn. Never rejects: whatever fails is tried again by the turn
 * that needs it, and told there.
 */
export async function warmUp(store: ProgressStore): Promise<void> {
  const opened = Promise.allSettled([store.load(NOBODY)]);
  await Promise.allSettled([computeFirst()]);
  await withinMs(WARM_UP_WITHIN_MS, opened);
}

/** What is computed is computed while the call is on its way. */
async function computeFirst(): Promise<void> {
  await onItsWay();
  const { locale } = MOST_LISTENERS;
  dayOf(0, zoneOf(locale));
  segmentFrom(wholeRoutine(MOST_LISTENERS), BEGINNING, wordsFor(locale));
}

/** How most routines are coached. */
const MOST_LISTENERS = {
  locale: 'en-US',
  leadSide: 'right',
  delivery: DEFAULT_DELIVERY,
  difficulty: NEW_PROFILE.difficulty,
  quiet: false,
  wording: 0,
} as const;

function withinMs(timeoutMs: number, done: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs);
    void done.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

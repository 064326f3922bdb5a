import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

let admitted = Promise.resolve();

/**
 * Wait for leave to begin a turn whose time is measured while many others go on: one after the other may, and only while this process is not late.
 * Its own delay must not pass for the skill's.
 */
export function admittance(): Promise<void> {
  admitted = admitted.then(untilCalm);
  return admitted;
}

const CALM_MS = 20;

async function untilCalm(): Promise<void> {
  for (let lateMs = Number.POSITIVE_INFINITY; lateMs > CALM_MS; ) {
    const startedMs = performance.now();
    await wait(5);
    lateMs = performance.now() - startedMs - 5;
  }
}

/** So late, this process could be taken for a slow database. */
const LATE_MS = 400;

const MOST_ATTEMPTS = 2;

/** Play what is measured, and play it again where this process itself was late meanwhile, whatever came of it. Attempts count from 1. */
export async function undisturbed<T>(play: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const [outcome] = await Promise.allSettled([play(attempt)]);
    delay.disable();
    const wasLate = delay.max > LATE_MS * 1_000_000;
    if (wasLate && attempt < MOST_ATTEMPTS) continue;
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }
}

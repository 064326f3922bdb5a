import type { FuzzedHousehold, Step } from './arbitrary-household';
import { Breach } from './breach';
import { liveThrough, newTally } from './live-through';

/** Longest time that is spent on making a breach smaller. */
const PATIENCE_MS = 30_000;

/** Leave out of a household whatever is not needed for the breach that it was found with, as far as patience goes. */
export async function smallest(found: FuzzedHousehold, breach: unknown): Promise<FuzzedHousehold> {
  const untilMs = performance.now() + PATIENCE_MS;
  const isStillThere = async (household: FuzzedHousehold) =>
    performance.now() < untilMs && invariantOf(await errorIn(household)) === invariantOf(breach);
  let household = found;
  for (const less of [withoutStored, withoutScreens]) {
    if (await isStillThere(less(household))) household = less(household);
  }
  for (let size = Math.ceil(household.steps.length / 2); ; size = Math.ceil(size / 2)) {
    for (let from = 0; from < household.steps.length; ) {
      const less = { ...household, steps: without(household.steps, from, size) };
      if (await isStillThere(less)) household = less;
      else from += size;
    }
    if (size <= 1) break;
  }
  for (const [at, step] of household.steps.entries()) {
    for (const plain of plainer(step)) {
      const less = { ...household, steps: household.steps.with(at, plain) };
      if (await isStillThere(less)) household = less;
    }
  }
  return household;
}

/** What a household ends in; null when nothing is wrong. */
export async function errorIn(household: FuzzedHousehold): Promise<unknown> {
  try {
    await liveThrough(household, newTally());
    return null;
  } catch (error) {
    return error;
  }
}

function invariantOf(error: unknown): string {
  return error instanceof Breach ? error.invariant : String(error);
}

function withoutStored(household: FuzzedHousehold): FuzzedHousehold {
  return { ...household, stored: [] };
}

function withoutScreens(household: FuzzedHousehold): FuzzedHousehold {
  return { ...household, screens: false };
}

/** A step that is left out still takes its time. */
function without(steps: readonly Step[], from: number, count: number): readonly Step[] {
  const [before, out, after] = [steps.slice(0, from), steps.slice(from, from + count), steps.slice(from + count)];
  const [next, ...rest] = after;
  if (next === undefined || next.passing.kind === 'jumps') return [...before, ...after];
  const waitedMs = out.reduce((ms, { passing }) => (passing.kind === 'waits' ? ms + passing.ms : ms), next.passing.ms);
  return [...before, { ...next, passing: { kind: 'waits', ms: waitedMs } }, ...rest];
}

/** The step with less that is unusual in it. */
function plainer(step: Step): readonly Step[] {
  const { happening } = step;
  if (happening.kind !== 'request') return [];
  return [
    { ...step, happening: { ...happening, delivery: 'once', stamp: 0, attributesDamage: [], faults: [] } },
    { ...step, happening: { ...happening, delivery: 'once' } },
    { ...step, happening: { ...happening, stamp: 0 } },
    { ...step, happening: { ...happening, faults: [] } },
    { ...step, happening: { ...happening, attributesDamage: [] } },
  ];
}

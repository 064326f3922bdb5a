import { EXERCISES } from './exercises';
import type { Plan, PlannedExercise, Point } from './plan';

/** What is left of a plan, and where it goes on. */
export interface Rest {
  readonly plan: Plan;
  readonly at: Point;
}

/** How long the rest of a plan lasts, in whole milliseconds. */
export type Measure = (rest: Rest) => number;

/** A choice of sets of an exercise, and how long it lasts when nothing else is done. */
interface Share {
  readonly planned: PlannedExercise;
  readonly index: number;
  readonly aloneMs: number;
}

/** A plan of its own is introduced in other words than a part of a longer one, so lengths measured alone are good to about this much. */
const ROUGHLY_MS = 5_000;

/** The sets of a plan that lie before `at` taken out. */
export function restFrom(plan: Plan, at: Point): Rest {
  const [current, ...later] = plan.exercises.slice(at.exercise);
  if (current === undefined) throw new RangeError(`The plan has no exercise ${at.exercise}`);
  const exercises = [{ ...current, sets: current.sets.slice(at.set) }, ...later];
  return { plan: { ...plan, exercises }, at: { exercise: 0, set: 0, part: at.part } };
}

/**
 * Choose what fits in a time: the most exercises, then the most sets, then the longest. A leg is left out only where nothing else fits.
 * What fits whole stays as it is; where nothing fits at all it is the shortest set.
 * @param rest - begins with the first set of its first exercise
 */
export function shortened(rest: Rest, budgetMs: number, measure: Measure): Rest {
  if (measure(rest) <= budgetMs) return rest;
  const shares = rest.plan.exercises.map((planned, index) => sharesOf(planned, index, rest, measure));
  const fitting = combinations(shares.map((some) => some.filter(isWhole)))
    .filter((chosen) => chosen.length > 0 && aloneMs(chosen) <= budgetMs + ROUGHLY_MS)
    .sort(byWorth)
    .map((chosen) => restOf(chosen, rest))
    .find((short) => measure(short) <= budgetMs);
  return fitting ?? restOf([shortest(shares.flat())], rest);
}

/** Every way to do an exercise: its first set, its first two, and so on. */
function sharesOf(planned: PlannedExercise, index: number, rest: Rest, measure: Measure): readonly Share[] {
  return planned.sets.map((_, last) => {
    const share = { planned: { ...planned, sets: planned.sets.slice(0, last + 1) }, index };
    return { ...share, aloneMs: measure(restOf([share], rest)) };
  });
}

/** One set for each leg belong together. */
function isWhole({ planned }: Share, at: number, all: readonly Share[]): boolean {
  return EXERCISES[planned.id].sides !== 'one-per-set' || at === all.length - 1;
}

/** Every choice of at most one share of each exercise, in the plan's order. */
function combinations(shares: readonly (readonly Share[])[]): readonly (readonly Share[])[] {
  return shares.reduce<readonly (readonly Share[])[]>(
    (chosen, some) => chosen.flatMap((before) => [before, ...some.map((share) => [...before, share])]),
    [[]],
  );
}

function byWorth(one: readonly Share[], other: readonly Share[]): number {
  return other.length - one.length || setsOf(other) - setsOf(one) || aloneMs(other) - aloneMs(one);
}

function setsOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { planned }) => sum + planned.sets.length, 0);
}

function aloneMs(shares: readonly Share[]): number {
  return shares.reduce((sum, share) => sum + share.aloneMs, 0);
}

function shortest(shares: readonly Share[]): Share {
  return shares.reduce((least, share) => (share.aloneMs < least.aloneMs ? share : least));
}

/** In the exercise that she is at she needs no set-up; in any other she does. */
function restOf(chosen: readonly Pick<Share, 'planned' | 'index'>[], { plan, at }: Rest): Rest {
  const part = chosen[0]?.index === 0 ? at.part : 'setup';
  return {
    plan: { ...plan, purpose: 'short', exercises: chosen.map(({ planned }) => planned) },
    at: { exercise: 0, set: 0, part },
  };
}

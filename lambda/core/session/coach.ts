import type { Plan, Point } from '../routine/plan';
import { inManner, type Manner } from '../routine/plan-routine';
import type { Line } from '../speech/line';
import { lineText } from '../speech/line-text';
import { speechMs } from '../speech/speech-length';
import { wordsFor } from '../speech/words-for';
import { type Segment, segmentFrom } from '../timeline/segment';
import type { Act } from './act';
import { moved, type Turn } from './settle';
import { withTold } from './standing';
import type { Reply, SessionState } from './state';
import { whereAt } from './where';

/**
 * From the time of a request until its answer sounds: our own answer time, the network, the synthesis.
 * Source: platform sheet section 3, "Estimate instead": 1 to 2 s; confirm on a device.
 */
const START_UP_MS = 1_500;

/**
 * How many narrations of the same plan there are: a multiple of every number of equal wordings in it. So few that those of other listeners are
 * often compiled already.
 */
const NARRATIONS = 12;

/** Speak the plan from a point, after some lines, the way she likes it now. Notes when the segment's first word sounds, so that the next turn can tell where she is. */
export function coach(turn: Turn, planned: Plan, at: Point, before: readonly Line[]): Reply {
  const state = withTold(turn.state, before);
  const plan = inManner(planned, mannerOf(state));
  const words = wordsFor(state.locale);
  const segment = segmentFrom(plan, at, words);
  const speakingSinceMs = turn.atMs + START_UP_MS + leadMs(before, segment, state);
  const next = moved(state, { plan, at, repsDone: 0, speakingSinceMs });
  const acts: Act[] = [
    ...before.map((line): Act => ({ kind: 'say', line })),
    { kind: 'coach', segment },
    { kind: 'ask', ...invitation(plan, segment.next) },
  ];
  return [{ ...next, stage: { kind: 'coaching' }, invited: true, coached: true, lastSaid: null }, acts];
}

/** How she likes to be coached now, whatever it is. */
export function mannerOf({ profile, day, wording }: SessionState): Manner {
  const { delivery, difficulty } = profile;
  return { leadSide: day.nextLeadSide, delivery, difficulty, quiet: day.quiet, wording: wording % NARRATIONS };
}

/** How much later a segment's first word sounds for lines that are said before it, the pause between them included. Whole milliseconds. */
export function leadMs(before: readonly Line[], { cues }: Segment, { locale, wording }: SessionState): number {
  const words = wordsFor(locale);
  const first = cues[0]?.kind === 'speech' ? cues[0].text : '';
  const said = before.map((line) => lineText(line, words, wording));
  return speechMs([...said, first].join(' '), words.speech) - speechMs(first, words.speech);
}

/** What she is to say to go on at a point of a plan; null is its end. */
export function invitation(plan: Plan, next: Point | null): { readonly prompt: Line; readonly reprompt: Line } {
  if (next === null) return { prompt: { kind: 'say-done' }, reprompt: { kind: 'say-done' } };
  if (next.part === 'work' && next.set > 0) {
    const { set, side } = whereAt(plan, next, 0);
    const prompt: Line = { kind: 'say-ready-for-set', set: set ?? 1, side };
    return { prompt, reprompt: prompt };
  }
  if (next.part === 'setup') {
    const prompt: Line = { kind: 'say-ready-for-exercise', exercise: whereAt(plan, next, 0).exercise };
    return { prompt, reprompt: prompt };
  }
  return { prompt: { kind: 'say-ready' }, reprompt: { kind: 'still-here' } };
}

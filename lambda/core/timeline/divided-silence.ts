import { type SpeechLengths, speechMs } from '../speech/speech-length';
import type { SpeechPiece } from '../speech/ssml';
import { pick, type Words } from '../speech/words';

/**
 * Longest silence between two words. Well inside the platform's longest break, and short enough that nobody thinks the speaker has died.
 * Source: design section 3.
 */
const MAX_SILENCE_MS = 8_000;

/** Shortest and longest hold that can be asked for. Source: design section 2. */
export const HOLD_RANGE_MS = { min: 5_000, max: 60_000 } as const;

export type Moment = SpeechPiece;

/** A word that is to begin at a time within a silence. */
interface Mark {
  readonly atMs: number;
  readonly text: string;
}

const COUNTDOWN_STEP_MS = 1_000;
/** Below this, "halfway" would crowd the countdown. */
const HALFWAY_FROM_MS = 10_000;

/**
 * Divide a hold: halfway, and the last three seconds counted down. Words and silences together last exactly `holdMs`,
 * from the end of the word that starts the hold to the start of the word that ends it; the last count begins one second before that.
 * @throws RangeError outside {@link HOLD_RANGE_MS}: a fault of ours, since wishes are checked where they are taken
 */
export function dividedHold(holdMs: number, { coaching, speech }: Words, wording: number): readonly Moment[] {
  if (!Number.isInteger(holdMs) || holdMs < HOLD_RANGE_MS.min || holdMs > HOLD_RANGE_MS.max) {
    throw new RangeError(`A hold lasts ${HOLD_RANGE_MS.min} to ${HOLD_RANGE_MS.max} whole milliseconds, not ${holdMs}`);
  }
  const halfway = holdMs >= HALFWAY_FROM_MS ? [{ atMs: Math.round(holdMs / 2), text: coaching.halfway }] : [];
  const countdown = coaching.countdown.map((text, at) => ({
    atMs: holdMs - (coaching.countdown.length - at) * COUNTDOWN_STEP_MS,
    text,
  }));
  return divided(holdMs, [...halfway, ...countdown], (nth) => pick(coaching.keepBreathing, wording + nth), speech);
}

/** Divide a rest: the last five seconds are announced, and no silence is longer than {@link MAX_SILENCE_MS}. Lasts exactly `restMs`. */
export function dividedRest(restMs: number, { coaching, speech }: Words, wording: number): readonly Moment[] {
  const warning = restMs > 5_000 ? [{ atMs: restMs - 5_000, text: coaching.secondsLeft(5) }] : [];
  return divided(restMs, warning, (nth) => pick(coaching.easyBreath, wording + nth), speech);
}

function divided(
  totalMs: number,
  marks: readonly Mark[],
  filler: (nth: number) => string,
  speech: SpeechLengths,
): readonly Moment[] {
  const all = withFillers(totalMs, marks, filler);
  const lead = all[0]?.atMs ?? totalMs;
  return [
    silence(lead),
    ...all.flatMap((mark, at) => [
      say(mark.text),
      silence((all[at + 1]?.atMs ?? totalMs) - mark.atMs - speechMs(mark.text, speech)),
    ]),
  ];
}

/** Adds words wherever the silence between two marks would be too long, evenly spaced. */
function withFillers(totalMs: number, marks: readonly Mark[], filler: (nth: number) => string): readonly Mark[] {
  const filled: Mark[] = [];
  let nth = 0;
  let fromMs = 0;
  for (const mark of [...marks, { atMs: totalMs, text: '' }]) {
    const parts = Math.ceil((mark.atMs - fromMs) / MAX_SILENCE_MS);
    for (let part = 1; part < parts; part += 1) {
      filled.push({ atMs: fromMs + Math.round(((mark.atMs - fromMs) * part) / parts), text: filler(nth) });
      nth += 1;
    }
    if (mark.text !== '') filled.push(mark);
    fromMs = mark.atMs;
  }
  return filled;
}

function say(text: string): Moment {
  return { kind: 'say', text };
}

function silence(durationMs: number): Moment {
  return { kind: 'silence', durationMs };
}

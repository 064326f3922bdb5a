import { EXERCISES } from '../lambda/core/routine/exercises';
import { type Cue, endOf, type Place } from '../lambda/core/timeline/cue';
import { piecesOf } from '../lambda/core/timeline/segment';
import { EDGE_AMPLITUDE, type Pcm, type RenderedSpeech, renderSpeech, type Speak, speakPhrase } from './voice';

/** One hold as it was asked for and as it can be heard: from the last sound of the word that starts it to the first of the one that ends it. */
export interface MeasuredHold {
  /** A `long` hold is a whole exercise and is divided by words; a `short` one is one silence within a rep. */
  readonly kind: 'short' | 'long';
  readonly place: Place;
  readonly askedMs: number;
  /** Not rounded. */
  readonly heardMs: number;
}

/** A segment as the timeline has it and as it sounds. */
export interface MeasuredSegment {
  readonly holds: readonly MeasuredHold[];
  readonly timelineMs: number;
  readonly heardMs: number;
}

/** Say a segment's cues, which follow one another without gaps, and measure the sound. */
export async function measureSegment(cues: readonly Cue[], speak: Speak = speakPhrase): Promise<MeasuredSegment> {
  const rendered = await renderSpeech(piecesOf(cues), speak);
  const { samples, samplesPerSecond } = rendered.sound;
  const last = cues.at(-1);
  return {
    holds: holdsIn(cues).map((hold) => measured(hold, cues, rendered)),
    timelineMs: last === undefined ? 0 : endOf(last),
    heardMs: (samples.length * 1_000) / samplesPerSecond,
  };
}

/** By how much a hold is too long, or too short where negative, in milliseconds. */
export function holdError({ heardMs, askedMs }: MeasuredHold): number {
  return heardMs - askedMs;
}

/** The first and the last cue of a hold, by index. */
interface HoldCues {
  readonly kind: MeasuredHold['kind'];
  readonly first: number;
  readonly last: number;
}

function holdsIn(cues: readonly Cue[]): HoldCues[] {
  const holds: HoldCues[] = [];
  for (const [at, cue] of cues.entries()) {
    if (cue.kind !== 'hold') continue;
    const before = holds.at(-1);
    if (before && isOneHold(cues.slice(before.last, at + 1))) holds.splice(-1, 1, { ...before, last: at });
    else holds.push({ kind: isHeldWhole(cue.place) ? 'long' : 'short', first: at, last: at });
  }
  return holds;
}

/** Words divide the hold that is a whole exercise; within a rep each hold stands alone. */
function isOneHold(cues: readonly Cue[]): boolean {
  const place = cues[0]?.place;
  return cues.every(
    (cue) =>
      (cue.kind === 'hold' || cue.kind === 'speech') &&
      isHeldWhole(cue.place) &&
      cue.place.part === 'work' &&
      cue.place.exercise === place?.exercise &&
      cue.place.set === place.set &&
      cue.place.rep === place.rep,
  );
}

/** Whether holding still is the whole exercise, which no difficulty changes. */
function isHeldWhole({ exercise }: Place): boolean {
  return EXERCISES[exercise].work.standard.kind === 'hold';
}

function measured(
  { kind, first, last }: HoldCues,
  cues: readonly Cue[],
  { sound, spans }: RenderedSpeech,
): MeasuredHold {
  const [firstCue, lastCue, firstSpan, lastSpan] = [cues[first], cues[last], spans[first], spans[last]];
  if (!firstCue || !lastCue || !firstSpan || !lastSpan) throw new RangeError('A hold lies outside its segment');
  const startMs = silenceStartMs(sound, firstSpan.startMs);
  const endMs = silenceEndMs(sound, lastSpan.startMs + lastSpan.durationMs);
  return { kind, place: firstCue.place, askedMs: endOf(lastCue) - firstCue.atMs, heardMs: endMs - startMs };
}

/** The sound itself is asked, not the bookkeeping: a silence that was joined to its neighbour is found out. */
function silenceStartMs({ samples, samplesPerSecond }: Pcm, fromMs: number): number {
  let at = Math.round((fromMs * samplesPerSecond) / 1_000);
  while (at > 0 && Math.abs(samples[at - 1] ?? 0) <= EDGE_AMPLITUDE) at -= 1;
  return (at * 1_000) / samplesPerSecond;
}

function silenceEndMs({ samples, samplesPerSecond }: Pcm, fromMs: number): number {
  let at = Math.round((fromMs * samplesPerSecond) / 1_000);
  while (at < samples.length && Math.abs(samples[at] ?? 0) <= EDGE_AMPLITUDE) at += 1;
  return (at * 1_000) / samplesPerSecond;
}

import type { Plan, Point } from '../routine/plan';
import { type SpeechLengths, speechMs } from '../speech/speech-length';
import { type SpeechPiece, toSsml } from '../speech/ssml';
import type { Words } from '../speech/words';
import { type Cue, endOf } from './cue';
import { type Beat, type Stretch, stretchesFrom } from './stretches';

/**
 * Most characters of a segment, tags included. The platform refuses 8,000 for a whole response and we aim at 6,000; the rest is for
 * what is said before and after. Source: design section 3; platform sheet section 1.
 */
const MAX_SEGMENT_CHARACTERS = 5_000;

/** What one response speaks of the routine: stretches in one go, up to the next stop. */
export interface Segment {
  /** Timed from the segment's first word. */
  readonly cues: readonly Cue[];
  readonly durationMs: number;
  /** Where the routine goes on afterwards; null when it is finished. */
  readonly next: Point | null;
}

/**
 * Compile the segment that begins at a point of a plan. It is remembered, for the turn after it asks for the same one again, and so do other
 * listeners: most are coached in the same manner.
 * @throws RangeError when the point lies outside the plan, or one stretch alone is too long: faults of ours
 */
export function segmentFrom(plan: Plan, from: Point, words: Words): Segment {
  const key = JSON.stringify([plan, from]);
  const known = remembered(words).get(key);
  if (known !== undefined) return known;
  const segment = compiledFrom(plan, from, words);
  remember(words, key, segment);
  return segment;
}

function compiledFrom(plan: Plan, from: Point, words: Words): Segment {
  const isPlanned = plan.exercises[from.exercise]?.sets[from.set] !== undefined;
  const [segment] = isPlanned ? packSegments(stretchesFrom(plan, from, words), words.speech) : [];
  if (segment === undefined) throw new RangeError(`Nothing is planned at exercise ${from.exercise}, set ${from.set}`);
  return segment;
}

/**
 * Pack stretches into segments: cut where the plan stops, else before what would no longer fit, and then rather between two exercises
 * than between two sets. The segments' cues, one after the other, are the stretches' cues, timed by what the voice takes.
 * @throws RangeError when one stretch alone is longer than {@link MAX_SEGMENT_CHARACTERS}
 */
export function* packSegments(stretches: Iterable<Stretch>, speech: SpeechLengths): Generator<Segment, void> {
  let open: Stretch[] = [];
  let characters = 0;
  for (const unit of units(stretches)) {
    for (const [part, size] of fitting(unit)) {
      if (open.length > 0 && characters + size > MAX_SEGMENT_CHARACTERS) {
        yield joined(open, speech);
        open = [];
        characters = 0;
      }
      open.push(...part);
      characters += size;
    }
    if (unit.at(-1)?.stops) {
      yield joined(open, speech);
      open = [];
      characters = 0;
    }
  }
  if (open.length > 0) yield joined(open, speech);
}

/** Some 30 KB each at most; bounds the memory of a process that lives for days. */
const MOST_REMEMBERED = 100;

/** By the language they are spoken in. */
const segments = new WeakMap<Words, Map<string, Segment>>();

function remembered(words: Words): Map<string, Segment> {
  const known = segments.get(words) ?? new Map<string, Segment>();
  segments.set(words, known);
  return known;
}

function remember(words: Words, key: string, segment: Segment): void {
  const known = remembered(words);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, segment);
}

/** The pieces of speech that cues stand for. What follows a silence begins with a capital letter. */
export function piecesOf(cues: readonly (Cue | Beat)[]): SpeechPiece[] {
  return cues.map((cue, at) => {
    if (cue.kind !== 'speech') return { kind: 'silence', durationMs: cue.durationMs };
    return { kind: 'say', text: cues[at - 1]?.kind === 'speech' ? cue.text : capital(cue.text) };
  });
}

/** Stretches that belong together: those of one exercise, up to a stop. */
function* units(stretches: Iterable<Stretch>): Generator<Stretch[], void> {
  let unit: Stretch[] = [];
  for (const stretch of stretches) {
    if (unit.length > 0 && unit[0]?.exercise !== stretch.exercise) {
      yield unit;
      unit = [];
    }
    unit.push(stretch);
    if (stretch.stops) {
      yield unit;
      unit = [];
    }
  }
  if (unit.length > 0) yield unit;
}

/** A unit as one part if it fits in a segment, else stretch by stretch; each part with its characters. */
function fitting(unit: Stretch[]): [Stretch[], number][] {
  const whole = charactersOf(unit);
  if (whole <= MAX_SEGMENT_CHARACTERS) return [[unit, whole]];
  return unit.map((stretch) => {
    const size = charactersOf([stretch]);
    if (size > MAX_SEGMENT_CHARACTERS) throw new RangeError(`A stretch of ${size} characters fits in no segment`);
    return [[stretch], size];
  });
}

function charactersOf(stretches: readonly Stretch[]): number {
  return toSsml(piecesOf(stretches.flatMap((stretch) => stretch.beats))).length + 1;
}

function joined(stretches: readonly Stretch[], speech: SpeechLengths): Segment {
  const cues = timed(
    stretches.flatMap((stretch) => stretch.beats),
    speech,
  );
  const last = cues.at(-1);
  return { cues, durationMs: last === undefined ? 0 : endOf(last), next: stretches.at(-1)?.next ?? null };
}

/** Gives each beat its time. Words that follow words take the pause between them as well, so they are measured as one phrase. */
function timed(beats: readonly Beat[], speech: SpeechLengths): Cue[] {
  let atMs = 0;
  let phrase = '';
  return beats.map((beat) => {
    const before = phrase;
    phrase = beat.kind === 'speech' ? `${before} ${beat.text}`.trim() : '';
    const durationMs = beat.kind === 'speech' ? speechMs(phrase, speech) - speechMs(before, speech) : beat.durationMs;
    const cue: Cue = { ...beat, atMs, durationMs };
    atMs += durationMs;
    return cue;
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

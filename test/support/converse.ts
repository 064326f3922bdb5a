import type { Difficulty, ExerciseId } from '../../lambda/core/routine/exercise';
import { DEFAULT_DELIVERY, type Delivery, type Guidance, type Pace, type Stops } from '../../lambda/core/routine/plan';
import type { Topic } from '../../lambda/core/safety/back-pain';
import type { Symptom } from '../../lambda/core/safety/symptom';
import type { Act } from '../../lambda/core/session/act';
import { isBlank } from '../../lambda/core/session/day';
import type { EndReason, NamedExercise, PartOfDay, SessionEvent, Said as Slot } from '../../lambda/core/session/event';
import { NEW_PROFILE } from '../../lambda/core/session/new-profile';
import { openSession } from '../../lambda/core/session/open-session';
import type { Day, Profile } from '../../lambda/core/session/progress';
import { reconcile } from '../../lambda/core/session/reconcile';
import { segmentOf } from '../../lambda/core/session/settle';
import type { Reply, SessionState } from '../../lambda/core/session/state';
import { transition } from '../../lambda/core/session/transition';
import type { Line } from '../../lambda/core/speech/line';
import { localDate } from '../../lambda/core/streak/local-date';
import type { Segment } from '../../lambda/core/timeline/segment';

type Kind = Exclude<SessionEvent['kind'], 'ended'>;

/** What she names as an exercise: one of ours, a word that fits more, or one that we do not have. */
type Name = Short | 'several' | 'unknown';

/**
 * What she says or what happens: an event's kind when she says nothing in its slots, else as here. `difficulty:easier:plank` names an exercise
 * besides, `remind:19` is an hour, `remind:7:evening` one with its part of the day, `away:10min` is less than a day, and `unknown` is what nobody
 * can take.
 */
export type Said =
  | Kind
  | `${'skip' | 'instructions' | 'practice'}:${Name}`
  | `minutes:${number | 'unknown'}`
  | `pace:${Pace | 'unknown'}`
  | `hold:${number | 'longer' | 'shorter' | 'unknown'}`
  | `difficulty:${Difficulty | 'unknown'}`
  | `difficulty:${Difficulty | 'unknown'}:${Name}`
  | `guidance:${Guidance | 'unknown'}`
  | `stops:${Stops | 'unknown'}`
  | `quiet:${'on' | 'off' | 'unknown'}`
  | `pain:${Symptom | 'unknown'}`
  | `score:${number}`
  | `topic:${Topic | 'unknown'}`
  | `away:${number | `${number}min` | 'over' | 'unknown'}`
  | `remind:${number | PartOfDay | 'unknown'}`
  | `remind:${number}:${PartOfDay}`;

/** Short names for the four exercises, so that a table of conversations stays readable. */
export type Short = 'knees' | 'march' | 'kicks' | 'plank';

export const IDS: Readonly<Record<Short, ExerciseId>> = {
  knees: 'bridge-abduction-adduction',
  march: 'bridge-march',
  kicks: 'donkey-kicks',
  plank: 'elevated-plank',
};

export interface Opening {
  /** With an offset: `2026-11-22T07:30-05:00`. */
  readonly at: string;
  /** The device's zone; null when it could not be learnt. */
  readonly zone: string | null;
  readonly locale: string;
  readonly profile: Profile | null;
  readonly days: readonly Day[];
}

/** Someone who was welcomed long ago, coached in her own way. */
export function listener(delivery: Partial<Delivery> = {}): Profile {
  return {
    ...NEW_PROFILE,
    delivery: { ...DEFAULT_DELIVERY, ...delivery },
    disclaimerHeardOn: localDate('2026-11-01'),
  };
}

/** One listener talking to the skill's mind: state through JSON at every turn, a clock of her own, and her days kept as the store would. */
export class Conversation {
  nowMs: number;
  state: SessionState;
  acts: readonly Act[] = [];
  /** Whether the session has ended, so that the next thing said opens another one. */
  isOver = false;
  private zone: string | null;
  private readonly locale: string;
  private profile: Profile | null;
  private readonly days = new Map<string, Day>();

  constructor({ at, zone, locale, profile, days }: Opening) {
    this.nowMs = Date.parse(at);
    this.zone = zone;
    this.locale = locale;
    this.profile = profile;
    for (const day of days) this.days.set(day.date, day);
    this.state = this.opened();
  }

  /** Say something now. Gives back what is heard, as {@link heardIn} writes it. */
  says(said: Said): string {
    return this.happens(eventOf(said, this.nowMs));
  }

  /** Say one thing after the other; the answer to the last is given back. */
  saysAll(...said: readonly Said[]): string {
    return said.map((each) => this.says(each)).at(-1) ?? '';
  }

  /** Let her do all that is left, segment by segment, until the session closes; the last answer is given back. */
  finishes(): string {
    let heard = '';
    for (let turns = 0; turns < 40 && !heard.endsWith('bye'); turns += 1) {
      if (this.today.checkpoint?.speakingSinceMs != null) this.hearsOut();
      heard = this.says('ready');
    }
    return heard;
  }

  /** The platform ends the session. */
  ends(reason: EndReason): this {
    this.happens({ kind: 'ended', reason, atMs: this.nowMs });
    return this;
  }

  /** Let the segment that is being spoken go on until this second of it. */
  hears(seconds: number): this {
    this.nowMs = Math.max(this.nowMs, this.speakingSinceMs + Math.round(seconds * 1_000));
    return this;
  }

  /** Let the segment end, and the silence after it. */
  hearsOut(): this {
    this.nowMs = this.speakingSinceMs + this.segment.durationMs + 3_000;
    return this;
  }

  waits(ms: number): this {
    this.nowMs += ms;
    return this;
  }

  /** Look at the clock: with an offset. */
  isNow(at: string): this {
    this.nowMs = Date.parse(at);
    return this;
  }

  /** The session vanishes without a word, and a new one is opened, on any device, from what was stored. */
  returns(zone: string | null = this.zone): this {
    this.zone = zone;
    this.state = this.opened();
    this.isOver = false;
    return this;
  }

  /** The same conversation once more, to go on differently. */
  fork(): Conversation {
    return Object.assign(converse(), structuredClone({ ...this }));
  }

  /** Her session learns what another device wrote in the meantime. */
  learnsFrom(other: Conversation): this {
    this.state = throughJson(reconcile(this.state, other.profile, other.newestFirst()));
    for (const day of [...other.newestFirst(), this.state.day]) if (!isBlank(day)) this.days.set(day.date, day);
    return this;
  }

  /** What the store holds of a date. */
  day(date: string): Day | undefined {
    return this.days.get(date);
  }

  get today(): Day {
    return this.state.day;
  }

  /** Which sets were done today, from 1: `knees 1 2, march 1`. */
  get done(): string {
    return doneIn(this.today);
  }

  /** The lines of one kind that were heard in the last answer. */
  lines<K extends Line['kind']>(kind: K): readonly Extract<Line, { kind: K }>[] {
    const lines = this.acts.flatMap((act) =>
      act.kind === 'say' ? [act.line] : act.kind === 'ask' ? [act.prompt, act.reprompt] : [],
    );
    return lines.filter((line): line is Extract<Line, { kind: K }> => line.kind === kind);
  }

  /** The segment that is being spoken. */
  get segment(): Segment {
    if (this.state.day.checkpoint === null) throw new Error('Nothing is being spoken');
    return segmentOf(this.state, this.state.day.checkpoint);
  }

  private get speakingSinceMs(): number {
    const sinceMs = this.state.day.checkpoint?.speakingSinceMs;
    if (sinceMs == null) throw new Error('Nothing is being spoken');
    return sinceMs;
  }

  happens(event: SessionEvent): string {
    const [state, acts] = throughJson(transition(this.state, event));
    this.state = state;
    this.acts = acts;
    this.isOver = acts.length === 0 || acts.at(-1)?.kind === 'close';
    this.profile = state.profile;
    if (!isBlank(state.day)) this.days.set(state.day.date, state.day);
    return heardIn(acts);
  }

  private opened(): SessionState {
    const now = { atMs: this.nowMs, locale: this.locale, deviceZone: this.zone };
    return throughJson(openSession(this.profile, this.newestFirst(), now));
  }

  private newestFirst(): readonly Day[] {
    return [...this.days.values()].sort((a, b) => (a.date < b.date ? 1 : -1));
  }
}

/** Begin: on a Sunday morning in New York, as someone who was welcomed long ago, unless told otherwise. */
export function converse(opening: Partial<Opening> = {}): Conversation {
  return new Conversation({
    at: '2026-11-22T07:30-05:00',
    zone: 'America/New_York',
    locale: 'en-US',
    profile: listener(),
    days: [],
    ...opening,
  });
}

/** Kinds of lines that are a question or a plain invitation. */
const QUESTIONS = /^(ask-|say-|still-here$|which-one$)/;

const ENDINGS: ReadonlySet<Act['kind']> = new Set(['ask', 'close', 'ask-permission', 'attempt']);

/** An answer ends in exactly one question, task or close, asks only there, and never closes in silence. */
export function expectAProperEnding(acts: Reply[1]): void {
  expect(acts.filter(({ kind }) => ENDINGS.has(kind))).toEqual([acts.at(-1)]);
  expect(acts.filter(({ kind }) => kind === 'coach').length).toBeLessThanOrEqual(1);
  for (const act of acts) {
    if (act.kind === 'say') expect(act.line.kind).not.toMatch(QUESTIONS);
    if (act.kind === 'coach') expect(acts.at(-1)?.kind).toBe('ask');
    if (act.kind === 'ask') for (const { kind } of [act.prompt, act.reprompt]) expect(kind).toMatch(QUESTIONS);
    if (act.kind === 'close') expect(acts.length).toBeGreaterThan(1);
  }
}

/**
 * An answer in a line: what is said, where coaching begins, and how it ends: `greeting [knees set-up] say-ready?`, `kept bye`,
 * `(set-reminder)` for a task.
 */
export function heardIn(acts: Reply[1]): string {
  return acts.map(heardOf).join(' ');
}

function heardOf(act: Act): string {
  switch (act.kind) {
    case 'say':
      return act.line.kind;
    case 'coach':
      return `[${beginningOf(act.segment)}]`;
    case 'ask':
      return `${act.prompt.kind}?`;
    case 'ask-permission':
      return 'may-I?';
    case 'attempt':
      return `(${act.task.kind})`;
    case 'close':
      return 'bye';
  }
}

export function doneIn({ setsDone }: Day): string {
  return Object.entries(IDS)
    .filter(([, id]) => setsDone[id].length > 0)
    .map(([short, id]) => `${short} ${setsDone[id].map((set) => set + 1).join(' ')}`)
    .join(', ');
}

export function eventOf(said: Said, atMs: number): SessionEvent {
  const [kind, value, name] = said.split(':') as [Said, string | undefined, string | undefined];
  return { ...happening(kind, value, name), atMs } as SessionEvent;
}

/** An event without its time. */
function happening(kind: string, value: string | undefined, name: string | undefined): object {
  switch (kind) {
    case 'skip':
    case 'instructions':
    case 'practice':
      return { kind, exercise: named(value) };
    case 'minutes':
    case 'start-routine':
      return { kind: 'start-routine', minutes: slot(value, Number) };
    case 'pace':
    case 'change-pace':
      return { kind: 'change-pace', pace: slot(value, String) };
    case 'hold':
    case 'set-plank-hold':
      return { kind: 'set-plank-hold', hold: slot(value, holdWish) };
    case 'difficulty':
    case 'change-difficulty':
      return { kind: 'change-difficulty', difficulty: slot(value, String), exercise: named(name) };
    case 'guidance':
    case 'set-guidance':
      return { kind: 'set-guidance', guidance: slot(value, String) };
    case 'stops':
    case 'set-stops':
      return { kind: 'set-stops', stops: slot(value, String) };
    case 'quiet':
    case 'quiet-mode':
      return { kind: 'quiet-mode', on: slot(value, (text) => text === 'on') };
    case 'pain':
    case 'report-pain':
      return { kind: 'report-pain', symptom: slot(value, String), score: slot(undefined, Number) };
    case 'score':
      return { kind: 'report-pain', symptom: slot(undefined, String), score: slot(value, Number) };
    case 'topic':
    case 'ask-back-pain':
      return { kind: 'ask-back-pain', topic: slot(value, String) };
    case 'away':
    case 'pause-streak':
      return { kind: 'pause-streak', pause: slot(value, pauseWish) };
    case 'remind':
    case 'set-reminder':
      return { kind: 'set-reminder', time: slot(value, (text) => timeWish(text, name)), permitted: true };
    case 'permission-answered':
      return { kind, answer: 'accepted', time: EVENING };
    case 'reminder-set':
      return { kind, token: 'a-token', time: EVENING };
    case 'reminder-failed':
      return { kind, trouble: 'unavailable', time: EVENING };
    default:
      return { kind };
  }
}

const EVENING = { hour: 19, minute: 30 };

function slot<T>(text: string | undefined, read: (text: string) => T): Slot<T> {
  if (text === undefined) return { kind: 'nothing' };
  return text === 'unknown' ? { kind: 'unknown' } : { kind: 'value', value: read(text) };
}

function named(name: string | undefined): NamedExercise {
  if (name === undefined) return { kind: 'none' };
  if (name === 'unknown') return { kind: 'unknown' };
  if (name === 'several') return { kind: 'several', ids: [IDS.knees, IDS.march] };
  return { kind: 'one', id: IDS[name as Short] };
}

function holdWish(text: string): object {
  return text === 'longer' || text === 'shorter' ? { kind: text } : { kind: 'seconds', seconds: Number(text) };
}

function pauseWish(text: string): object {
  if (text.endsWith('min')) return { kind: 'minutes', minutes: Number.parseInt(text, 10) };
  return text === 'over' ? { kind: 'over' } : { kind: 'days', days: Number(text) };
}

function timeWish(text: string, part: string | undefined): object {
  const hour = Number(text);
  if (Number.isNaN(hour)) return { kind: 'part-of-day', part: text };
  return { kind: 'at', time: { hour, minute: 0 }, part: part ?? null };
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function beginningOf({ cues }: Segment): string {
  const place = cues[0]?.place;
  const short = Object.entries(IDS).find(([, id]) => id === place?.exercise)?.[0];
  return `${short} ${place?.set == null ? 'set-up' : `set ${place.set + 1}`}`;
}

/** She has heard out the first bridge, and the sets of the march have begun. */
export function inTheMarch(): Conversation {
  const her = converse();
  her.saysAll('launch', 'ready');
  her.hearsOut().says('ready');
  return her;
}

/** She has heard out both bridges, and the first donkey kicks have begun. */
export function inTheKicks(): Conversation {
  const her = inTheMarch();
  her.hearsOut().says('ready');
  return her;
}

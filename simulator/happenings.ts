import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Playback } from './playback';
import type { Breach } from './rule';
import type { EndOfSession, Step } from './session-course';
import type { Understanding, Understood } from './understanding';

/** Finds out what she wants. Outside a session only what calls the skill by its name is for the skill. */
export type Understand = Understanding['understand'];

/** One request and its answer. */
export interface Turn {
  readonly kind: 'turn';
  readonly device: string;
  /** When the request was sent, in epoch milliseconds. */
  readonly atMs: number;
  /** Her words; null when it was not she who caused the request. */
  readonly heard: string | null;
  /** How far into Alexa's speech she spoke, from its first word; null when Alexa was not speaking. */
  readonly bargedInAtMs: number | null;
  /** Null also for what she answers to Alexa herself. */
  readonly understood: Understood | null;
  /** Null when the words were not for the skill: they went to Alexa, and nothing was asked of the skill. */
  readonly request: RequestEnvelope | null;
  readonly response: ResponseEnvelope | null;
  /** Wall-clock time. */
  readonly answeredInMs: number;
  /** What Alexa says, for the skill and then on her own account; null when nothing. */
  readonly speech: Playback | null;
  /** The same without tags and times; empty when nothing is said. */
  readonly says: string;
  /** What follows if nobody says anything. */
  readonly course: readonly Step[];
  /** Whether the session is open after it. */
  readonly sessionOpen: boolean;
  readonly breaches: readonly Breach[];
}

/** A reminder that rings: Alexa's own doing, which interrupts nothing that the skill says. */
export interface Rang {
  readonly kind: 'reminder-rang';
  readonly device: string;
  /** When it was due, in epoch milliseconds. */
  readonly atMs: number;
  /** What Alexa says, her lead included. */
  readonly says: string;
}

/** Everything that can be seen and heard of a skill, in order of time. */
export type Happening =
  | Turn
  | { readonly kind: 'reprompted'; readonly device: string; readonly atMs: number; readonly playback: Playback }
  | { readonly kind: 'session-ended'; readonly device: string; readonly atMs: number; readonly why: WhyEnded }
  | Rang;

/** `error` is the platform's own doing, because it could not use an answer. */
export type WhyEnded = EndOfSession | 'unplugged' | 'by-user' | 'error' | 'skill-disabled';

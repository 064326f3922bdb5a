import type { Doing } from './echo-device';
import type { Happening, WhyEnded } from './happenings';
import type { Playback } from './playback';
import { asLine, endLine, INDENT, mannerOf, reminderLine, speechLines } from './transcript';

/** A few words and the moment they are spoken, in epoch milliseconds. */
export interface WordGroup {
  readonly atMs: number;
  readonly text: string;
  /** Whether they come at the beginning or after a silence, and not right behind other words. */
  readonly isFresh: boolean;
}

/** Where a view shows its lines. */
export interface ViewOutput {
  line(text: string): void;
  /** More words for the line that was written last, if there is room in it. */
  more(text: string): void;
}

/** Shows speech as it sounds: words when their moment has come. */
export interface LiveView {
  /** Take note of what happened; what was to be said before it has been said. */
  happened(happening: Happening): void;
  /** Show what has been said by a moment. */
  showUntil(atMs: number): void;
}

/** Make a view. `isFast` shows each speech whole, as soon as it is there. */
export function createLiveView(output: ViewOutput, isFast: boolean): LiveView {
  let coming: readonly WordGroup[] = [];
  const showUntil = (atMs: number): void => {
    const due = coming.filter((group) => group.atMs <= atMs);
    coming = coming.slice(due.length);
    for (const { text, isFresh } of due) isFresh ? output.line(text) : output.more(text);
  };
  const begin = (playback: Playback | null): void => {
    coming = playback && !isFast ? wordGroups(playback) : [];
    if (playback && isFast) for (const line of speechLines(playback)) output.line(line);
  };
  return {
    showUntil,
    happened: (happening) => {
      showUntil(happening.atMs);
      if (happening.kind === 'reprompted') begin(happening.playback);
      if (happening.kind === 'reminder-rang') output.line(`  ${reminderLine(happening)}`);
      if (happening.kind === 'session-ended') {
        if (CUTS_HER_OFF.includes(happening.why)) begin(null);
        output.line(`  ${endLine(happening.why)}`);
      }
      if (happening.kind !== 'turn') return;
      if (happening.heard !== null || happening.speech) begin(happening.speech);
      if (happening.understood?.kind === 'not-for-us') output.line(NOT_PASSED_ON);
      for (const breach of happening.breaches) output.line(asLine(breach));
    },
  };
}

/** Divide a speech where a speaker would take breath, so that it can be shown as it is spoken. */
export function wordGroups({ startsAtMs, pieces }: Playback): readonly WordGroup[] {
  const groups = pieces.flatMap((piece, at): readonly WordGroup[] => {
    const manner = mannerOf(piece, pieces.slice(0, at));
    const fromMs = startsAtMs + piece.atMs;
    if (piece.kind === 'audio') return [{ atMs: fromMs, text: '(sound)', isFresh: true }];
    if (piece.kind === 'silence') return [];
    return groupsIn(piece.text).map(({ text, start }) => ({
      atMs: fromMs + Math.round((piece.durationMs * start) / piece.text.length),
      text: start === 0 ? `${manner}${text}` : text,
      isFresh: start === 0,
    }));
  });
  return groups.map((group, index) =>
    group.isFresh ? { ...group, text: `${index === 0 ? '  Alexa: ' : INDENT}${group.text}` } : group,
  );
}

/** Tell in a few characters what Alexa is doing, to stand before the place where she types. */
export function statusOf(doing: Doing, nowMs: number, sessionOpen: boolean): string {
  switch (doing.kind) {
    case 'starting-to-speak':
      return '...';
    case 'speaking': {
      const { piece, intoPieceMs } = doing.at;
      return piece.kind === 'silence' && piece.durationMs >= SHOWN_MS ? bar(intoPieceMs, piece.durationMs) : 'speaking';
    }
    case 'listening':
      return `listening ${Math.ceil((doing.untilMs - nowMs) / 1_000)} s`;
    case 'waiting':
      return sessionOpen ? 'waiting' : 'asleep';
  }
}

/** Ends of a session after which not a word more is heard. */
const CUTS_HER_OFF: readonly WhyEnded[] = ['unplugged', 'by-user', 'skill-disabled'];

const NOT_PASSED_ON = '  (Alexa keeps this to herself: call the skill by its name)';

/** Shorter silences are over before a bar could be read. */
const SHOWN_MS = 1_000;
const BAR_WIDTH = 20;

function bar(intoMs: number, lengthMs: number): string {
  const full = Math.round((BAR_WIDTH * intoMs) / lengthMs);
  const left = ((lengthMs - intoMs) / 1_000).toFixed(1);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_WIDTH - full)}] ${left} s`;
}

/** Sentences, and within long ones the parts between commas. */
function groupsIn(text: string): readonly { readonly text: string; readonly start: number }[] {
  return [...text.matchAll(/\S(?:[^.!?]{0,60}?[,;:](?=\s)|[^.!?]*[.!?]+["'”’)]*(?=\s|$)|.*$)/g)].map((found) => ({
    text: found[0],
    start: found.index,
  }));
}

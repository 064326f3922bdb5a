import { FIRST_DEVICE } from './alexa';
import type { Happening, Rang, Turn, WhyEnded } from './happenings';
import type { FailedExpectation } from './play-script';
import type { Playback, PlayedPiece } from './playback';
import type { Breach } from './rule';

/** Write down what happened, as lines to be read. `startedAtMs` is the moment that the transcript counts from. */
export function transcriptOf(happening: Happening, startedAtMs: number): readonly string[] {
  const at = `[${asClock(happening.atMs - startedAtMs)}]`;
  const where = happening.device === FIRST_DEVICE ? '' : ` (${happening.device})`;
  switch (happening.kind) {
    case 'turn':
      return [
        ...wordsHeard(happening, `${at}${where}`),
        ...answer(happening, startedAtMs),
        ...happening.breaches.map(asLine),
      ];
    case 'reprompted':
      return [`${at}${where} (nobody answers)`, ...speechLines(happening.playback)];
    case 'reminder-rang':
      return [`${at}${where} ${reminderLine(happening)}`];
    case 'session-ended':
      return [`${at}${where} ${endLine(happening.why)}`];
  }
}

/** Write a breach as one line. */
export function asLine({ rule, severity, detail, source }: Breach): string {
  return `  ! ${severity}: ${rule}: ${detail} (${source})`;
}

/** Write what Alexa says, longer silences in brackets. */
export function speechLines({ pieces }: Playback, remark = ''): readonly string[] {
  return wrapped(
    `${pieces.map((piece, at) => `${mannerOf(piece, pieces.slice(0, at))}${pieceText(piece)}`).join(' ')}${remark}`,
  );
}

/** Say how words are said, where that changes: whispered, or on Alexa's own account. Empty where it does not. */
export function mannerOf(piece: PlayedPiece, before: readonly PlayedPiece[]): string {
  if (piece.kind !== 'words') return '';
  const last = before.findLast(({ kind }) => kind === 'words');
  const isNew = last?.kind !== 'words' || last.whispered !== piece.whispered || last.byAlexa !== piece.byAlexa;
  if (!isNew) return '';
  if (piece.byAlexa) return '(Alexa herself) ';
  if (piece.whispered) return '(whispering) ';
  return last?.kind === 'words' && last.whispered ? '(aloud) ' : '';
}

/** Where the words of a speech begin in their lines. */
export const INDENT = ' '.repeat('  Alexa: '.length);

/** Write a length of time as on a stop-watch. */
function asClock(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const twoDigits = (count: number): string => String(count).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const inHour = `${minutes < 60 ? minutes : twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
  return minutes < 60 ? inHour : `${Math.floor(minutes / 60)}:${inHour}`;
}

/** Say why a session ended. */
export function endLine(why: WhyEnded): string {
  return `(${WHY_ENDED[why]})`;
}

/** Show a reminder that rings. */
export function reminderLine({ says }: Rang): string {
  return `(a reminder rings) ${says}`;
}

/** Sum up a played script. */
export function summaryOf(happenings: readonly Happening[], failures: readonly FailedExpectation[]): readonly string[] {
  const turns = happenings.filter((happening): happening is Turn => happening.kind === 'turn');
  const breaches = turns.flatMap((turn) => turn.breaches);
  const cautions = breaches.filter(({ severity }) => severity === 'caution').length;
  const counts = [
    counted(turns.filter(({ heard }) => heard !== null).length, 'turn'),
    counted(breaches.length - cautions, 'breach', 'breaches'),
    ...(cautions > 0 ? [counted(cautions, 'caution')] : []),
    ...(failures.length > 0 ? [counted(failures.length, 'failed expectation')] : []),
  ];
  return [...failures.map(failureLine), counts.join(', ')];
}

const WIDTH = 110;

const WHY_ENDED: Readonly<Record<WhyEnded, string>> = {
  'by-skill': 'the session is closed',
  unanswered: 'nobody answers; the session ends',
  'screen-idle': 'nothing happens; the session ends',
  unplugged: 'the power is cut; the session is gone',
  'by-user': 'she ends the session',
  error: 'the platform ends the session',
  'skill-disabled': 'the skill is disabled; the session is gone',
};

function wordsHeard({ heard, bargedInAtMs, request }: Turn, at: string): readonly string[] {
  if (heard === null)
    return request?.request.type === 'SessionEndedRequest' ? [] : [`${at} (${request?.request.type})`];
  const barging = bargedInAtMs === null ? '' : `, ${asClock(bargedInAtMs)} into her speech`;
  return [`${at} She${barging}: ${heard}`];
}

function answer({ speech, request, atMs }: Turn, startedAtMs: number): readonly string[] {
  const kept = request === null ? ['  (this was not for the skill)'] : [];
  if (!speech) return kept;
  const ends = asClock(speech.startsAtMs + speech.durationMs - startedAtMs);
  const long = speech.startsAtMs + speech.durationMs - atMs > 30_000 ? ` [until ${ends}]` : '';
  return [...kept, ...speechLines(speech, long)];
}

function pieceText(piece: PlayedPiece): string {
  switch (piece.kind) {
    case 'words':
      return piece.text;
    case 'silence':
      return piece.durationMs < 1_000 ? '…' : `(${Number((piece.durationMs / 1_000).toFixed(1))} s)`;
    case 'audio':
      return '(sound)';
  }
}

/** Break a speech into lines, the later ones indented under its first word. */
function wrapped(said: string): readonly string[] {
  const lines = ['  Alexa:'];
  for (const word of said.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length <= WIDTH) lines.splice(-1, 1, longer);
    else lines.push(`${INDENT}${word}`);
  }
  return lines;
}

function failureLine(failure: FailedExpectation): string {
  const { line, said } = failure;
  const wish = 'expected' in failure ? `expected "${failure.expected}"` : `did not expect "${failure.unexpected}"`;
  return `  ! line ${line}: ${wish}, but Alexa said "${said}"`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

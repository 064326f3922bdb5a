import type { Line } from '../speech/line';
import { help, instructions, notCaught, streak, tellProgress, whatsLeft } from './answers';
import { askAboutBackPain } from './back-pain';
import { confirm, isConfirmable, refuse } from './confirm';
import { afterErasing, deleteData } from './erase';
import type { EventOf, NamedExercise, SessionEvent } from './event';
import { asAnswer } from './heard-as-answer';
import { decline, pause, stop } from './leave';
import { logRoutine } from './log-routine';
import { goBack, goOn, moveOn, repeat, skip } from './move';
import { easeOff, reportPain, tellFeeling } from './pain';
import { endPause, pauseStreak } from './pause-streak';
import { practise } from './practise';
import { withTheirDay } from './reconcile';
import { afterPermission, afterReminder, cancelReminder, setReminder } from './reminder';
import { answer, askAgain, close } from './reply';
import { knownPlace, settle, type Turn } from './settle';
import { changeDifficulty, changePace, setGuidance, setPlankHold, setQuiet, setStops } from './shape';
import { pausedLines } from './standing';
import { accept, onToday, start, startOver } from './start';
import { startRoutine } from './start-routine';
import type { Reply, SessionState } from './state';
import { tellFinished, tellNone, tellPlace } from './unknown-end';
import { isAboutHerDays, tellUnseen } from './unseen';

type Spoken = Exclude<SessionEvent, { readonly kind: 'ended' }>;
type Handlers = { readonly [K in Spoken['kind']]: (turn: Turn, event: EventOf<K>) => Reply };

const HANDLERS: Handlers = {
  launch: (turn) => start(turn, 'offered'),
  'start-routine': (turn, { minutes }) => startRoutine(turn, minutes),
  practice: (turn, { exercise }) => practise(turn, exercise),
  ready: (turn) => (isInRoutine(turn) ? moveOn(turn, 'done') : goAhead(turn)),
  next: (turn) => (isInRoutine(turn) ? moveOn(turn, 'next') : goAhead(turn)),
  resume: (turn) => resume(turn),
  yes: (turn) => agree(turn),
  no: (turn) => disagree(turn),
  pause,
  stop,
  previous: goBack,
  repeat,
  'start-over': startOver,
  skip: (turn, { exercise }) => skip(turn, exercise),
  instructions: (turn, { exercise }) => name(turn, exercise),
  'list-exercises': (turn) => answer(turn, [{ kind: 'exercise-list' }]),
  'whats-left': whatsLeft,
  streak,
  progress: tellProgress,
  'change-pace': changePace,
  'set-plank-hold': setPlankHold,
  'change-difficulty': changeDifficulty,
  'set-guidance': setGuidance,
  'set-stops': setStops,
  'quiet-mode': setQuiet,
  'report-pain': reportPain,
  'ask-back-pain': askAboutBackPain,
  'log-routine': logRoutine,
  'pause-streak': pauseStreak,
  'set-reminder': setReminder,
  'cancel-reminder': cancelReminder,
  'delete-data': deleteData,
  'permission-answered': afterPermission,
  'reminder-set': afterReminder,
  'reminder-cancelled': afterReminder,
  'reminder-failed': afterReminder,
  erased: afterErasing,
  'erase-failed': afterErasing,
  help,
  fallback: miss,
};

/** Events that go on with what was begun, also from a day that is over. */
const GOES_ON: ReadonlySet<SessionEvent['kind']> = new Set([
  'launch',
  'start-routine',
  'ready',
  'resume',
  'yes',
  'next',
  'start-over',
  'ended',
]);

/**
 * What to do next. Pure: the same state and event give the same reply. The acts only describe: `lambda/alexa` speaks them, and the skill
 * saves the state's day and profile before it speaks. An `attempt` is carried out by the skill, and its outcome is the next event.
 */
export function transition(state: SessionState, heard: SessionEvent): Reply {
  const event = asAnswer(state, heard);
  const now = { ...onTheRightDay(state, event), wording: state.wording + 1 };
  const turn = settle(now, event);
  const [next, acts] = event.kind === 'ended' ? ([turn.state, []] as const) : respond(turn, event);
  const misses = event.kind === 'fallback' ? next.misses : 0;
  // A session's end is not her doing: of one that she left for another device it must not have the last word on where she is.
  const untouched = next.day === state.day || event.kind === 'ended';
  const day = untouched ? next.day : { ...next.day, changedAtMs: event.atMs };
  const after: SessionState = { ...next, day, misses };
  // What comes late is answered, but where she is was settled by what she said after it.
  const cameLate = !untouched && day.date === state.day.date && event.atMs < state.day.changedAtMs;
  return [cameLate ? withTheirDay(after, state.day) : after, acts];
}

function respond(turn: Turn, event: Spoken): Reply {
  if (turn.state.isUnread && isAboutHerDays(event)) return tellUnseen(turn);
  const handle = HANDLERS[event.kind] as (turn: Turn, event: Spoken) => Reply;
  return handle(turn, event);
}

/**
 * Outside a routine she is on the day that her calendar shows. A question about something else does not wait for what is unknown about a day
 * that is over.
 */
function onTheRightDay(state: SessionState, event: SessionEvent): SessionState {
  const goesOn = state.day.checkpoint !== null && (state.stage.kind !== 'opened' || GOES_ON.has(event.kind));
  return goesOn ? state : onToday(state, event.atMs);
}

function isInRoutine({ state }: Turn): boolean {
  return state.stage.kind === 'halted';
}

/** Yes, or go on, to whatever is open. */
function agree(turn: Turn): Reply {
  const { state } = turn;
  switch (state.stage.kind) {
    case 'opened':
    case 'welcomed':
      return start(turn, 'asked');
    case 'offered':
      return accept(turn, state.stage.offer);
    case 'asked-finished':
      return tellFinished(turn, true);
    case 'asked-confirm':
      return confirm(turn, state.stage);
    case 'asked-easier-or-skip':
      return easeOff(turn, state.stage.exercise);
    case 'asked-how-it-feels':
      return tellFeeling(turn, 'strong');
    case 'asked-amount':
    case 'asked-time':
    case 'asked-topic':
      return askAgain(turn, []);
    case 'asked-which':
    case 'awaiting-permission':
      return toHerRoutine(turn);
    case 'coaching':
    case 'halted':
      return goOn(turn);
    case 'finishing':
      return close(turn, []);
  }
}

/** Ready, or next, is as good as a yes, save for what takes an explicit one: that is left, and of a reminder and of deleting she is told so. */
function goAhead(turn: Turn): Reply {
  const { stage } = turn.state;
  if (stage.kind !== 'asked-confirm') return agree(turn);
  switch (stage.wish.kind) {
    case 'log-routine':
      return toHerRoutine(turn);
    case 'set-reminder':
      return toHerRoutine(turn, [{ kind: 'reminder-not-set' }]);
    case 'delete-data':
      return refuse(turn);
  }
}

function toHerRoutine(turn: Turn, before: readonly Line[] = []): Reply {
  return knownPlace(turn.state.day) ? goOn(turn, before) : start(turn, 'asked', before);
}

/** On with what was begun, also where starting over was offered. Where nothing is, "I'm back" ends a pause of her days. */
function resume(turn: Turn): Reply {
  const { stage, day } = turn.state;
  const isBackToday = stage.kind === 'opened' && day.checkpoint === null && pausedLines(turn.state).length > 0;
  if (isBackToday) return endPause(turn);
  return stage.kind === 'offered' && stage.offer === 'start-over' ? accept(turn, 'go-on') : goAhead(turn);
}

function disagree(turn: Turn): Reply {
  const { stage } = turn.state;
  switch (stage.kind) {
    case 'asked-finished':
      return tellFinished(turn, false);
    case 'asked-confirm':
      return refuse(turn);
    case 'asked-how-it-feels':
      return tellFeeling(turn, 'tired');
    // She is not led back to what hurts.
    case 'asked-easier-or-skip':
      return stop(turn);
    case 'asked-which':
      return stage.about === 'place' ? tellNone(turn) : decline(turn);
    default:
      return decline(turn);
  }
}

/** Nothing that we understand: no yes to what takes one, and no reason to think that what hurts is harmless. */
function miss(turn: Turn): Reply {
  if (isConfirmable(turn)) return refuse(turn);
  return turn.state.stage.kind === 'asked-how-it-feels' ? tellFeeling(turn, 'strong') : notCaught(turn);
}

/** She names an exercise: what for depends on what she was asked. */
function name(turn: Turn, exercise: NamedExercise): Reply {
  const { stage } = turn.state;
  if (stage.kind !== 'asked-which') return instructions(turn, exercise);
  switch (stage.about) {
    case 'instructions':
      return instructions(turn, exercise);
    case 'skip':
      return skip(turn, exercise);
    case 'practice':
      return practise(turn, exercise);
    case 'place':
      return tellPlace(turn, exercise);
    default:
      return changeDifficulty(turn, { difficulty: { kind: 'value', value: stage.about }, exercise });
  }
}

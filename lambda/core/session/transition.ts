import { help, instructions, notCaught, streak, whatsLeft } from './answers';
import type { EventOf, NamedExercise, SessionEvent } from './event';
import { decline, pause, stop } from './leave';
import { goBack, goOn, moveOn, repeat, skip } from './move';
import { answer, close } from './reply';
import { knownPlace, settle, type Turn } from './settle';
import { accept, onToday, start, startOver, tellFinished, tellNone, tellPlace } from './start';
import type { Reply, SessionState } from './state';

type Spoken = Exclude<SessionEvent, { readonly kind: 'ended' }>;
type Handlers = { readonly [K in Spoken['kind']]: (turn: Turn, event: EventOf<K>) => Reply };

const HANDLERS: Handlers = {
  launch: (turn) => start(turn, 'offered'),
  'start-routine': (turn) => (isInRoutine(turn) && turn.cutAt === null ? goOn(turn) : start(turn, 'asked')),
  ready: (turn) => (isInRoutine(turn) ? moveOn(turn, 'done') : agree(turn)),
  next: (turn) => (isInRoutine(turn) ? moveOn(turn, 'next') : agree(turn)),
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
  help,
  fallback: notCaught,
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
 * saves the state's day and profile before it speaks.
 */
export function transition(state: SessionState, event: SessionEvent): Reply {
  const now = { ...onTheRightDay(state, event), wording: state.wording + 1 };
  const turn = settle(now, event);
  const [next, acts] = event.kind === 'ended' ? ([turn.state, []] as const) : respond(turn, event);
  const misses = event.kind === 'fallback' ? next.misses : 0;
  // A session's end is not her doing: of one that she left for another device it must not have the last word on where she is.
  const untouched = next.day === state.day || event.kind === 'ended';
  const day = untouched ? next.day : { ...next.day, changedAtMs: event.atMs };
  return [{ ...next, day, misses }, acts];
}

function respond(turn: Turn, event: Spoken): Reply {
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
    case 'asked-which':
      return knownPlace(state.day) ? goOn(turn) : start(turn, 'asked');
    case 'coaching':
    case 'halted':
      return goOn(turn);
    case 'finishing':
      return close(turn, []);
  }
}

/** On with what was begun, also where starting over was offered. */
function resume(turn: Turn): Reply {
  const { stage } = turn.state;
  return stage.kind === 'offered' && stage.offer === 'start-over' ? accept(turn, 'go-on') : agree(turn);
}

function disagree(turn: Turn): Reply {
  const { stage } = turn.state;
  if (stage.kind === 'asked-finished') return tellFinished(turn, false);
  return stage.kind === 'asked-which' && stage.about === 'place' ? tellNone(turn) : decline(turn);
}

/** She names an exercise: what for depends on what she was asked. */
function name(turn: Turn, exercise: NamedExercise): Reply {
  const { stage } = turn.state;
  if (stage.kind !== 'asked-which' || stage.about === 'instructions') return instructions(turn, exercise);
  if (stage.about === 'skip') return skip(turn, exercise);
  return tellPlace(turn, exercise);
}

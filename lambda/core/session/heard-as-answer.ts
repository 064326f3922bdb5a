import type { EventOf, PauseWish, SessionEvent } from './event';
import type { ClockTime } from './progress';
import type { SessionState, Stage } from './state';

/**
 * Read what she said in the light of what she was just asked: whatever that was, the interaction model hears a bare number as minutes for the
 * routine, a bare time as a pause, and "normal" as the form of an exercise.
 */
export function asAnswer({ stage, lastSaid }: SessionState, event: SessionEvent): SessionEvent {
  switch (event.kind) {
    case 'start-routine':
      return event.minutes.kind === 'value' ? numberAsAnswer(stage, event, event.minutes.value) : event;
    case 'pause-streak':
      return event.pause.kind === 'value' ? timeAsAnswer(stage, event, event.pause.value) : event;
    case 'change-difficulty':
      return lastSaid?.prompt.kind === 'ask-pace' ? formAsPace(event) : event;
    default:
      return event;
  }
}

function numberAsAnswer(stage: Stage, event: SessionEvent, count: number): SessionEvent {
  const { atMs } = event;
  if (stage.kind === 'asked-amount' && stage.about === 'plank-seconds') {
    return { kind: 'set-plank-hold', hold: { kind: 'value', value: { kind: 'seconds', seconds: count } }, atMs };
  }
  if (stage.kind === 'asked-amount' && stage.about === 'pause-days') {
    return { kind: 'pause-streak', pause: { kind: 'value', value: { kind: 'days', days: count } }, atMs };
  }
  if (stage.kind === 'asked-how-it-feels') {
    return { kind: 'report-pain', symptom: { kind: 'nothing' }, score: { kind: 'value', value: count }, atMs };
  }
  if (stage.kind === 'asked-time' && count >= 0 && count <= 24) {
    const time: ClockTime = { hour: count % 24, minute: 0 };
    // Whether she may is not told here; the reminders service refuses where she may not.
    return {
      kind: 'set-reminder',
      time: { kind: 'value', value: { kind: 'at', time, part: null } },
      permitted: true,
      atMs,
    };
  }
  return event;
}

function timeAsAnswer(stage: Stage, event: SessionEvent, wish: PauseWish): SessionEvent {
  const isAskedFor = stage.kind === 'asked-amount' && stage.about === 'minutes';
  if (wish.kind !== 'minutes' || !isAskedFor) return event;
  return { kind: 'start-routine', minutes: { kind: 'value', value: wish.minutes }, atMs: event.atMs };
}

function formAsPace(event: EventOf<'change-difficulty'>): SessionEvent {
  const isNormal = event.difficulty.kind === 'value' && event.difficulty.value === 'standard';
  return isNormal ? { kind: 'change-pace', pace: { kind: 'value', value: 'normal' }, atMs: event.atMs } : event;
}

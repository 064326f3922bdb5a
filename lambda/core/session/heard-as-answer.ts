import type { SessionEvent } from './event';
import type { ClockTime } from './progress';
import type { Stage } from './state';

/**
 * Read what she said in the light of what she was just asked: the interaction model hears a bare number as minutes for the routine, whatever
 * was asked for.
 */
export function asAnswer(stage: Stage, event: SessionEvent): SessionEvent {
  if (event.kind !== 'start-routine' || event.minutes.kind !== 'value') return event;
  const { atMs } = event;
  const count = event.minutes.value;
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
    return { kind: 'set-reminder', time: { kind: 'value', value: { kind: 'at', time } }, permitted: true, atMs };
  }
  return event;
}

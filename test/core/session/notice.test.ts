import { withNotice } from '../../../lambda/core/session/notice';
import { transition } from '../../../lambda/core/session/transition';
import { converse, heardIn, IDS } from '../../support/converse';

const NOT_SAVED = { kind: 'not-saved' } as const;

/** The notice takes four to six seconds to say. */
const A_NOTICE_MS = { atLeast: 4_000, atMost: 6_500 };

it('comes first, and the segment after it is expected that much later', () => {
  const her = converse();
  const reply = transition(her.state, { kind: 'launch', atMs: her.nowMs });
  const [state, acts] = withNotice(reply, NOT_SAVED);
  expect(heardIn(acts)).toBe('not-saved greeting [knees set-up] say-ready?');
  const lateMs = (state.day.checkpoint?.speakingSinceMs ?? 0) - (reply[0].day.checkpoint?.speakingSinceMs ?? 0);
  expect(lateMs).toBeGreaterThan(A_NOTICE_MS.atLeast);
  expect(lateMs).toBeLessThan(A_NOTICE_MS.atMost);
});

it('moves nobody who is interrupted after it', () => {
  const her = converse();
  her.saysAll('launch', 'ready');
  const [state] = withNotice([her.state, her.acts], NOT_SAVED);
  const sinceMs = state.day.checkpoint?.speakingSinceMs ?? 0;
  // The fourth rep goes on from 34 to 39 s.
  const [paused] = transition(state, { kind: 'pause', atMs: sinceMs + 36_000 });
  expect(paused.day.checkpoint).toMatchObject({ at: { exercise: 0, set: 0, part: 'work' }, repsDone: 3 });
});

it('changes no clock when nothing is coached after it', () => {
  const her = converse();
  her.says('launch');
  const reply = transition(her.state, { kind: 'pause', atMs: her.nowMs + 5_000 });
  const [state, acts] = withNotice(reply, NOT_SAVED);
  expect(heardIn(acts)).toBe('not-saved paused say-ready-when-back?');
  expect(state).toBe(reply[0]);
});

it('changes no clock while the end of a segment is unknown', () => {
  const her = converse();
  her.saysAll('launch', 'ready');
  her.hears(20).waits(3_600_000).returns();
  const reply = transition(her.state, { kind: 'launch', atMs: her.nowMs });
  expect(withNotice(reply, NOT_SAVED)[0].day).toEqual(her.day('2026-11-22'));
  expect(reply[0].stage).toEqual({ kind: 'asked-finished', exercise: IDS.knees });
});

import type { Act } from '../../../lambda/core/session/act';
import type { Unsaved } from '../../../lambda/core/session/ledger';
import { noticeOf, withoutClaims } from '../../../lambda/core/session/notice';
import type { Line } from '../../../lambda/core/speech/line';
import { converse, heardIn } from '../../support/converse';

const { state } = converse();
const DAY: Unsaved = { kind: 'day', value: state.day };
const SETTINGS: Unsaved = { kind: 'profile', value: state.profile, before: state.profile };

const KEPT: Line = {
  kind: 'kept',
  where: { exercise: 'bridge-march', set: 1, side: null, repsDone: 0 },
};
const LOGGED: Line = { kind: 'logged', standing: { days: 7, total: 7, longest: 7, doneToday: true } };
const SEVEN: Line = { kind: 'milestone', milestone: { kind: 'days-done', total: 7 } };

describe('as a session ends', () => {
  it.each<[string, readonly Line[], readonly Unsaved[], string]>([
    ['no place is claimed that is not saved', [KEPT], [DAY], 'goodbye bye'],
    ['a place that is saved is, though a setting is not', [KEPT], [SETTINGS], 'kept bye'],
    ['a day is not counted that is not saved, and nothing is reached by it', [SEVEN, LOGGED], [DAY], 'not-noted bye'],
    ['a pause is not confirmed', [{ kind: 'streak-paused', days: 7 }], [SETTINGS], 'not-noted bye'],
    ['nor the longest one', [{ kind: 'streak-paused-at-most', days: 90 }], [SETTINGS], 'not-noted bye'],
    ['nor the end of one', [{ kind: 'pause-over' }], [SETTINGS], 'not-noted bye'],
    ['a pause that is saved is, though today is not', [{ kind: 'streak-paused', days: 7 }], [DAY], 'streak-paused bye'],
    ['a pace is not confirmed', [{ kind: 'pace-changed', pace: 'slower' }], [SETTINGS], 'not-noted bye'],
    ['nor a hold', [{ kind: 'plank-hold-changed', seconds: 20 }], [SETTINGS], 'not-noted bye'],
    ['nor brief words', [{ kind: 'guidance-changed', guidance: 'brief' }], [SETTINGS], 'not-noted bye'],
    ['nor stops', [{ kind: 'stops-changed', stops: 'each-set' }], [SETTINGS], 'not-noted bye'],
    ['nor a whisper', [{ kind: 'quiet-changed', on: true }], [DAY], 'not-noted bye'],
    [
      'two settings are taken back in one sentence',
      [easier('donkey-kicks'), easier('bridge-march')],
      [SETTINGS],
      'not-noted bye',
    ],
    ['what claims nothing stays', [{ kind: 'exercise-list' }], [DAY, SETTINGS], 'exercise-list bye'],
  ])('%s', (_, lines, unsaved, heard) => {
    expect(heardIn(withoutClaims([state, ending(lines)], unsaved)[1])).toBe(heard);
  });

  it('she is told that it may be forgotten, and nothing of carrying on', () => {
    expect(noticeOf([state, ending([KEPT])])).toEqual({ kind: 'not-kept' });
    expect(noticeOf([{ ...state, isUnread: true }, ending([KEPT])])).toEqual({ kind: 'not-kept' });
  });

  it('she is not told so besides where she is asked to say it again', () => {
    expect(noticeOf([state, ending([{ kind: 'not-noted' }])])).toBeNull();
  });

  it('nothing is told where nobody listens', () => {
    expect(noticeOf([state, []])).toBeNull();
  });
});

describe('with turns to come', () => {
  const prompt: Line = { kind: 'ask-start' };
  const acts: readonly Act[] = [
    { kind: 'say', line: { kind: 'streak-paused', days: 7 } },
    { kind: 'ask', prompt, reprompt: prompt },
  ];

  it('what she changed is confirmed: the next turn can save it', () => {
    expect(heardIn(withoutClaims([state, acts], [DAY, SETTINGS])[1])).toBe('streak-paused ask-start?');
  });

  it('she is told that today may not be kept, and of days that could not be read that they are safe', () => {
    expect(noticeOf([state, acts])).toEqual({ kind: 'not-saved' });
    expect(noticeOf([{ ...state, isUnread: true }, acts])).toEqual({ kind: 'not-read' });
  });
});

function ending(lines: readonly Line[]): readonly Act[] {
  return [...lines.map((line) => ({ kind: 'say', line }) as const), { kind: 'close' }];
}

function easier(exercise: 'donkey-kicks' | 'bridge-march'): Line {
  return { kind: 'difficulty-changed', exercise, difficulty: 'easier', dose: null };
}

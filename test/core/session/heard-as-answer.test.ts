import type { SessionEvent } from '../../../lambda/core/session/event';
import { asAnswer } from '../../../lambda/core/session/heard-as-answer';
import type { SessionState, Stage } from '../../../lambda/core/session/state';
import type { Line } from '../../../lambda/core/speech/line';
import { converse, eventOf, type Said } from '../../support/converse';

const NOW_MS = 1_795_000_000_000;

/** How something that she says is taken when she was asked this just before. */
function taken(said: Said, stage: Stage, asked: Line | null = null): SessionEvent {
  const lastSaid = asked && { lines: [], prompt: asked, reprompt: asked };
  const state: SessionState = { ...converse().state, stage, lastSaid };
  return asAnswer(state, eventOf(said, NOW_MS));
}

describe('a bare number', () => {
  it('is how strong it hurts, and names no symptom, where she was asked how it feels', () => {
    expect(taken('minutes:7', { kind: 'asked-how-it-feels' })).toEqual({
      kind: 'report-pain',
      symptom: { kind: 'nothing' },
      score: { kind: 'value', value: 7 },
      atMs: NOW_MS,
    });
  });

  it('is the seconds of a plank where those were asked for', () => {
    expect(taken('minutes:30', { kind: 'asked-amount', about: 'plank-seconds' })).toEqual({
      kind: 'set-plank-hold',
      hold: { kind: 'value', value: { kind: 'seconds', seconds: 30 } },
      atMs: NOW_MS,
    });
  });

  it('is days away where those were asked for', () => {
    expect(taken('minutes:5', { kind: 'asked-amount', about: 'pause-days' })).toEqual({
      kind: 'pause-streak',
      pause: { kind: 'value', value: { kind: 'days', days: 5 } },
      atMs: NOW_MS,
    });
  });

  it.each([
    { said: 'minutes:0', hour: 0 },
    { said: 'minutes:7', hour: 7 },
    { said: 'minutes:23', hour: 23 },
    { said: 'minutes:24', hour: 0 },
  ] as const)('is an hour of the day where a time was asked for: "$said"', ({ said, hour }) => {
    expect(taken(said, { kind: 'asked-time', part: null })).toEqual({
      kind: 'set-reminder',
      time: { kind: 'value', value: { kind: 'at', time: { hour, minute: 0 }, part: null } },
      permitted: true,
      atMs: NOW_MS,
    });
  });

  it.each(['minutes:-1', 'minutes:25'] as const)('is no hour where there is none such: "%s"', (said) => {
    expect(taken(said, { kind: 'asked-time', part: null })).toEqual(eventOf(said, NOW_MS));
  });

  it('is minutes for her routine where nothing else was asked for', () => {
    expect(taken('minutes:5', { kind: 'asked-amount', about: 'minutes' })).toEqual(eventOf('minutes:5', NOW_MS));
    expect(taken('minutes:5', { kind: 'halted' })).toEqual(eventOf('minutes:5', NOW_MS));
  });
});

describe('a bare time', () => {
  it('is minutes for her routine where those were asked for', () => {
    expect(taken('away:10min', { kind: 'asked-amount', about: 'minutes' })).toEqual({
      kind: 'start-routine',
      minutes: { kind: 'value', value: 10 },
      atMs: NOW_MS,
    });
  });

  it.each([
    { said: 'away:10min', stage: { kind: 'asked-amount', about: 'pause-days' } },
    { said: 'away:10min', stage: { kind: 'halted' } },
    { said: 'away:3', stage: { kind: 'asked-amount', about: 'minutes' } },
  ] as const)('stays a pause where they were not: "$said", $stage', ({ said, stage }) => {
    expect(taken(said, stage)).toEqual(eventOf(said, NOW_MS));
  });
});

describe('"normal"', () => {
  it('is a pace where she was asked for one', () => {
    expect(taken('difficulty:standard', { kind: 'halted' }, { kind: 'ask-pace' })).toEqual({
      kind: 'change-pace',
      pace: { kind: 'value', value: 'normal' },
      atMs: NOW_MS,
    });
  });

  it.each([
    { said: 'difficulty:standard', asked: null },
    { said: 'difficulty:standard', asked: { kind: 'ask-difficulty' } },
    { said: 'difficulty:easier', asked: { kind: 'ask-pace' } },
    { said: 'difficulty:unknown', asked: { kind: 'ask-pace' } },
  ] as const)('else is the form of an exercise: "$said", asked $asked', ({ said, asked }) => {
    expect(taken(said, { kind: 'halted' }, asked)).toEqual(eventOf(said, NOW_MS));
  });
});

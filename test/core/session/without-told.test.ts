import type { Act } from '../../../lambda/core/session/act';
import { withoutTold } from '../../../lambda/core/session/without-told';
import { localDate } from '../../../lambda/core/streak/local-date';
import type { Reached } from '../../../lambda/core/streak/milestone';
import { inTheMarch } from '../../support/converse';

const her = inTheMarch();
const STATE = her.state;
const COACHED = her.acts.filter(({ kind }) => kind === 'coach');
const THREE_DAYS: Act = { kind: 'say', line: { kind: 'milestone', milestone: { kind: 'days-done', total: 3 } } };
const THREE_MONTHS: Act = { kind: 'say', line: { kind: 'milestone', milestone: { kind: 'three-months' } } };
const GOODBYE: Act = { kind: 'say', line: { kind: 'goodbye' } };
const ACTS: readonly Act[] = [THREE_DAYS, THREE_MONTHS, GOODBYE, { kind: 'close' }];

/** Today as another device wrote it, later or earlier. */
const toldElsewhere = (told: Reached, laterMs = 5_000) => ({
  ...STATE.day,
  told,
  changedAtMs: STATE.day.changedAtMs + laterMs,
});

it.each([
  { rule: 'nothing', told: { total: 2, spanDays: 89 }, heard: ACTS },
  { rule: 'days done', told: { total: 3, spanDays: 2 }, heard: [THREE_MONTHS, GOODBYE, { kind: 'close' }] },
  { rule: 'three months', told: { total: 2, spanDays: 90 }, heard: [THREE_DAYS, GOODBYE, { kind: 'close' }] },
])('leaves out what was told on another device, be it later or earlier: $rule', ({ told, heard }) => {
  expect(withoutTold([STATE, ACTS], [toldElsewhere(told)])).toEqual(heard);
  expect(withoutTold([STATE, ACTS], [toldElsewhere(told, -5_000)])).toEqual(heard);
});

it('leaves out nothing that was told in answer to the same request, or as another day tells', () => {
  const told = { total: 3, spanDays: 90 };
  expect(withoutTold([STATE, ACTS], [toldElsewhere(told, 0)])).toEqual(ACTS);
  const yesterday = { ...toldElsewhere(told), date: localDate('2026-11-21') };
  expect(withoutTold([STATE, ACTS], [yesterday])).toEqual(ACTS);
});

it('leaves what is said before a segment, so that her place in it is reckoned right', () => {
  const acts = [THREE_DAYS, ...COACHED];
  expect(COACHED).toHaveLength(1);
  expect(withoutTold([STATE, acts], [toldElsewhere({ total: 3, spanDays: 2 })])).toEqual(acts);
});

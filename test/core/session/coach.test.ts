import { invitation, leadMs, mannerOf } from '../../../lambda/core/session/coach';
import { english } from '../../../lambda/core/speech/english/english';
import { segmentFrom } from '../../../lambda/core/timeline/segment';
import { converse } from '../../support/converse';
import { setup, wholePlan } from '../../support/plans';

const state = { ...converse().state, wording: 0 };
const segment = segmentFrom(wholePlan(), setup(0), english);

it('expects a segment at once when nothing is said before it', () => {
  expect(leadMs([], segment, state)).toBe(0);
});

it('expects a segment after the lines before it and the pause between them', () => {
  // espeak-ng takes 854 ms for "Let's begin." and, with the pause, 1,233 ms more when "First, the bridge …" follows it.
  const ms = leadMs([{ kind: 'starting' }], segment, state);
  expect(ms).toBeGreaterThan(1_100);
  expect(ms).toBeLessThan(1_370);
});

it('says which set is next where speech stops after every set', () => {
  const plan = wholePlan({ stops: 'each-set' });
  expect(invitation(plan, { exercise: 3, set: 2, part: 'work' }).prompt).toEqual({
    kind: 'say-ready-for-set',
    set: 3,
    side: null,
  });
  expect(invitation(plan, { exercise: 2, set: 1, part: 'work' }).prompt).toEqual({
    kind: 'say-ready-for-set',
    set: 2,
    side: 'left',
  });
});

it('narrates in one of twelve ways, so that what others hear is compiled already', () => {
  const wordings = [0, 1, 11, 12, 25].map((wording) => mannerOf({ ...state, wording }).wording);
  expect(wordings).toEqual([0, 1, 11, 0, 1]);
});

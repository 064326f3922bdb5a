import { caughtUp } from '../../../lambda/core/session/catch-up';
import { newDay } from '../../../lambda/core/session/day';
import { newLedger, nextChange, withChanges, withLoaded } from '../../../lambda/core/session/ledger';
import { NEW_PROFILE } from '../../../lambda/core/session/new-profile';
import type { Day, Profile, Reminder } from '../../../lambda/core/session/progress';
import { localDate } from '../../../lambda/core/streak/local-date';
import { NO_RUN } from '../../../lambda/core/streak/run';
import {
  changed,
  found,
  HER,
  her,
  NOTHING,
  PROFILE,
  STATE,
  stored,
  TODAY,
  YESTERDAY,
} from '../../support/changed-ledger';
import { IDS, listener } from '../../support/converse';

const AWAY = { from: localDate('2026-12-01'), through: localDate('2026-12-05') };
const ILL = { from: localDate('2026-11-10'), through: localDate('2026-11-12') };
const SOON = { from: localDate('2026-11-24'), through: localDate('2026-11-25') };
const LATER = { from: localDate('2027-01-01'), through: localDate('2027-01-03') };
const SEVEN: Reminder = { token: 'a-token', time: { hour: 7, minute: 0 } };

describe('catching up with the store', () => {
  it('brings what is to be written together with what was found, and writes on top of that', () => {
    const theirs: Day = {
      ...TODAY,
      changedAtMs: TODAY.changedAtMs - 60_000,
      setsDone: { ...TODAY.setsDone, [IDS.plank]: [0] },
    };
    const [ledger, state] = caughtUp(changed(), STATE, stored([theirs], 4));
    expect(her.done).toBe('knees 1 2');
    expect(state.day.setsDone).toMatchObject({ [IDS.knees]: [0, 1], [IDS.plank]: [0] });
    expect(state.day.checkpoint).toEqual(TODAY.checkpoint);
    expect(nextChange(ledger, 'last')).toEqual({ kind: 'day', value: state.day, basedOn: 4 });
  });

  it('goes on where a later device left off', () => {
    const theirs: Day = { ...TODAY, changedAtMs: TODAY.changedAtMs + 60_000, checkpoint: null };
    const [, state] = caughtUp(withLoaded(changed(), NOTHING), STATE, stored([theirs], 4));
    expect(state.day.checkpoint).toBeNull();
    expect(state.stage).toEqual({ kind: 'halted' });
  });

  it('settles what it is speaking itself when it can read at last, and leaves her where a later device has her', () => {
    const theirs: Day = { ...TODAY, changedAtMs: TODAY.changedAtMs + 60_000, checkpoint: null };
    const [ledger, state] = caughtUp(changed(), STATE, stored([theirs], 4));
    expect(state).toMatchObject({ stage: { kind: 'coaching' }, day: { checkpoint: TODAY.checkpoint } });
    const done = { ...state.day.setsDone, [IDS.march]: [0, 1] };
    const ended = { ...state, day: { ...state.day, setsDone: done, checkpoint: null } };
    const change = nextChange(withChanges(ledger, state, ended), 'last');
    expect(change).toMatchObject({ basedOn: 4, value: { setsDone: done, changedAtMs: theirs.changedAtMs } });
  });

  it.each([
    { what: 'everything is gone', now: NOTHING },
    { what: 'she has begun anew since', now: stored([newDay(TODAY.date, 'America/New_York', null, [])], 1) },
  ])('brings nothing back that was erased on another device, when $what', ({ now }) => {
    const knew = withLoaded(newLedger(HER), { ...stored([TODAY], 7), profile: found(PROFILE) });
    const done = { ...TODAY, counts: true, changedAtMs: TODAY.changedAtMs + 1 };
    const [ledger, state] = caughtUp(withChanges(knew, STATE, { ...STATE, day: done }), { ...STATE, day: done }, now);
    expect(nextChange(ledger)).toBeNull();
    expect(state).toMatchObject({ profile: NEW_PROFILE, stage: { kind: 'halted' }, doneBefore: [] });
    expect(state.day).toMatchObject({ counts: false, checkpoint: null, setsDone: { [IDS.knees]: [] }, before: NO_RUN });
    const again = withChanges(ledger, state, { ...state, day: { ...state.day, skipped: [IDS.plank] } });
    expect(nextChange(again)).toMatchObject({ kind: 'day', basedOn: now === NOTHING ? null : 1 });
  });

  it.each([
    { what: 'everything is gone', now: NOTHING },
    { what: 'she has begun anew since', now: stored([newDay(TODAY.date, 'America/New_York', null, [])], 1) },
  ])('goes on whispering where $what', ({ now }) => {
    const whispered = { ...STATE, day: { ...TODAY, quiet: true, changedAtMs: -1 } };
    const knew = withLoaded(newLedger(HER), { ...stored([TODAY], 7), profile: found(PROFILE) });
    expect(caughtUp(knew, whispered, now)[1].day.quiet).toBe(true);
    expect(caughtUp(knew, STATE, now)[1].day.quiet).toBe(false);
  });

  it('keeps what she wished for since everything was erased on another device', () => {
    const knew = withLoaded(newLedger(HER), { ...NOTHING, profile: found(PROFILE) });
    const slower: Profile = { ...PROFILE, delivery: { ...PROFILE.delivery, pace: 'slower' } };
    const after = { ...STATE, profile: slower };
    const [ledger, state] = caughtUp(withChanges(knew, { ...STATE, profile: PROFILE }, after), after, NOTHING);
    const anew = { ...NEW_PROFILE, delivery: { ...NEW_PROFILE.delivery, pace: 'slower' } };
    expect(state.profile).toMatchObject({ delivery: anew.delivery, pauses: [], reminder: null });
    expect(nextChange(ledger)).toMatchObject({ kind: 'profile', basedOn: null, value: { delivery: anew.delivery } });
  });

  it('keeps an earlier day that is still to be written, with what was found of it', () => {
    const waiting = withChanges(newLedger(HER), STATE, { ...STATE, day: YESTERDAY });
    const theirs: Day = { ...YESTERDAY, setsDone: { ...YESTERDAY.setsDone, [IDS.kicks]: [0] } };
    const [ledger] = caughtUp(waiting, STATE, stored([theirs], 2));
    const change = nextChange(ledger);
    expect(change).toMatchObject({ kind: 'day', basedOn: 2, value: { date: '2026-11-21' } });
    expect((change as { readonly value: Day }).value.setsDone).toMatchObject({ [IDS.knees]: [0, 1], [IDS.kicks]: [0] });
  });

  it('learns her run from the days that were read too late', () => {
    const counted: Day = { ...YESTERDAY, counts: true, checkpoint: null };
    const [, state] = caughtUp(changed(), STATE, stored([counted], 1));
    expect(state.day.before).toMatchObject({ days: 1, total: 1, lastDone: '2026-11-21' });
  });

  it('does not write over a day that another device began in the meantime', () => {
    const tomorrow: Day = { ...TODAY, date: localDate('2026-11-23') };
    const [ledger] = caughtUp(newLedger(HER), STATE, stored([tomorrow, TODAY], 5));
    const mine = withChanges(ledger, STATE, { ...STATE, day: { ...tomorrow, skipped: [IDS.plank] } });
    expect(nextChange(mine)).toMatchObject({ value: { date: '2026-11-23' }, basedOn: null });
  });

  it('takes the settings that are stored where she changed none', () => {
    const theirs: Profile = { ...listener({ pace: 'slower' }), pauses: [AWAY] };
    const [ledger, state] = caughtUp(newLedger(HER), STATE, { ...NOTHING, profile: found(theirs) });
    expect(state.profile).toEqual(theirs);
    expect(ledger.unsaved).toEqual([]);
  });

  it('keeps what she changed in this session, and else what was changed on another device', () => {
    const before: Profile = {
      ...listener({ pace: 'slower', plankHoldMs: 20_000 }),
      pauses: [AWAY, ILL],
      reminder: SEVEN,
    };
    // Back to the pace of everybody, a pause ended, another one begun.
    const mine: Profile = {
      ...before,
      delivery: { ...before.delivery, pace: 'normal' },
      difficulty: { ...before.difficulty, [IDS.kicks]: 'easier' },
      pauses: [AWAY, LATER],
    };
    const theirs: Profile = {
      ...before,
      delivery: { ...before.delivery, guidance: 'brief' },
      difficulty: { ...before.difficulty, [IDS.march]: 'harder' },
      pauses: [ILL, SOON],
      reminder: { ...SEVEN, time: { hour: 8, minute: 0 } },
    };
    const noted = withChanges(newLedger(HER), { ...STATE, profile: before }, { ...STATE, profile: mine });
    const [ledger, state] = caughtUp(noted, { ...STATE, profile: mine }, { ...NOTHING, profile: found(theirs) });
    expect(state.profile).toEqual({
      delivery: { stops: 'each-exercise', guidance: 'brief', pace: 'normal', plankHoldMs: 20_000 },
      difficulty: { ...before.difficulty, [IDS.kicks]: 'easier', [IDS.march]: 'harder' },
      disclaimerHeardOn: '2026-11-01',
      pauses: [SOON, LATER],
      reminder: { token: 'a-token', time: { hour: 8, minute: 0 } },
    });
    expect(nextChange(ledger)).toEqual({ kind: 'profile', value: state.profile, basedOn: 3 });
  });

  it.each([
    { rule: 'set', before: null, mine: SEVEN, theirs: null },
    {
      rule: 'moved',
      before: { ...SEVEN, time: { hour: 6, minute: 0 } },
      mine: SEVEN,
      theirs: { ...SEVEN, token: 'other' },
    },
    { rule: 'cancelled', before: SEVEN, mine: null, theirs: SEVEN },
  ])('keeps a reminder that she $rule', ({ before, mine, theirs }) => {
    const [was, is, there] = [before, mine, theirs].map((reminder) => ({ ...listener(), reminder })) as Profile[];
    const noted = withChanges(
      newLedger(HER),
      { ...STATE, profile: was as Profile },
      { ...STATE, profile: is as Profile },
    );
    const [, state] = caughtUp(
      noted,
      { ...STATE, profile: is as Profile },
      { ...NOTHING, profile: found(there as Profile) },
    );
    expect(state.profile.reminder).toEqual(mine);
  });

  it('does not bring back a reminder that was cancelled on another device', () => {
    const before: Profile = { ...listener(), reminder: SEVEN };
    const mine: Profile = { ...before, delivery: { ...before.delivery, pace: 'faster' } };
    const noted = withChanges(newLedger(HER), { ...STATE, profile: before }, { ...STATE, profile: mine });
    const theirs = found({ ...before, reminder: null });
    const [, state] = caughtUp(noted, { ...STATE, profile: mine }, { ...NOTHING, profile: theirs });
    expect(state.profile).toMatchObject({ reminder: null, delivery: { pace: 'faster' } });
  });

  it('knows two changes of settings that both wait by what the store held before the first', () => {
    const before = listener();
    const slower: Profile = { ...before, delivery: { ...before.delivery, pace: 'slower' } };
    const brief: Profile = { ...slower, delivery: { ...slower.delivery, guidance: 'brief' } };
    const once = withChanges(newLedger(HER), { ...STATE, profile: before }, { ...STATE, profile: slower });
    const twice = withChanges(once, { ...STATE, profile: slower }, { ...STATE, profile: brief });
    const [, state] = caughtUp(twice, { ...STATE, profile: brief }, { ...NOTHING, profile: found(before) });
    expect(state.profile.delivery).toMatchObject({ pace: 'slower', guidance: 'brief' });
  });

  it('finds nothing in an empty store', () => {
    const [ledger, state] = caughtUp(changed(), STATE, NOTHING);
    expect(ledger.loaded).toBe(true);
    expect(state.day).toEqual(TODAY);
  });
});

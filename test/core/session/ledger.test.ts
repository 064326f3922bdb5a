import type { ListenerKey, StoredProgress } from '../../../lambda/core/ports';
import { newDay } from '../../../lambda/core/session/day';
import {
  caughtUp,
  daysIn,
  isHindered,
  type Ledger,
  newLedger,
  nextChange,
  profileIn,
  withChanges,
  withLoaded,
  withSaved,
} from '../../../lambda/core/session/ledger';
import { NEW_PROFILE } from '../../../lambda/core/session/open-session';
import type { Day, Profile, Reminder } from '../../../lambda/core/session/progress';
import { localDate } from '../../../lambda/core/streak/local-date';
import { NO_RUN } from '../../../lambda/core/streak/run';
import { converse, IDS, listener } from '../../support/converse';

const HER = 'digest' as ListenerKey;
const ACCOUNT = 'account' as ListenerKey;
const AWAY = { from: localDate('2026-12-01'), through: localDate('2026-12-05') };
const ILL = { from: localDate('2026-11-10'), through: localDate('2026-11-12') };
const SOON = { from: localDate('2026-11-24'), through: localDate('2026-11-25') };
const LATER = { from: localDate('2027-01-01'), through: localDate('2027-01-03') };
const SEVEN: Reminder = { token: 'a-token', time: { hour: 7, minute: 0 } };
const NOTHING: StoredProgress = { profile: { kind: 'none' }, days: [] };

/** In the middle of the march on 22 November. */
const her = converse();
her.saysAll('launch', 'ready');
her.hearsOut().says('ready');
const STATE = her.state;
const TODAY = STATE.day;
const YESTERDAY: Day = { ...TODAY, date: localDate('2026-11-21') };
const PROFILE: Profile = { ...STATE.profile, disclaimerHeardOn: localDate('2026-11-22') };

describe('what is still to be written', () => {
  it('is nothing after a turn that changed nothing', () => {
    expect(nextChange(withChanges(newLedger(HER), STATE, STATE))).toBeNull();
  });

  it('is nothing for a day on which nothing happened', () => {
    const blank = converse().state;
    expect(withChanges(newLedger(HER), STATE, { ...STATE, day: blank.day }).unsaved).toEqual([]);
  });

  it('is the profile before the day, one thing a turn, since the day changes again on the next', () => {
    const ledger = changed();
    const first = nextChange(ledger);
    expect(first).toEqual({ kind: 'profile', value: PROFILE, basedOn: null });
    const second = nextChange(first ? withSaved(ledger, first, 1) : ledger);
    expect(second).toEqual({ kind: 'day', value: TODAY, basedOn: null });
    const done = second && first ? withSaved(withSaved(ledger, first, 1), second, 1) : ledger;
    expect(nextChange(done)).toBeNull();
    expect(done.versions).toEqual({ '2026-11-22': 1, profile: 1 });
  });

  it('is the day first when no turn is to come, since sets done cannot be said again', () => {
    const ledger = changed();
    const first = nextChange(ledger, 'last');
    expect(first?.kind).toBe('day');
    expect(nextChange(first ? withSaved(ledger, first, 1) : ledger, 'last')?.kind).toBe('profile');
  });

  it('is the older of two days first, each as it was last', () => {
    const withOld = withChanges(newLedger(HER), STATE, { ...STATE, day: YESTERDAY });
    const withNew = withChanges(withOld, { ...STATE, day: YESTERDAY }, STATE);
    const later = { ...YESTERDAY, activeMs: 1 };
    expect(nextChange(withNew)?.value).toBe(YESTERDAY);
    expect(withChanges(withNew, STATE, { ...STATE, day: later }).unsaved).toHaveLength(2);
  });

  it('is based on the version that was read, and then on the one that was written', () => {
    const ledger = withChanges(withLoaded(newLedger(HER), stored([TODAY], 7)), { ...STATE, day: YESTERDAY }, STATE);
    const change = nextChange(ledger);
    expect(change?.basedOn).toBe(7);
    const again = change && withChanges(withSaved(ledger, change, 8), { ...STATE, day: YESTERDAY }, STATE);
    expect(again && nextChange(again)?.basedOn).toBe(8);
  });

  it('never lies over what could not be read', () => {
    const unreadable: StoredProgress = {
      profile: { kind: 'unreadable', reason: 'from-the-future' },
      days: [{ date: '2026-11-22', item: { kind: 'unreadable', reason: 'damaged' } }],
    };
    const ledger = withLoaded(changed(), unreadable);
    expect(nextChange(ledger)).toBeNull();
    expect(isHindered(ledger)).toBe(true);
    expect(daysIn(unreadable)).toEqual([]);
    expect(profileIn(unreadable)).toBeNull();
  });

  it('goes past what could not be read to what can be written', () => {
    const ledger = withLoaded(changed(), {
      profile: { kind: 'unreadable', reason: 'damaged' },
      days: [],
    });
    expect(nextChange(ledger)?.kind).toBe('day');
  });

  it('hinders nothing when all was readable', () => {
    expect(isHindered(withLoaded(changed(), stored([TODAY], 1)))).toBe(false);
  });
});

describe('a recognised voice that has no profile yet', () => {
  const voice = (stored: StoredProgress) =>
    withChanges(withLoaded(newLedger(HER, ACCOUNT), stored), STATE, { ...STATE, profile: PROFILE });
  const kindsInTurn = (ledger: Ledger, turn?: 'last') => {
    const kinds: string[] = [];
    for (let [left, next] = [ledger, nextChange(ledger, turn)]; next !== null; next = nextChange(left, turn)) {
      kinds.push(next.kind);
      left = withSaved(left, next, 1);
    }
    return kinds;
  };

  it('is noted under her account before anything else of hers is written', () => {
    const ledger = voice(NOTHING);
    expect(nextChange(ledger)).toEqual({ kind: 'member', value: HER, basedOn: null });
    expect(kindsInTurn(ledger)).toEqual(['member', 'profile']);
  });

  it('is noted once', () => {
    const ledger = voice(NOTHING);
    const note = nextChange(ledger);
    const noted = note && withSaved(ledger, note, 1);
    const later = noted && withChanges(noted, { ...STATE, day: YESTERDAY }, STATE);
    expect(later && kindsInTurn(later)).toEqual(['profile', 'day']);
  });

  it('is noted before the profile on the last turn too: no profile is without its note', () => {
    const ledger = withChanges(voice(NOTHING), { ...STATE, day: YESTERDAY }, STATE);
    expect(kindsInTurn(ledger, 'last')).toEqual(['day', 'member', 'profile']);
  });

  it('is noted when days of hers are there, as after a first session that was cut off', () => {
    expect(nextChange(voice(stored([TODAY], 1)))?.kind).toBe('member');
  });

  it.each([
    { rule: 'her profile is there', ledger: () => voice({ ...NOTHING, profile: found(PROFILE) }) },
    { rule: 'nothing of hers has changed', ledger: () => withChanges(newLedger(HER, ACCOUNT), STATE, STATE) },
    { rule: 'nobody is recognised', ledger: () => withLoaded(changed(), NOTHING) },
    { rule: 'the store was never read', ledger: () => ({ ...changed(), account: ACCOUNT }) },
  ])('is not noted while $rule', ({ ledger }) => {
    expect(kindsInTurn(ledger())).not.toContain('member');
  });
});

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

/** A turn changed the profile, and the next one today. */
function changed(): Ledger {
  const welcomed = { ...STATE, profile: PROFILE, day: YESTERDAY };
  const ledger = withChanges(newLedger(HER), { ...STATE, day: YESTERDAY }, welcomed);
  return withChanges(ledger, welcomed, { ...welcomed, day: TODAY });
}

function stored(days: readonly Day[], version: number): StoredProgress {
  return {
    profile: { kind: 'none' },
    days: days.map((value) => ({ date: value.date, item: { kind: 'found', value, version } })),
  };
}

function found(value: Profile): StoredProgress['profile'] {
  return { kind: 'found', value, version: 3 };
}

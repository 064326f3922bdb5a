import type { ListenerKey, StoredProgress } from '../../../lambda/core/ports';
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
import type { Day, Profile } from '../../../lambda/core/session/progress';
import { localDate } from '../../../lambda/core/streak/local-date';
import { converse, IDS, listener } from '../../support/converse';

const HER = 'digest' as ListenerKey;
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

  it('is the day before the profile, one thing a turn', () => {
    const ledger = changed();
    const first = nextChange(ledger);
    expect(first).toEqual({ kind: 'day', value: TODAY, basedOn: null });
    const second = nextChange(first ? withSaved(ledger, first, 1) : ledger);
    expect(second).toEqual({ kind: 'profile', value: PROFILE, basedOn: null });
    const done = second && first ? withSaved(withSaved(ledger, first, 1), second, 1) : ledger;
    expect(nextChange(done)).toBeNull();
    expect(done.versions).toEqual({ '2026-11-22': 1, profile: 1 });
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
      profile: { kind: 'none' },
      days: [{ date: '2026-11-22', item: { kind: 'unreadable', reason: 'damaged' } }],
    });
    expect(nextChange(ledger)?.kind).toBe('profile');
  });

  it('hinders nothing when all was readable', () => {
    expect(isHindered(withLoaded(changed(), stored([TODAY], 1)))).toBe(false);
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
    expect(nextChange(ledger)).toEqual({ kind: 'day', value: state.day, basedOn: 4 });
  });

  it('goes on where a later device left off', () => {
    const theirs: Day = { ...TODAY, changedAtMs: TODAY.changedAtMs + 60_000, checkpoint: null };
    const [, state] = caughtUp(changed(), STATE, stored([theirs], 4));
    expect(state.day.checkpoint).toBeNull();
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

  it('keeps the settings that are stored, every pause, and the first time she was welcomed', () => {
    const away = { from: localDate('2026-12-01'), through: localDate('2026-12-05') };
    const ill = { from: localDate('2026-11-10'), through: localDate('2026-11-12') };
    const theirs: Profile = { ...listener({ pace: 'slower' }), pauses: [away] };
    const mine = { ...STATE, profile: { ...PROFILE, pauses: [ill, away] } };
    const found: StoredProgress = { profile: { kind: 'found', value: theirs, version: 3 }, days: [] };
    const [ledger, state] = caughtUp(changed(), mine, found);
    expect(state.profile).toEqual({
      delivery: { stops: 'each-exercise', guidance: 'full', pace: 'slower', plankHoldMs: 15_000 },
      disclaimerHeardOn: '2026-11-01',
      pauses: [away, ill],
    });
    const profile = ledger.unsaved.find(({ kind }) => kind === 'profile');
    expect(profile?.value).toEqual(state.profile);
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

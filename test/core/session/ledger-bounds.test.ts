import type { ListenerKey, StoredProgress } from '../../../lambda/core/ports';
import { caughtUp } from '../../../lambda/core/session/catch-up';
import {
  isHindered,
  type Ledger,
  newLedger,
  nextChange,
  withChanges,
  withLoaded,
} from '../../../lambda/core/session/ledger';
import type { Day, Profile } from '../../../lambda/core/session/progress';
import type { SessionState } from '../../../lambda/core/session/state';
import { localDate } from '../../../lambda/core/streak/local-date';
import type { Pause } from '../../../lambda/core/streak/run';
import { converse, IDS, inTheMarch, listener } from '../../support/converse';

const HER = 'digest' as ListenerKey;
const ACCOUNT = 'account' as ListenerKey;
const NOTHING: StoredProgress = { profile: { kind: 'none' }, days: [] };

/** In the middle of the march on 22 November. */
const STATE = inTheMarch().state;
const TODAY = STATE.day;
const TODAY_CHANGED: Day = { ...TODAY, skipped: [IDS.plank] };
const YESTERDAY: Day = { ...TODAY, date: localDate('2026-11-21'), changedAtMs: TODAY.changedAtMs - 60_000 };

const found = (profile: Profile, version = 3): StoredProgress => ({
  ...NOTHING,
  profile: { kind: 'found', value: profile, version },
});
const stored = (days: readonly Day[], version: number): StoredProgress => ({
  ...NOTHING,
  days: days.map((value) => ({ date: value.date, item: { kind: 'found', value, version } })),
});
const withDay = (ledger: Ledger, day: Day): Ledger => withChanges(ledger, STATE, { ...STATE, day });
const withProfile = (ledger: Ledger, before: Profile, profile: Profile): Ledger =>
  withChanges(ledger, { ...STATE, profile: before }, { ...STATE, profile });

/** The profile that comes of what she changed here and of what is stored. */
function settled(before: Profile, mine: Profile, theirs: Profile): Profile {
  const [, state] = caughtUp(withProfile(newLedger(HER), before, mine), { ...STATE, profile: mine }, found(theirs));
  return state.profile;
}

describe('what a read brought', () => {
  it('leaves the versions of what it did not bring', () => {
    const ledger = withLoaded(withLoaded(newLedger(HER), found(listener(), 3)), stored([TODAY], 7));
    expect(ledger.versions).toStrictEqual({ profile: 3, '2026-11-22': 7 });
  });

  it('is a version for nothing that is not there', () => {
    expect(withLoaded(newLedger(HER), NOTHING).versions).toStrictEqual({});
  });

  it('hinders what is to be written as soon as one thing of it cannot be read', () => {
    const both = withDay(withProfile(newLedger(HER), listener(), listener({ pace: 'slower' })), TODAY_CHANGED);
    expect(isHindered(withLoaded(both, { ...NOTHING, profile: { kind: 'unreadable', reason: 'damaged' } }))).toBe(true);
  });
});

describe('a day that waits to be written', () => {
  it('is not mixed with another day that waits', () => {
    const later = { ...YESTERDAY, changedAtMs: TODAY.changedAtMs + 1, skipped: [IDS.plank] };
    const ledger = withDay(withDay(newLedger(HER), later), TODAY_CHANGED);
    expect(ledger.unsaved.map(({ value }) => value)).toEqual([later, TODAY_CHANGED]);
  });

  it('gives way to the same day changed in the same moment or later', () => {
    const again = { ...TODAY_CHANGED, skipped: [] };
    expect(nextChange(withDay(withDay(newLedger(HER), TODAY_CHANGED), again))?.value).toBe(again);
  });

  it('stays as it is where the store has nothing of it', () => {
    const [ledger] = caughtUp(withDay(newLedger(HER), YESTERDAY), STATE, NOTHING);
    expect(nextChange(ledger)).toEqual({ kind: 'day', value: YESTERDAY, basedOn: null });
  });

  it('is written with the run that was learnt too late', () => {
    const counted = { ...YESTERDAY, counts: true, checkpoint: null };
    const [ledger] = caughtUp(
      withDay(newLedger(HER), TODAY_CHANGED),
      { ...STATE, day: TODAY_CHANGED },
      stored([counted], 1),
    );
    expect(nextChange(ledger)).toMatchObject({ kind: 'day', value: { before: { total: 1, lastDone: '2026-11-21' } } });
  });
});

describe('settings that were given again as they are', () => {
  it('are not written', () => {
    expect(withProfile(newLedger(HER), listener(), listener()).unsaved).toEqual([]);
  });
});

describe('what was changed here and elsewhere', () => {
  it.each([
    { mine: '2026-11-22', theirs: '2026-11-20', kept: '2026-11-20' },
    { mine: '2026-11-20', theirs: '2026-11-22', kept: '2026-11-20' },
    { mine: '2026-11-22', theirs: null, kept: '2026-11-22' },
    { mine: null, theirs: '2026-11-20', kept: '2026-11-20' },
  ])('leaves the first day on which she was welcomed: $mine here, $theirs there', ({ mine, theirs, kept }) => {
    const welcomed = (on: string | null, pace: 'normal' | 'slower' = 'normal'): Profile => ({
      ...listener({ pace }),
      disclaimerHeardOn: on === null ? null : localDate(on),
    });
    expect(settled(welcomed(null), welcomed(mine, 'slower'), welcomed(theirs)).disclaimerHeardOn).toBe(kept);
  });

  it.each([
    { change: 'longer', pause: { from: localDate('2026-11-24'), through: localDate('2026-11-30') } },
    { change: 'begun later', pause: { from: localDate('2026-11-25'), through: localDate('2026-11-26') } },
  ])('takes a pause made $change for the one it was', ({ pause }) => {
    const was: Pause = { from: localDate('2026-11-24'), through: localDate('2026-11-26') };
    const before = { ...listener(), pauses: [was] };
    expect(settled(before, { ...before, pauses: [pause] }, before).pauses).toEqual([pause]);
  });

  it('finds the settings that wait behind a day', () => {
    const slower = listener({ pace: 'slower' });
    const ledger = withProfile(withDay(newLedger(HER), TODAY_CHANGED), listener(), slower);
    const theirs = listener({ guidance: 'brief' });
    const [next, state] = caughtUp(ledger, { ...STATE, profile: slower, day: TODAY_CHANGED }, found(theirs));
    expect(state.profile.delivery).toMatchObject({ pace: 'slower', guidance: 'brief' });
    expect(next.unsaved.find(({ kind }) => kind === 'profile')).toEqual({
      kind: 'profile',
      value: state.profile,
      before: theirs,
    });
  });

  it('takes her to where a later device has her, when nothing is being spoken here', () => {
    const asked = converse();
    asked.says('streak');
    const there = { ...TODAY, changedAtMs: asked.today.changedAtMs + 60_000 };
    const [, state] = caughtUp(newLedger(HER), asked.state, stored([there], 2));
    expect(state.day.checkpoint).toEqual(TODAY.checkpoint);
    expect(state.stage).toEqual(asked.state.stage);
  });
});

describe('a session that knows what is stored', () => {
  const knowing = withLoaded(newLedger(HER), {
    ...stored([TODAY], 7),
    profile: { kind: 'found', value: listener(), version: 3 },
  });
  /** Today as the store has it: what was done last was not saved. */
  const notSaved: Day = { ...TODAY, setsDone: converse().today.setsDone };
  const foundNow = (now: StoredProgress): SessionState => caughtUp(knowing, STATE, now)[1];

  it.each([
    { what: 'the same versions', profile: { kind: 'found', value: listener(), version: 3 }, version: 7 },
    { what: 'later ones', profile: { kind: 'found', value: listener(), version: 4 }, version: 8 },
    { what: 'a profile that cannot be read', profile: { kind: 'unreadable', reason: 'damaged' }, version: 7 },
  ] as const)('takes nothing for erased where it finds $what', ({ profile, version }) => {
    expect(foundNow({ ...stored([notSaved], version), profile }).day.setsDone).toEqual(TODAY.setsDone);
  });

  it('takes everything for erased where today is gone', () => {
    expect(
      foundNow({ ...NOTHING, profile: { kind: 'found', value: listener(), version: 3 } }).day.setsDone[IDS.knees],
    ).toEqual([]);
  });
});

describe('a recognised voice', () => {
  const known = withLoaded(newLedger(HER, ACCOUNT), NOTHING);

  it('is not noted under her account before anything of hers is to be written', () => {
    expect(withChanges(known, STATE, STATE).unsaved).toEqual([]);
  });

  it('is still to be noted after catching up', () => {
    const [ledger] = caughtUp(withDay(known, TODAY_CHANGED), { ...STATE, day: TODAY_CHANGED }, NOTHING);
    expect(ledger.unsaved.map(({ kind }) => kind)).toEqual(['day', 'member']);
    expect(nextChange(ledger)).toEqual({ kind: 'member', value: HER, basedOn: null });
  });

  it('is nobody where the request named none', () => {
    const nobody = withLoaded(newLedger(null, ACCOUNT), NOTHING);
    expect(withDay(nobody, TODAY_CHANGED).unsaved.map(({ kind }) => kind)).toEqual(['day']);
  });
});

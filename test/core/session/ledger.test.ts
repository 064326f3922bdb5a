import type { ListenerKey, StoredProgress } from '../../../lambda/core/ports';
import {
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
import { changed, found, HER, NOTHING, PROFILE, STATE, stored, TODAY, YESTERDAY } from '../../support/changed-ledger';
import { converse } from '../../support/converse';

const ACCOUNT = 'account' as ListenerKey;

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

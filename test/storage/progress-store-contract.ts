import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Change, ListenerKey, ProgressStore } from '../../lambda/core/ports';
import type { Attributes } from '../../lambda/storage/attribute-value';
import { arbitraryDay, arbitraryProfile } from '../support/arbitrary-progress';
import { dayOn, EXAMPLE_DAY, EXAMPLE_PROFILE } from './example-progress';

/** A store and a way past it to what is stored. */
export interface OpenStore {
  readonly store: ProgressStore;
  /** Put an item as somebody else might have. */
  plant(item: Attributes): Promise<void>;
  /** The item exactly as it is stored. */
  dig(listener: ListenerKey, sortKey: string): Promise<Attributes | undefined>;
  close(): Promise<void>;
}

/** What every progress store promises, whatever it keeps progress in. */
export function describeProgressStore(name: string, open: () => Promise<OpenStore>): void {
  describe(`progress kept in ${name}`, () => {
    let opened: OpenStore;
    let listener: ListenerKey;
    let store: ProgressStore;

    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    beforeEach(() => {
      listener = randomUUID() as ListenerKey;
    });
    afterAll(() => opened.close());

    const load = () => store.load(listener, { consistent: true });
    const save = (change: Change) => store.save(listener, change);

    it('knows nothing about someone it has never met', async () => {
      expect(await store.load(listener)).toEqual({ profile: { kind: 'none' }, days: [] });
    });

    it('gives a profile back as it was saved', async () => {
      expect(await save({ kind: 'profile', value: EXAMPLE_PROFILE, basedOn: null })).toEqual({
        kind: 'saved',
        version: 1,
      });
      expect(await load()).toEqual({ profile: { kind: 'found', value: EXAMPLE_PROFILE, version: 1 }, days: [] });
    });

    it('gives a day back as it was saved, without a profile too', async () => {
      expect(await save({ kind: 'day', value: EXAMPLE_DAY, basedOn: null })).toEqual({ kind: 'saved', version: 1 });
      expect(await load()).toEqual({
        profile: { kind: 'none' },
        days: [{ date: '2026-11-22', item: { kind: 'found', value: EXAMPLE_DAY, version: 1 } }],
      });
    });

    it('gives any profile and any day back as they were saved', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryProfile, arbitraryDay, async (profile, day) => {
          const other = randomUUID() as ListenerKey;
          await store.save(other, { kind: 'profile', value: profile, basedOn: null });
          await store.save(other, { kind: 'day', value: day, basedOn: null });
          const { profile: storedProfile, days } = await store.load(other, { consistent: true });
          expect(storedProfile).toEqual({ kind: 'found', value: profile, version: 1 });
          expect(days).toEqual([{ date: day.date, item: { kind: 'found', value: day, version: 1 } }]);
        }),
        { numRuns: 25 },
      );
    });

    it('replaces what it is told it was based on, version by version', async () => {
      await save({ kind: 'day', value: EXAMPLE_DAY, basedOn: null });
      const finished = { ...EXAMPLE_DAY, counts: true, checkpoint: null, skipped: [] };
      expect(await save({ kind: 'day', value: finished, basedOn: 1 })).toEqual({ kind: 'saved', version: 2 });
      expect((await load()).days).toEqual([
        { date: '2026-11-22', item: { kind: 'found', value: finished, version: 2 } },
      ]);
    });

    it('keeps listeners apart', async () => {
      await save({ kind: 'profile', value: EXAMPLE_PROFILE, basedOn: null });
      expect((await store.load(randomUUID() as ListenerKey)).profile).toEqual({ kind: 'none' });
    });

    it.each([
      { rule: 'made for someone new, when something is there', basedOn: null },
      { rule: 'based on an older version', basedOn: 1 },
      { rule: 'based on a version that never was', basedOn: 3 },
    ])('calls a save stale that was $rule, and changes nothing', async ({ basedOn }) => {
      await save({ kind: 'day', value: { ...EXAMPLE_DAY, activeMs: 1 }, basedOn: null });
      await save({ kind: 'day', value: { ...EXAMPLE_DAY, activeMs: 2 }, basedOn: 1 });
      expect(await save({ kind: 'day', value: { ...EXAMPLE_DAY, activeMs: 3 }, basedOn })).toEqual({ kind: 'stale' });
      expect((await load()).days[0]?.item).toEqual({
        kind: 'found',
        value: { ...EXAMPLE_DAY, activeMs: 2 },
        version: 2,
      });
    });

    it('calls a save stale that is based on something that is gone, and brings nothing back', async () => {
      expect(await save({ kind: 'profile', value: EXAMPLE_PROFILE, basedOn: 4 })).toEqual({ kind: 'stale' });
      expect(await load()).toEqual({ profile: { kind: 'none' }, days: [] });
    });

    it('lets one of two devices win that save at the same moment', async () => {
      await save({ kind: 'day', value: EXAMPLE_DAY, basedOn: null });
      const outcomes = await Promise.all(
        [10, 20, 30, 40, 50].map((activeMs) => save({ kind: 'day', value: { ...EXAMPLE_DAY, activeMs }, basedOn: 1 })),
      );
      expect(outcomes.filter(({ kind }) => kind === 'saved')).toEqual([{ kind: 'saved', version: 2 }]);
      expect(outcomes.filter(({ kind }) => kind === 'stale')).toHaveLength(4);
      const winner = (outcomes.findIndex(({ kind }) => kind === 'saved') + 1) * 10;
      expect((await load()).days[0]?.item).toMatchObject({ version: 2, value: { activeMs: winner } });
    });

    it.each([
      { rule: 'with a profile', withProfile: true },
      { rule: 'without one', withProfile: false },
    ])('brings the newest nine days, newest first, $rule', async ({ withProfile }) => {
      if (withProfile) await save({ kind: 'profile', value: EXAMPLE_PROFILE, basedOn: null });
      await opened.plant({ pk: { S: listener }, sk: { S: 'REMINDER' } });
      for (const day of [
        '12-31',
        '11-22',
        '11-09',
        '11-30',
        '10-05',
        '11-01',
        '12-02',
        '09-30',
        '11-10',
        '11-03',
        '11-02',
      ]) {
        await save({ kind: 'day', value: dayOn(`2026-${day}`), basedOn: null });
      }
      const { profile, days } = await load();
      expect(profile.kind).toBe(withProfile ? 'found' : 'none');
      expect(days.map(({ date }) => date.slice(5))).toEqual([
        '12-31',
        '12-02',
        '11-30',
        '11-22',
        '11-10',
        '11-09',
        '11-03',
        '11-02',
        '11-01',
      ]);
    });

    it.each([
      {
        rule: 'damaged',
        item: { version: { N: '7' }, schema: { N: '1' }, zone: { S: 'Mars/Olympus' } },
        reason: 'damaged',
      },
      { rule: 'from the future', item: { version: { N: '7' }, schema: { N: '2' } }, reason: 'from-the-future' },
    ])('tells of a profile and a day that are $rule, and overwrites neither', async ({ item, reason }) => {
      for (const sk of ['PROFILE', 'DAY#2026-11-22'])
        await opened.plant({ pk: { S: listener }, sk: { S: sk }, ...item });
      const before = await load();
      expect(before).toEqual({
        profile: { kind: 'unreadable', reason },
        days: [{ date: '2026-11-22', item: { kind: 'unreadable', reason } }],
      });
      expect(await save({ kind: 'profile', value: EXAMPLE_PROFILE, basedOn: null })).toEqual({ kind: 'stale' });
      expect(await save({ kind: 'day', value: EXAMPLE_DAY, basedOn: null })).toEqual({ kind: 'stale' });
      expect(await load()).toEqual(before);
    });

    it('still brings the days that can be read when one cannot', async () => {
      await save({ kind: 'day', value: dayOn('2026-11-20'), basedOn: null });
      await opened.plant({ pk: { S: listener }, sk: { S: 'DAY#2026-11-21' } });
      await save({ kind: 'day', value: EXAMPLE_DAY, basedOn: null });
      expect((await load()).days.map(({ date, item }) => [date, item.kind])).toEqual([
        ['2026-11-22', 'found'],
        ['2026-11-21', 'unreadable'],
        ['2026-11-20', 'found'],
      ]);
    });

    it('leaves alone what another release keeps beside and inside her items', async () => {
      await opened.plant({ pk: { S: listener }, sk: { S: 'ALBUM' }, schema: { N: '1' }, version: { N: '1' } });
      await save({ kind: 'day', value: EXAMPLE_DAY, basedOn: null });
      const item = await opened.dig(listener, 'DAY#2026-11-22');
      await opened.plant({ ...item, mood: { S: 'calm' } });
      expect(await load()).toEqual({
        profile: { kind: 'none' },
        days: [{ date: '2026-11-22', item: { kind: 'found', value: EXAMPLE_DAY, version: 1 } }],
      });
      expect(await save({ kind: 'day', value: { ...EXAMPLE_DAY, activeMs: 252_000 }, basedOn: 1 })).toMatchObject({
        version: 2,
      });
      expect(await opened.dig(listener, 'DAY#2026-11-22')).toMatchObject({
        mood: { S: 'calm' },
        activeMs: { N: '252000' },
      });
    });

    it('refuses to store what could not be read back, and keeps what is there', async () => {
      await save({ kind: 'day', value: EXAMPLE_DAY, basedOn: null });
      await expect(save({ kind: 'day', value: { ...EXAMPLE_DAY, activeMs: 0.5 }, basedOn: 1 })).rejects.toMatchObject({
        name: 'StoreUnavailableError',
        trouble: 'refused',
        cause: { message: 'day.activeMs should be a whole number from 0 to 9007199254740991' },
      });
      expect((await load()).days[0]?.item).toMatchObject({ version: 1, value: EXAMPLE_DAY });
    });

    describe('when she is to be forgotten', () => {
      const account = () => `account-${listener}` as ListenerKey;
      const voice = (name: string) => `person-${name}-${listener}` as ListenerKey;
      const note = (name: string) => store.save(account(), { kind: 'member', value: voice(name), basedOn: null });
      const keep = (key: ListenerKey) => store.save(key, { kind: 'day', value: EXAMPLE_DAY, basedOn: null });
      const isKept = async (key: ListenerKey) => (await store.load(key, { consistent: true })).days.length > 0;
      const isNoted = async (name: string) => (await opened.dig(account(), `VOICE#${voice(name)}`)) !== undefined;

      it('removes all of hers, whoever wrote it, however much there is, and nothing of anybody else', async () => {
        await save({ kind: 'profile', value: EXAMPLE_PROFILE, basedOn: null });
        // More than two batches, and one item is from the future.
        const days = Array.from({ length: 60 }, (_, at) => `DAY#2025-01-${at + 1}`);
        for (const sk of [...days, 'ALBUM', 'ZEBRA']) {
          await opened.plant({ pk: { S: listener }, sk: { S: sk }, schema: { N: '9' } });
        }
        await keep(voice('other'));
        await store.erase(listener);
        for (const sk of [...days, 'PROFILE', 'ALBUM', 'ZEBRA']) expect(await opened.dig(listener, sk)).toBeUndefined();
        expect(await isKept(voice('other'))).toBe(true);
      });

      it('takes erasing twice, or someone never seen, for nothing special', async () => {
        await keep(listener);
        await store.erase(listener);
        await store.erase(listener);
        expect(await load()).toEqual({ profile: { kind: 'none' }, days: [] });
      });

      it('notes a voice as often as it is told to, and never reads the note with her progress', async () => {
        await keep(account());
        expect(await note('anna')).toEqual({ kind: 'saved', version: 1 });
        expect(await note('anna')).toEqual({ kind: 'saved', version: 1 });
        expect(await isNoted('anna')).toBe(true);
        expect(await store.load(account(), { consistent: true })).toMatchObject({ profile: { kind: 'none' } });
      });

      it('lets the voices of an account be, and still knows them, when only its own progress goes', async () => {
        await keep(account());
        await keep(voice('anna'));
        await note('anna');
        await store.erase(account());
        expect(await isKept(account())).toBe(false);
        expect(await isKept(voice('anna'))).toBe(true);
        expect(await isNoted('anna')).toBe(true);
      });

      it('removes the voices with their account when it goes with its members', async () => {
        await keep(account());
        for (const name of ['anna', 'berta']) {
          await keep(voice(name));
          await note(name);
        }
        await store.erase(account(), { withMembers: true });
        for (const key of [account(), voice('anna'), voice('berta')]) expect(await isKept(key)).toBe(false);
        for (const name of ['anna', 'berta']) expect(await isNoted(name)).toBe(false);
      });

      it('removes one voice with its note, and leaves the account and the other voice', async () => {
        await keep(account());
        for (const name of ['anna', 'berta']) {
          await keep(voice(name));
          await note(name);
        }
        await store.erase(voice('anna'), { memberOf: account() });
        expect(await isKept(voice('anna'))).toBe(false);
        expect(await isNoted('anna')).toBe(false);
        expect(await isKept(account())).toBe(true);
        expect(await isKept(voice('berta'))).toBe(true);
        expect(await isNoted('berta')).toBe(true);
      });
    });
  });
}

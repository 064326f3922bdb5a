import '../support/seed';
import fc from 'fast-check';
import type { ListenerKey, Stored } from '../../lambda/core/ports';
import type { Day, Profile } from '../../lambda/core/session/progress';
import { type Attributes, toAttribute } from '../../lambda/storage/attribute-value';
import { fromItems, toItem } from '../../lambda/storage/progress-item';
import olderDay from '../fixtures/stored/day-schema-1.json';
import storedDay from '../fixtures/stored/day-with-short-plan-schema-1.json';
import olderProfile from '../fixtures/stored/profile-schema-1.json';
import storedProfile from '../fixtures/stored/profile-with-reminder-schema-1.json';
import { arbitraryDay, arbitraryProfile } from '../support/arbitrary-progress';
import { EXAMPLE_DAY, EXAMPLE_LISTENER, EXAMPLE_PROFILE } from './example-progress';

describe('a stored item', () => {
  it('of schema 1 is read for ever', () => {
    expect(readProfile(storedProfile)).toEqual({ kind: 'found', value: EXAMPLE_PROFILE, version: 3 });
    expect(readDay(storedDay)).toEqual({ kind: 'found', value: EXAMPLE_DAY, version: 17 });
  });

  it('from before she could shape the routine is that of someone who never did', () => {
    expect(readProfile(olderProfile)).toEqual({
      kind: 'found',
      value: { ...EXAMPLE_PROFILE, difficulty: ALL_STANDARD, reminder: null },
      version: 3,
    });
    const { checkpoint } = EXAMPLE_DAY;
    const exercises = checkpoint?.plan.exercises.map((planned) => ({ ...planned, difficulty: 'standard' }));
    const plan = { ...checkpoint?.plan, purpose: 'routine', quiet: false, exercises };
    expect(readDay(olderDay)).toEqual({
      kind: 'found',
      // Eleven days done in all, the first on 2 November and the last on 21 November.
      value: { ...EXAMPLE_DAY, quiet: false, told: { total: 11, spanDays: 19 }, checkpoint: { ...checkpoint, plan } },
      version: 17,
    });
  });

  it('from before milestones were noted, of a day that counts, was told them with that day in', () => {
    expect(readDay({ ...olderDay, counts: { BOOL: true } })).toMatchObject({
      value: { told: { total: 12, spanDays: 20 } },
    });
  });

  it('is written as the fixtures show', () => {
    expect(toItem(EXAMPLE_LISTENER, { kind: 'profile', value: EXAMPLE_PROFILE, basedOn: 2 }, 3)).toEqual(storedProfile);
    expect(toItem(EXAMPLE_LISTENER, { kind: 'day', value: EXAMPLE_DAY, basedOn: 16 }, 17)).toEqual(storedDay);
  });

  it('notes a voice under its account by its key alone', () => {
    const account = 'account-x' as ListenerKey;
    expect(toItem(account, { kind: 'member', value: EXAMPLE_LISTENER, basedOn: null }, 1)).toEqual({
      pk: { S: 'account-x' },
      sk: { S: `VOICE#${EXAMPLE_LISTENER}` },
      schema: { N: '1' },
      version: { N: '1' },
    });
  });

  it('survives JSON, whatever the profile or day', () => {
    fc.assert(
      fc.property(arbitraryProfile, arbitraryDay, (profile, day) => {
        const profileItem = toItem(EXAMPLE_LISTENER, { kind: 'profile', value: profile, basedOn: null }, 1);
        const dayItem = toItem(EXAMPLE_LISTENER, { kind: 'day', value: day, basedOn: null }, 1);
        expect(readProfile(throughJson(profileItem))).toEqual({ kind: 'found', value: profile, version: 1 });
        expect(readDay(throughJson(dayItem))).toEqual({ kind: 'found', value: day, version: 1 });
      }),
    );
  });

  it('stays under 1 KB, so that a write costs one unit', () => {
    expect(bytesOf(storedDay)).toBeLessThan(1_024);
    expect(bytesOf(storedProfile)).toBeLessThan(1_024);
  });

  it('holds nothing but what belongs to a profile or a day', () => {
    const day = { ...EXAMPLE_DAY, painScore: 7, before: { ...EXAMPLE_DAY.before, weeksSinceBirth: 9 } };
    expect(toItem(EXAMPLE_LISTENER, { kind: 'day', value: day, basedOn: 16 }, 17)).toEqual(storedDay);
  });

  it('counts an exercise it does not mention yet as not begun', () => {
    const { 'bridge-march': _, ...others } = storedDay.setsDone.M;
    const before = readDay({ ...storedDay, setsDone: { M: others } });
    expect(before).toMatchObject({ kind: 'found', value: { setsDone: { 'bridge-march': [], 'donkey-kicks': [0] } } });
  });

  it.each<{ rule: string; broken: Attributes }>([
    { rule: 'says no schema', broken: { schema: { NULL: true } } },
    { rule: 'says its schema in words', broken: { schema: { S: '1' } } },
    { rule: 'has no version', broken: { version: { NULL: true } } },
    { rule: 'has a version that is not whole', broken: { version: { N: '1.5' } } },
    { rule: 'has a version below 1', broken: { version: { N: '0' } } },
    { rule: 'has no zone', broken: { zone: { NULL: true } } },
    { rule: 'has a zone that does not exist', broken: { zone: { S: 'Mars/Olympus' } } },
    { rule: 'was changed before time began', broken: { changedAtMs: { N: '-1' } } },
    { rule: 'was changed when no clock can show it', broken: { changedAtMs: { N: '8640000000000001' } } },
    { rule: 'has sets of an unknown exercise', broken: { setsDone: { M: { burpees: { L: [] } } } } },
    { rule: 'has sets out of order', broken: { setsDone: { M: { 'bridge-march': { L: [{ N: '1' }, { N: '0' }] } } } } },
    { rule: 'has a set twice', broken: { setsDone: { M: { 'bridge-march': { L: [{ N: '1' }, { N: '1' }] } } } } },
    { rule: 'has a set below the first', broken: { setsDone: { M: { 'bridge-march': { L: [{ N: '-1' }] } } } } },
    { rule: 'has half a set', broken: { setsDone: { M: { 'bridge-march': { L: [{ N: '0.5' }] } } } } },
    { rule: 'has a set that no dose has', broken: { setsDone: { M: { 'bridge-march': { L: [{ N: '20' }] } } } } },
    { rule: 'has sets that are no list', broken: { setsDone: { M: { 'bridge-march': { NS: ['0', '1'] } } } } },
    { rule: 'skipped an unknown exercise', broken: { skipped: { L: [{ S: 'burpees' }] } } },
    { rule: 'was active for less than nothing', broken: { activeMs: { N: '-1' } } },
    { rule: 'was active for ever', broken: { activeMs: { N: '1e400' } } },
    { rule: 'counts perhaps', broken: { counts: { S: 'true' } } },
    { rule: 'leads with neither leg', broken: { nextLeadSide: { S: 'both' } } },
    { rule: 'has no run before it', broken: { before: { L: [] } } },
    { rule: 'has a run longer than its longest', broken: { before: run({ days: 7 }) } },
    { rule: 'has a longest run longer than all days', broken: { before: run({ longest: 12 }) } },
    { rule: 'has days done but no last one', broken: { before: run({ lastDone: null }) } },
    { rule: 'has a last day that is no date', broken: { before: run({ lastDone: '2026-02-30' }) } },
    { rule: 'has a checkpoint that is a text', broken: { checkpoint: { S: 'bridge-march' } } },
    { rule: 'is at an exercise beyond its plan', broken: { checkpoint: at({ exercise: 4, set: 0, part: 'setup' }) } },
    { rule: 'is at a set beyond its exercise', broken: { checkpoint: at({ exercise: 2, set: 2, part: 'work' }) } },
    { rule: 'is at no known part', broken: { checkpoint: at({ exercise: 0, set: 0, part: 'rest' }) } },
    {
      rule: 'plans an unknown exercise',
      broken: { checkpoint: planned({ exercises: [{ id: 'burpees', sets: [0] }] }) },
    },
    { rule: 'plans for nothing known', broken: { checkpoint: planned({ purpose: 'fun' }) } },
    { rule: 'is perhaps quiet', broken: { quiet: { S: 'yes' } } },
    { rule: 'was told less than nothing', broken: { told: toAttribute({ total: -1, spanDays: 0 }) } },
    {
      rule: 'plans an unknown difficulty',
      broken: { checkpoint: planned({ exercises: [{ id: 'bridge-march', sets: [0], difficulty: 'brutal' }] }) },
    },
    { rule: 'plans nothing', broken: { checkpoint: planned({ exercises: [] }) } },
    { rule: 'plans a wording below 0', broken: { checkpoint: planned({ wording: -1 }) } },
    {
      rule: 'plans a plank of 61 seconds',
      broken: { checkpoint: planned({ delivery: { ...EXAMPLE_PROFILE.delivery, plankHoldMs: 61_000 } }) },
    },
  ])('is damaged when a day $rule', ({ broken }) => {
    expect(readDay({ ...storedDay, ...broken })).toEqual({ kind: 'unreadable', reason: 'damaged' });
  });

  it.each<{ rule: string; broken: Attributes }>([
    { rule: 'has no delivery', broken: { delivery: { NULL: true } } },
    {
      rule: 'has an unknown pace',
      broken: { delivery: toAttribute({ ...EXAMPLE_PROFILE.delivery, pace: 'hurried' }) },
    },
    {
      rule: 'has a plank of 4 seconds',
      broken: { delivery: toAttribute({ ...EXAMPLE_PROFILE.delivery, plankHoldMs: 4_000 }) },
    },
    { rule: 'heard the disclaimer on no date', broken: { disclaimerHeardOn: { S: 'yesterday' } } },
    {
      rule: 'has a pause that ends first',
      broken: { pauses: toAttribute([{ from: '2026-11-12', through: '2026-11-10' }]) },
    },
    { rule: 'has an unknown difficulty', broken: { difficulty: toAttribute({ 'donkey-kicks': 'brutal' }) } },
    {
      rule: 'is reminded at 24 hours',
      broken: { reminder: toAttribute({ token: 't', time: { hour: 24, minute: 0 } }) },
    },
    { rule: 'has a reminder without a token', broken: { reminder: toAttribute({ time: { hour: 7, minute: 0 } }) } },
    { rule: 'has no list of pauses', broken: { pauses: { NULL: true } } },
  ])('is damaged when a profile $rule', ({ broken }) => {
    expect(readProfile({ ...storedProfile, ...broken })).toEqual({ kind: 'unreadable', reason: 'damaged' });
  });

  it('is damaged when its key names no date, and is told under what the key says', () => {
    expect(fromItems([{ ...storedDay, sk: { S: 'DAY#someday' } }]).days).toEqual([
      { date: 'someday', item: { kind: 'unreadable', reason: 'damaged' } },
    ]);
  });

  it('is from the future when its schema is newer, whatever else it holds', () => {
    expect(readDay({ ...storedDay, schema: { N: '2' } })).toEqual({ kind: 'unreadable', reason: 'from-the-future' });
    expect(readProfile({ pk: { S: 'x' }, sk: { S: 'PROFILE' }, schema: { N: '9' } })).toEqual({
      kind: 'unreadable',
      reason: 'from-the-future',
    });
  });

  it('is read or told to be unreadable, whatever is in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(storedDay).slice(2)), fc.jsonValue({ maxDepth: 3 }), (name, value) => {
        const { kind } = readDay({ ...storedDay, [name]: toAttribute(value) });
        expect(['found', 'unreadable']).toContain(kind);
      }),
    );
  });
});

const ALL_STANDARD: Profile['difficulty'] = {
  'bridge-abduction-adduction': 'standard',
  'bridge-march': 'standard',
  'donkey-kicks': 'standard',
  'elevated-plank': 'standard',
};

function run(changed: object): Attributes[string] {
  return toAttribute({ ...EXAMPLE_DAY.before, ...changed });
}

function at(point: object): Attributes[string] {
  return toAttribute({ ...EXAMPLE_DAY.checkpoint, at: point });
}

/** The example's checkpoint at the start of a changed plan. */
function planned(changed: object): Attributes[string] {
  const plan = { ...EXAMPLE_DAY.checkpoint?.plan, ...changed };
  return toAttribute({ ...EXAMPLE_DAY.checkpoint, plan, at: { exercise: 0, set: 0, part: 'setup' } });
}

function readProfile(item: object): Stored<Profile> {
  return fromItems([item as Attributes]).profile;
}

function readDay(item: object): Stored<Day> {
  return fromItems([item as Attributes]).days[0]?.item ?? { kind: 'none' };
}

function throughJson(item: Attributes): Attributes {
  return JSON.parse(JSON.stringify(item)) as Attributes;
}

/** The size that DynamoDB bills: names and texts in UTF-8, at most 21 bytes a number, 3 a map or list and 1 for each thing in it. */
function bytesOf(item: object): number {
  return Object.entries(item).reduce(
    (bytes, [name, value]) => bytes + Buffer.byteLength(name) + bytesOfAttribute(value),
    0,
  );
}

function bytesOfAttribute(attribute: Attributes[string]): number {
  if (attribute.S !== undefined) return Buffer.byteLength(attribute.S);
  if (attribute.N !== undefined) return Math.ceil(attribute.N.length / 2) + 1;
  if (attribute.L !== undefined)
    return 3 + attribute.L.reduce((bytes, inner) => bytes + 1 + bytesOfAttribute(inner), 0);
  if (attribute.M !== undefined) return 3 + Object.keys(attribute.M).length + bytesOf(attribute.M);
  return 1;
}

import { newDay } from '../../../lambda/core/session/day';
import { NEW_PROFILE } from '../../../lambda/core/session/new-profile';
import { openSession } from '../../../lambda/core/session/open-session';
import type { Day } from '../../../lambda/core/session/progress';
import { localDate } from '../../../lambda/core/streak/local-date';
import { NO_RUN, type Pause } from '../../../lambda/core/streak/run';
import { IDS, listener } from '../../support/converse';
import { wholePlan } from '../../support/plans';

const NEW_YORK = 'America/New_York';
const MORNING = { atMs: Date.parse('2026-11-22T07:30-05:00'), locale: 'en-US', deviceZone: NEW_YORK };

const dayAt = (date: string, zone = NEW_YORK): Day => newDay(localDate(date), zone, null, []);

describe('the wording of a session', () => {
  it.each([
    { at: '2026-11-22T12:30:41.999Z', wording: 641 },
    { at: '2026-11-22T12:30:42.000Z', wording: 642 },
    { at: '1969-12-31T23:59:58.500Z', wording: 1 },
  ])('goes by the second in which it opened: $at', ({ at, wording }) => {
    expect(openSession(null, [], { ...MORNING, atMs: Date.parse(at) }).wording).toBe(wording);
  });
});

it('knows which days of the week before counted', () => {
  const days = [dayAt('2026-11-21'), { ...dayAt('2026-11-20'), counts: true }, dayAt('2026-11-19')];
  expect(openSession(listener(), days, MORNING).doneBefore).toEqual(['2026-11-20']);
});

it('takes announced days away into the run that a day goes on with', () => {
  const before = { ...NO_RUN, days: 4, longest: 4, total: 4, lastDone: localDate('2026-11-01') };
  const days = [dayAt('2026-11-22'), { ...dayAt('2026-11-10'), counts: true, before }];
  const away: Pause = { from: localDate('2026-11-02'), through: localDate('2026-11-09') };
  expect(openSession({ ...listener(), pauses: [away] }, days, MORNING).day.before.days).toBe(5);
  expect(openSession(listener(), days, MORNING).day.before.days).toBe(1);
});

describe('someone whose welcome was not saved', () => {
  const checkpoint = { plan: wholePlan(), at: { exercise: 0, set: 0, part: 'setup' }, repsDone: 0 } as const;

  it.each([
    { what: 'was coached through work', day: { activeMs: 1 } },
    { what: 'is in a routine', day: { checkpoint: { ...checkpoint, speakingSinceMs: null } } },
  ])('was welcomed when she $what', ({ day }) => {
    const stored = [{ ...dayAt('2026-11-22'), ...day }];
    const { profile } = openSession(null, stored, MORNING);
    expect(profile).toEqual({ ...NEW_PROFILE, disclaimerHeardOn: '2026-11-22' });
  });

  it('is still to be welcomed when she was not coached', () => {
    const stored = [{ ...dayAt('2026-11-22'), skipped: [IDS.plank] }];
    expect(openSession(null, stored, MORNING).profile.disclaimerHeardOn).toBeNull();
  });
});

it('leaves the day on which she was welcomed as it was', () => {
  const stored = [{ ...dayAt('2026-11-22'), activeMs: 1 }];
  expect(openSession(listener(), stored, MORNING).profile.disclaimerHeardOn).toBe('2026-11-01');
});

describe('a flight from Los Angeles to Sydney over the 21st', () => {
  const stored = [dayAt('2026-11-20', 'America/Los_Angeles')];
  const landed = { atMs: Date.parse('2026-11-22T09:00+11:00'), locale: 'en-AU', deviceZone: 'Australia/Sydney' };
  const flown: Pause = { from: localDate('2026-11-21'), through: localDate('2026-11-21') };
  const pausesWith = (pause: Pause): readonly Pause[] =>
    openSession({ ...listener(), pauses: [pause] }, stored, landed).profile.pauses;

  it('is time away beside what she had announced before', () => {
    const illness = { from: localDate('2026-11-10'), through: localDate('2026-11-12') };
    expect(pausesWith(illness)).toEqual([illness, flown]);
  });

  it('is noted once, whatever later sessions make of it', () => {
    expect(pausesWith(flown)).toEqual([flown]);
    const asOfHerLastDay = { from: localDate('2026-11-20'), through: localDate('2026-11-21') };
    expect(pausesWith(asOfHerLastDay)).toEqual([asOfHerLastDay]);
  });
});

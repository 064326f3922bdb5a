import { daysJumped } from '../../../lambda/core/streak/days-jumped';
import { localDate } from '../../../lambda/core/streak/local-date';
import { countDay, NO_RUN, standingOn } from '../../../lambda/core/streak/run';

const LOS_ANGELES = 'America/Los_Angeles';
const SYDNEY = 'Australia/Sydney';

describe('flying to another zone', () => {
  it('jumps over the day that never came on the way from Los Angeles to Sydney', () => {
    const wednesdayMorning = Date.parse('2026-11-24T20:00:00Z'); // Wednesday 7:00 in Sydney, Tuesday noon in Los Angeles
    expect(daysJumped(wednesdayMorning, LOS_ANGELES, SYDNEY)).toEqual({ from: '2026-11-24', through: '2026-11-24' });
  });

  it('jumps over nothing on the way back, nor at home', () => {
    const tuesdayNoon = Date.parse('2026-11-24T20:00:00Z');
    expect(daysJumped(tuesdayNoon, SYDNEY, LOS_ANGELES)).toBeNull();
    expect(daysJumped(tuesdayNoon, SYDNEY, SYDNEY)).toBeNull();
  });

  it('jumps over nothing while both zones have the same day', () => {
    expect(daysJumped(Date.parse('2026-11-24T20:00:00Z'), LOS_ANGELES, 'America/New_York')).toBeNull();
  });

  it('jumps over nothing when it is only midnight that has passed in the new zone', () => {
    const afterMidnight = Date.parse('2026-11-25T06:00:00Z'); // 1:00 in New York, 22:00 in Los Angeles
    expect(daysJumped(afterMidnight, LOS_ANGELES, 'America/New_York')).toBeNull();
  });

  it('takes no day away, though one was forgiven just before', () => {
    const home = ['2026-11-20', '2026-11-21', '2026-11-23'].reduce(
      (run, day) => countDay(run, localDate(day), []),
      NO_RUN,
    );
    const landed = Date.parse('2026-11-24T20:00:00Z');
    const jump = daysJumped(landed, LOS_ANGELES, SYDNEY);
    const wednesday = localDate('2026-11-25');
    expect(standingOn(home, wednesday, []).days).toBe(0);
    expect(standingOn(home, wednesday, jump === null ? [] : [jump]).days).toBe(3);
  });

  it('takes no day away when a date comes twice', () => {
    const sydney = countDay(countDay(NO_RUN, localDate('2026-11-24'), []), localDate('2026-11-25'), []);
    const backOn = localDate('2026-11-24');
    expect(countDay(sydney, backOn, [])).toEqual(sydney);
    expect(standingOn(sydney, backOn, [])).toMatchObject({ days: 2, doneToday: true });
  });
});

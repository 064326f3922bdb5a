import { createSimulatedClock, readDurationMs } from '../../simulator/simulated-clock';

it('stands still until it is told to move', () => {
  const clock = createSimulatedClock(1_000);
  expect(clock.now()).toBe(1_000);
  clock.advanceTo(5_500);
  expect(clock.now()).toBe(5_500);
});

it('never runs backwards', () => {
  const clock = createSimulatedClock(1_000);
  expect(() => clock.advanceTo(999)).toThrow(RangeError);
  expect(() => clock.advanceTo(Number.NaN)).toThrow(RangeError);
  expect(clock.now()).toBe(1_000);
});

it.each([
  ['42s', 42_000],
  ['1m10s', 70_000],
  ['3 hours', 10_800_000],
  ['1 hour and 5 minutes', 3_900_000],
  ['1 Hour, 5 min', 3_900_000],
  ['500ms', 500],
  ['1.5 s', 1_500],
  ['2 days', 172_800_000],
  ['0 s', 0],
])('takes "%s" for %s ms', (text, ms) => expect(readDurationMs(text)).toBe(ms));

it.each(['', 'soon', '3', '3 foo', '-3s', '3 hours later', 's', '1e3 s'])('takes "%s" for no length of time', (text) =>
  expect(readDurationMs(text)).toBeNull(),
);

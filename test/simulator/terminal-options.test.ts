import { readTerminalOptions } from '../../simulator/terminal-options';

const surroundings = { nowMs: 1_000, zone: 'Europe/London', dataFolder: '.simulator', locales: ['en-US', 'es-US'] };
const read = (words: string) => readTerminalOptions(words === '' ? [] : words.split(' '), surroundings);

it("begins now, here, at a person's own pace, when nothing else is said", () => {
  expect(read('')).toEqual({
    kind: 'run',
    options: {
      fast: false,
      speak: false,
      fresh: false,
      dataFolder: '.simulator',
      zone: 'Europe/London',
      locale: 'en-US',
      startMs: 1_000,
      person: null,
    },
  });
});

it('begins at a time on the wall of the place that is named', () => {
  expect(
    read(
      '--at 2026-11-22T07:00 --timezone Asia/Tokyo --locale es-US --person anna --data /tmp/x --fresh --fast --speak',
    ),
  ).toEqual({
    kind: 'run',
    options: {
      fast: true,
      speak: true,
      fresh: true,
      dataFolder: '/tmp/x',
      zone: 'Asia/Tokyo',
      locale: 'es-US',
      startMs: Date.parse('2026-11-21T22:00:00Z'),
      person: 'anna',
    },
  });
});

it.each([
  ['--timezone Mars', 'write it as Europe/London'],
  ['--at noon', 'write it as 2026-11-22T07:00'],
  ['--at 2026-02-30T07:00', 'write it as 2026-11-22T07:00'],
  ['--locale de-DE', 'use en-US, es-US'],
  ['--quick', "'--quick'"],
  ['please', "'please'"],
  ['--person', '--person'],
])('tells what is wrong with %s', (words, problem) => {
  expect(read(words)).toEqual({ kind: 'mistake', problem: expect.stringContaining(problem) });
});

it('shows how it is used', () => expect(read('--help')).toEqual({ kind: 'help' }));

import { createTurnMetrics, type TurnMetrics } from '../../lambda/turn-metrics';

const MEASURES = { routinesStarted: 1, routinesResumed: 0, routinesFinished: 0, setsDone: 2, fallbacks: 1 };

let nowMs: number;
let lines: string[];
let metrics: TurnMetrics;

beforeEach(() => {
  nowMs = 1_763_800_000_000;
  lines = [];
  metrics = createTurnMetrics({
    functionName: 'coach-dev',
    clock: () => nowMs,
    write: (line) => lines.push(line),
  });
});

it('writes one line for an invocation, as the embedded metric format wants it', async () => {
  const answered = await metrics.measured(async () => {
    metrics.measure(MEASURES);
    nowMs += 12;
    return 'hello';
  });
  expect(answered).toBe('hello');
  expect(lines).toHaveLength(1);
  const { _aws, ...members } = JSON.parse(lines[0] ?? '');
  expect(_aws).toEqual({
    Timestamp: 1_763_800_000_000,
    CloudWatchMetrics: [
      {
        Namespace: 'MyBackRoutine',
        Dimensions: [['FunctionName']],
        Metrics: [
          { Name: 'RoutinesStarted', Unit: 'Count' },
          { Name: 'SetsDone', Unit: 'Count' },
          { Name: 'Fallbacks', Unit: 'Count' },
          { Name: 'AnswerTime', Unit: 'Milliseconds' },
        ],
      },
    ],
  });
  expect(members).toEqual({
    FunctionName: 'coach-dev',
    RoutinesStarted: 1,
    SetsDone: 2,
    Fallbacks: 1,
    AnswerTime: 12,
  });
});

it('begins every invocation at nothing, and leaves all that did not happen out of the line', async () => {
  await metrics.measured(async () => metrics.measure(MEASURES));
  await metrics.measured(async () => {});
  const { _aws, ...members } = JSON.parse(lines[1] ?? '');
  expect(members).toEqual({ FunctionName: 'coach-dev', AnswerTime: 0 });
  expect(_aws.CloudWatchMetrics[0].Metrics).toEqual([{ Name: 'AnswerTime', Unit: 'Milliseconds' }]);
});

it('counts what the log tells of failures, and writes the log as it came', async () => {
  await metrics.measured(async () => {
    metrics.log({ level: 'error', code: 'store-unavailable', detail: { trouble: 'timeout' } });
    metrics.log({ level: 'error', code: 'store-unavailable', detail: { trouble: 'timeout' } });
    metrics.log({ level: 'error', code: 'turn-failed' });
    metrics.log({ level: 'warn', code: 'zone-unknown' });
  });
  expect(lines[0]).toBe('{"level":"error","code":"store-unavailable","detail":{"trouble":"timeout"}}');
  expect(lines[3]).toBe('{"level":"warn","code":"zone-unknown"}');
  expect(JSON.parse(lines[4] ?? '')).toMatchObject({ StoreFailures: 2, TurnsFailed: 1 });
});

it.each([
  { what: 'a session that could not go on', code: 'session-unusable', counted: { TurnsFailed: 1 } },
  {
    what: 'progress that outlived its skill',
    code: 'not-erased-with-skill',
    counted: { ErasuresFailed: 1 },
  },
])('counts $what', async ({ code, counted }) => {
  await metrics.measured(async () => metrics.log({ level: 'error', code }));
  const { _aws, ...members } = JSON.parse(lines[1] ?? '');
  expect(members).toEqual({ FunctionName: 'coach-dev', AnswerTime: 0, ...counted });
});

it('counts a turn that failed twice inside as one, and the next one again', async () => {
  const turn = () =>
    metrics.measured(async () => {
      metrics.log({ level: 'error', code: 'session-unusable' });
      metrics.log({ level: 'error', code: 'turn-failed' });
    });
  await turn();
  await turn();
  expect(lines.flatMap((line) => JSON.parse(line).TurnsFailed ?? [])).toEqual([1, 1]);
});

it('writes the metrics of an invocation that rejects, and rejects the same', async () => {
  const refused = metrics.measured(async () => {
    nowMs += 5;
    throw new Error('another skill');
  });
  await expect(refused).rejects.toThrow('another skill');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ AnswerTime: 5 });
});

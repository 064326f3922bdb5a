import { EXERCISE_IDS } from '../lambda/core/routine/exercise';
import { everySetOf } from '../lambda/core/routine/exercises';
import { DEFAULT_DELIVERY, type Plan } from '../lambda/core/routine/plan';
import { english } from '../lambda/core/speech/english/english';
import { packSegments } from '../lambda/core/timeline/segment';
import { stretchesFrom } from '../lambda/core/timeline/stretches';
import { holdError, type MeasuredHold, measureSegment } from '../simulator/measure-holds';
import { isVoiceInstalled } from '../simulator/voice';

/** The whole routine as it is coached when nobody has asked for anything else. */
const PLAN: Plan = {
  purpose: 'routine',
  exercises: EXERCISE_IDS.map((id) => ({ id, sets: everySetOf(id), difficulty: 'standard' })),
  leadSide: 'right',
  delivery: DEFAULT_DELIVERY,
  quiet: false,
  wording: 0,
};

/** Speak the routine through the voice and print how long it is, how exact its holds are, and how far the timeline is from the sound. */
async function measureRoutine(): Promise<void> {
  const holds: MeasuredHold[] = [];
  let heardMs = 0;
  for (const [at, segment] of [
    ...packSegments(stretchesFrom(PLAN, { exercise: 0, set: 0, part: 'setup' }, english), english.speech),
  ].entries()) {
    const measured = await measureSegment(segment.cues);
    holds.push(...measured.holds);
    heardMs += measured.heardMs;
    const drift = measured.timelineMs - measured.heardMs;
    print(
      `segment ${at + 1}: ${(measured.heardMs / 1_000).toFixed(1)} s, timeline ${drift < 0 ? 'behind' : 'ahead'} by ${Math.abs(drift).toFixed(0)} ms at its end`,
    );
  }
  print(`whole routine, waiting aside: ${(heardMs / 60_000).toFixed(2)} min`);
  printHolds(
    'holds within a rep',
    holds.filter(({ kind }) => kind === 'short'),
  );
  printHolds(
    'planks',
    holds.filter(({ kind }) => kind === 'long'),
  );
}

function printHolds(name: string, holds: readonly MeasuredHold[]): void {
  const asked = [...new Set(holds.map(({ askedMs }) => askedMs))].join(', ');
  const worst = holds
    .map(holdError)
    .reduce((largest, error) => (Math.abs(error) > Math.abs(largest) ? error : largest), 0);
  print(`${name}: ${holds.length} of ${asked} ms, largest error ${worst.toFixed(2)} ms`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (isVoiceInstalled()) {
  void measureRoutine();
} else {
  print('espeak-ng is not installed: nothing to measure with');
  process.exitCode = 1;
}

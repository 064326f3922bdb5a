import type { ExerciseId } from '../../lambda/core/routine/exercise';
import type { Cue, Place } from '../../lambda/core/timeline/cue';
import { holdError, measureSegment } from '../../simulator/measure-holds';
import type { Pcm } from '../../simulator/voice';

/** A voice that takes 500 ms over anything but "slowly", which takes 600. */
const evenVoice = async (text: string): Promise<Pcm> => ({
  samplesPerSecond: 22_050,
  samples: new Int16Array(text === 'Slowly.' ? 13_230 : 11_025).fill(1_000),
});

type Timed = { readonly ms: number } & ({ readonly say: string } | { readonly quiet: 'hold' | 'rest' });

function cues(exercise: ExerciseId, moments: readonly Timed[], place: Partial<Place> = {}): Cue[] {
  const where: Place = { exercise, part: 'work', set: 0, side: null, rep: 1, resumeAt: null, ...place };
  let atMs = 0;
  return moments.map((moment) => {
    const timing = { atMs, durationMs: moment.ms, place: where };
    atMs += moment.ms;
    return 'say' in moment ? { ...timing, kind: 'speech', text: moment.say } : { ...timing, kind: moment.quiet };
  });
}

describe('measuring a segment', () => {
  it('hears each hold of a rep by itself, to the sample', async () => {
    const { holds } = await measureSegment(
      cues('bridge-abduction-adduction', [
        { say: 'Together.', ms: 500 },
        { quiet: 'hold', ms: 2_000 },
        { say: 'Wide.', ms: 500 },
        { quiet: 'hold', ms: 2_000 },
        { say: 'One.', ms: 500 },
      ]),
      evenVoice,
    );
    expect(holds.map(({ kind, askedMs, heardMs }) => ({ kind, askedMs, heardMs }))).toEqual([
      { kind: 'short', askedMs: 2_000, heardMs: 2_000 },
      { kind: 'short', askedMs: 2_000, heardMs: 2_000 },
    ]);
  });

  it('hears a plank from the end of "hold" to the start of "relax", its words inside', async () => {
    const { holds } = await measureSegment(
      cues('elevated-plank', [
        { say: 'Hold.', ms: 500 },
        { quiet: 'hold', ms: 7_500 },
        { say: 'Halfway.', ms: 500 },
        { quiet: 'hold', ms: 7_000 },
        { say: 'Relax.', ms: 500 },
      ]),
      evenVoice,
    );
    expect(holds.map(({ kind, askedMs, heardMs }) => ({ kind, askedMs, heardMs }))).toEqual([
      { kind: 'long', askedMs: 15_000, heardMs: 15_000 },
    ]);
  });

  it('finds a plank too long by what its inner words take longer than was thought', async () => {
    const { holds } = await measureSegment(
      cues('elevated-plank', [
        { say: 'Hold.', ms: 500 },
        { quiet: 'hold', ms: 7_500 },
        { say: 'Slowly.', ms: 500 },
        { quiet: 'hold', ms: 7_000 },
        { say: 'Relax.', ms: 500 },
      ]),
      evenVoice,
    );
    expect(holds.map(holdError)).toEqual([expect.closeTo(100, 6)]);
  });

  it('finds a hold too long when another silence stands beside it', async () => {
    const { holds } = await measureSegment(
      cues('bridge-abduction-adduction', [
        { say: 'Together.', ms: 500 },
        { quiet: 'hold', ms: 2_000 },
        { quiet: 'rest', ms: 300 },
        { say: 'Wide.', ms: 500 },
      ]),
      evenVoice,
    );
    expect(holds.map(holdError)).toEqual([expect.closeTo(300, 6)]);
  });

  it('keeps the planks of two sets apart', async () => {
    const plank = (set: number) =>
      cues(
        'elevated-plank',
        [
          { say: 'Hold.', ms: 500 },
          { quiet: 'hold', ms: 5_000 },
        ],
        { set },
      );
    const second = plank(1).map((cue) => ({ ...cue, atMs: cue.atMs + 5_500 }));
    const { holds } = await measureSegment([...plank(0), ...second], evenVoice);
    expect(holds.map(({ place, askedMs }) => [place.set, askedMs])).toEqual([
      [0, 5_000],
      [1, 5_000],
    ]);
  });

  it('tells how far the timeline is from the sound at the end', async () => {
    const { timelineMs, heardMs } = await measureSegment(
      cues('donkey-kicks', [
        { say: 'Slowly.', ms: 500 },
        { quiet: 'rest', ms: 1_000 },
        { say: 'Kick.', ms: 500 },
      ]),
      evenVoice,
    );
    expect([timelineMs, heardMs]).toEqual([2_000, 2_100]);
  });

  it('measures nothing in a segment without cues', async () => {
    expect(await measureSegment([], evenVoice)).toEqual({ holds: [], timelineMs: 0, heardMs: 0 });
  });
});

import '../../support/seed';
import fc from 'fast-check';
import { EXERCISE_IDS } from '../../../lambda/core/routine/exercise';
import { NEW_PROFILE } from '../../../lambda/core/session/new-profile';
import type { Cue } from '../../../lambda/core/timeline/cue';
import { type Conversation, converse, IDS, inTheKicks, inTheMarch, listener, type Said } from '../../support/converse';

const HOUR_MS = 3_600_000;

describe('a changed setting', () => {
  it.each([
    { said: 'pace:slower', delivery: { pace: 'slower' } },
    { said: 'guidance:brief', delivery: { guidance: 'brief' } },
    { said: 'stops:straight-through', delivery: { stops: 'straight-through' } },
    { said: 'hold:20', delivery: { plankHoldMs: 20_000 } },
    { said: 'difficulty:harder:plank', delivery: { plankHoldMs: 20_000 } },
    { said: 'difficulty:easier:plank', delivery: { plankHoldMs: 10_000 } },
  ] as const)('$said holds from the current set on, and the next day', ({ said, delivery }) => {
    const her = inTheMarch().hears(100);
    her.says(said);
    expect(her.today.checkpoint).toMatchObject({ plan: { delivery }, at: { exercise: 1, set: 1, part: 'work' } });
    expect(her.done).toBe('knees 1 2, march 1');
    her.isNow('2026-11-23T07:30-05:00').returns().says('launch');
    expect(her.today.checkpoint?.plan.delivery).toMatchObject(delivery);
  });

  it('goes straight on with the set, of which no rep is picked up', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('pace:slower')).toBe('pace-changed [march set 2] say-ready?');
  });

  it('takes "normal" for the pace when that is what was asked', () => {
    const her = converse();
    her.says('launch');
    expect(her.says('pace:unknown')).toContain('ask-pace?');
    expect(her.says('difficulty:standard')).toContain('pace-changed');
  });

  it.each([
    ['slower', 'faster', 'normal'],
    ['faster', 'slower', 'normal'],
    ['slower', 'normal', 'normal'],
    ['slower', 'slower', 'slower'],
    ['normal', 'slower', 'slower'],
    ['normal', 'faster', 'faster'],
  ] as const)('at a %s pace, "%s" is the step to %s, and is told as that', (from, wished, to) => {
    const her = converse({ profile: listener({ pace: from }) });
    her.says(`pace:${wished}`);
    expect(her.lines('pace-changed')).toEqual([{ kind: 'pace-changed', pace: to }]);
    expect(her.state.profile.delivery.pace).toBe(to);
  });

  it('changes nothing else of how she is coached', () => {
    const her = inTheMarch().hears(100);
    her.says('pace:faster');
    expect(her.state.profile).toEqual({
      ...listener(),
      delivery: { pace: 'faster', stops: 'each-exercise', guidance: 'full', plankHoldMs: 15_000 },
    });
  });

  it('holds in the plan at once, also where she is waited for', () => {
    const her = inTheMarch().hearsOut();
    expect(her.says('guidance:brief')).toBe('guidance-changed say-ready-to-go-on?');
    expect(her.today.checkpoint?.plan.delivery.guidance).toBe('brief');
  });

  it('holds for what comes after a segment whose end is unknown, which is taken for what it was', () => {
    const her = inTheKicks()
      .hears(20)
      .waits(3 * HOUR_MS)
      .returns();
    const spoken = her.segment;
    expect(her.says('guidance:brief')).toBe('guidance-changed ask-finished?');
    expect(her.segment).toEqual(spoken);
    expect(her.says('yes')).toBe('[plank set-up] say-ready?');
    expect(her.today.checkpoint?.plan.delivery.guidance).toBe('brief');
  });

  it('is kept for someone who was never here, and is used once she was welcomed', () => {
    const her = converse({ profile: null });
    her.saysAll('pace:slower', 'yes', 'ready');
    expect(her.today.checkpoint?.plan.delivery.pace).toBe('slower');
  });

  it('is heard as seconds when she was asked for seconds', () => {
    const her = converse();
    her.says('set-plank-hold');
    expect(her.says('minutes:25')).toBe('plank-hold-changed ask-start?');
    expect(her.lines('plank-hold-changed')[0]?.seconds).toBe(25);
  });

  it('does not make a yes to something else of the question for it', () => {
    const her = converse();
    her.saysAll('delete-data', 'change-pace');
    expect(her.says('yes')).toBe('starting [knees set-up] say-ready?');
  });
});

describe('the hold of a plank', () => {
  it.each([
    { holdMs: 15_000, said: 'hold:longer', seconds: 20 },
    { holdMs: 15_000, said: 'hold:shorter', seconds: 10 },
    { holdMs: 57_000, said: 'hold:longer', seconds: 60 },
    { holdMs: 60_000, said: 'hold:longer', seconds: 60 },
    { holdMs: 8_000, said: 'hold:shorter', seconds: 5 },
    { holdMs: 15_000, said: 'hold:5', seconds: 5 },
    { holdMs: 15_000, said: 'hold:60', seconds: 60 },
  ] as const)('of $holdMs ms becomes $seconds s by "$said"', ({ holdMs, said, seconds }) => {
    const her = converse({ profile: listener({ plankHoldMs: holdMs }) });
    expect(her.says(said)).toBe('plank-hold-changed ask-start?');
    expect(her.lines('plank-hold-changed')[0]?.seconds).toBe(seconds);
    expect(her.state.profile.delivery.plankHoldMs).toBe(seconds * 1_000);
  });

  it.each(['hold:4', 'hold:61', 'hold:0', 'hold:-3', 'hold:600'] as const)('is asked for again after "%s"', (said) => {
    const her = converse();
    expect(her.says(said)).toBe('plank-hold-out-of-range ask-plank-seconds?');
    expect(her.state.profile).toEqual(listener());
  });

  it('is her own wish again after an easier plank', () => {
    const her = converse();
    her.saysAll('difficulty:easier:plank', 'hold:45');
    expect(her.state.profile).toMatchObject({
      delivery: { plankHoldMs: 45_000 },
      difficulty: { [IDS.plank]: 'easier' },
    });
  });
});

describe('the form of an exercise', () => {
  it('is changed of the one that she is at, and she is told the dose', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('difficulty:harder')).toBe('difficulty-changed [march set 2] say-ready?');
    expect(her.lines('difficulty-changed')[0]).toEqual({
      kind: 'difficulty-changed',
      exercise: IDS.march,
      difficulty: 'harder',
      dose: { difficulty: 'harder', reps: 20, leadSide: 'right', holdSeconds: 15 },
    });
    expect(her.state.profile.difficulty).toEqual({ ...NEW_PROFILE.difficulty, [IDS.march]: 'harder' });
  });

  it('is only named where the set-up that follows tells it', () => {
    const her = converse();
    her.says('launch');
    expect(her.hears(5).says('difficulty:easier')).toBe('difficulty-changed [knees set-up] say-ready?');
    expect(her.lines('difficulty-changed')).toEqual([
      { kind: 'difficulty-changed', exercise: IDS.knees, difficulty: 'easier', dose: null },
    ]);
    her.hears(5).says('difficulty:easier:march');
    expect(her.lines('difficulty-changed')[0]?.dose).toMatchObject({ reps: 6 });
    her.hearsOut().says('difficulty:harder');
    expect(her.lines('difficulty-changed')[0]?.dose).toMatchObject({ reps: 12 });
  });

  it('is changed of the one whose last words she interrupts', () => {
    const her = inTheMarch().hears(115);
    her.says('difficulty:easier');
    expect(her.lines('difficulty-changed').map(({ exercise }) => exercise)).toEqual([IDS.march]);
  });

  it('is what her word names, not a step from the one before', () => {
    const her = converse();
    her.saysAll('difficulty:easier:kicks', 'difficulty:harder:kicks');
    expect(her.state.profile.difficulty[IDS.kicks]).toBe('harder');
  });

  it('is asked for when she names none that we have', () => {
    const her = converse();
    expect(her.saysAll('difficulty:easier', 'instructions:kicks')).toBe('difficulty-changed ask-start?');
    expect(her.state.profile.difficulty[IDS.kicks]).toBe('easier');
    expect(her.saysAll('difficulty:harder:unknown', 'instructions:plank')).toBe('difficulty-changed ask-start?');
    expect(her.state.profile).toMatchObject({
      difficulty: { [IDS.plank]: 'harder' },
      delivery: { plankHoldMs: 20_000 },
    });
  });

  it('counts a set in the last rep of its own dose', () => {
    const her = converse();
    her.saysAll('difficulty:easier:march', 'practice:march', 'ready');
    const sixth = her.segment.cues.find(({ place }) => place.set === 0 && place.rep === 6);
    her.hears((sixth?.atMs ?? 0) / 1_000 + 0.5);
    expect(her.saysAll('pause', 'ready')).toBe('[march set 2] say-done?');
    expect(her.done).toBe('march 1');
  });

  it('makes fewer reps of the same number of sets', () => {
    const her = inTheMarch().hears(3);
    her.says('difficulty:easier');
    const reps = new Set(workCues(her).map(({ place }) => place.rep));
    expect([...reps].filter((rep) => rep !== null)).toEqual([1, 2, 3, 4, 5, 6]);
    her.finishes();
    expect(her.today.counts).toBe(true);
  });
});

describe('quiet', () => {
  it('lasts for her day, also in a later session, and no longer', () => {
    const her = converse();
    her.saysAll('quiet-mode', 'stop');
    her.waits(HOUR_MS).returns().says('launch');
    expect(her.today.checkpoint?.plan.quiet).toBe(true);
    her.isNow('2026-11-23T07:30-05:00').returns().says('launch');
    expect(her.today.checkpoint?.plan.quiet).toBe(false);
  });

  it('goes on at three in the morning, while she does', () => {
    const her = converse({ at: '2026-11-22T02:58-05:00' });
    her.says('quiet-mode');
    her.isNow('2026-11-22T03:01-05:00').says('yes');
    expect(her.today.checkpoint?.plan.quiet).toBe(true);
    expect(her.today.date).toBe('2026-11-22');
  });

  it('begins and ends in the middle of a set', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('quiet:on')).toBe('quiet-changed [march set 2] say-ready?');
    expect(her.today.checkpoint?.plan.quiet).toBe(true);
    her.hears(20).says('quiet:off');
    expect(her.today.checkpoint?.plan.quiet).toBe(false);
  });

  it('alone is no welcome', () => {
    const her = converse({ profile: null });
    her.saysAll('quiet-mode', 'stop');
    expect(her.returns().says('launch')).toBe('welcome disclaimer first-place say-im-ready?');
  });
});

describe('what hurts', () => {
  it('is not gone on with for a wish about something else', () => {
    const her = inTheMarch().hears(100);
    her.says('pain:sharp-pain');
    for (const said of ['pace:slower', 'difficulty:easier:plank', 'difficulty:harder:march', 'streak'] as const)
      expect(her.says(said)).toMatch(/ ask-easier-or-skip\?$/);
    expect(her.says('difficulty:easier')).toBe('difficulty-changed [march set 2] say-ready?');
  });
});

describe('what hurts although it is easier already', () => {
  it('is not gone on with because she says "easier" again', () => {
    const her = inTheMarch().hears(3);
    her.says('difficulty:easier');
    her.hears(20).says('pain:sharp-pain');
    expect(her.says('difficulty:easier')).toBe('difficulty-changed ask-skip-or-stop?');
  });
});

const CHANGES: readonly Said[] = [
  'pace:slower',
  'pace:faster',
  'guidance:brief',
  'guidance:full',
  'stops:each-set',
  'stops:straight-through',
  'quiet:on',
  'quiet:off',
  ...(['easier', 'standard', 'harder'] as const).flatMap((form): Said[] => [
    `difficulty:${form}:knees`,
    `difficulty:${form}:march`,
    `difficulty:${form}:kicks`,
  ]),
];

it('never costs a hold its seconds, whatever she changes and wherever', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...CHANGES), fc.integer({ min: 0, max: 200 })), { maxLength: 6 }),
      fc.integer({ min: 5, max: 60 }),
      (changes, seconds) => {
        const her = converse();
        her.saysAll(`hold:${seconds}`, 'yes');
        for (const [said, at] of changes) {
          if (her.today.checkpoint?.speakingSinceMs == null) her.says('ready');
          if (!her.isOver) her.hears(at).says(said);
        }
        for (let turns = 0; turns < 40 && !her.isOver; turns += 1) {
          if (her.today.checkpoint?.speakingSinceMs != null) {
            for (const { id, ms } of holdsOf(workCues(her)))
              expect(ms).toBe(id === IDS.plank ? seconds * 1_000 : 2_000);
            her.hearsOut();
          }
          her.says('ready');
        }
        expect(her.today.counts).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

function workCues(her: Conversation): readonly Cue[] {
  return her.segment.cues.filter(({ place }) => place.part === 'work');
}

/** How long each hold lasts: in a plank from "hold" to the words that end it, else each silence. */
function holdsOf(cues: readonly Cue[]): readonly { readonly id: string; readonly ms: number }[] {
  const still = cues.filter(({ kind, place }) => kind === 'hold' && place.exercise !== IDS.plank);
  const planks = [0, 1, 2].flatMap((set) => {
    const holds = cues.filter(
      ({ kind, place }) => kind === 'hold' && place.exercise === IDS.plank && place.set === set,
    );
    const [first, last] = [holds[0], holds.at(-1)];
    return first && last ? [{ id: IDS.plank, ms: last.atMs + last.durationMs - first.atMs }] : [];
  });
  return [...still.map((cue) => ({ id: cue.place.exercise, ms: cue.durationMs })), ...planks];
}

it('remembers a form for each exercise', () => {
  const her = converse();
  her.saysAll('difficulty:easier:knees', 'difficulty:harder:kicks', 'launch');
  const forms = her.today.checkpoint?.plan.exercises.map(({ id, difficulty }) => [id, difficulty]);
  expect(forms).toEqual([
    [EXERCISE_IDS[0], 'easier'],
    [EXERCISE_IDS[1], 'standard'],
    [EXERCISE_IDS[2], 'harder'],
    [EXERCISE_IDS[3], 'standard'],
  ]);
});

import { DIFFICULTIES, type Difficulty, type ExerciseId } from '../../../lambda/core/routine/exercise';
import type { Delivery, Guidance, Pace, Plan, Stops } from '../../../lambda/core/routine/plan';
import { english } from '../../../lambda/core/speech/english/english';
import { type Cue, endOf } from '../../../lambda/core/timeline/cue';
import { pointAfter, sideOf, stretchesFrom } from '../../../lambda/core/timeline/stretches';
import { cuesOf, inForm, planOf, planOfOne, saidIn, setup, wholePlan, work } from '../../support/plans';

const EVERY_STOPS: readonly Stops[] = ['each-exercise', 'each-set', 'straight-through'];
const EVERY_GUIDANCE: readonly Guidance[] = ['full', 'brief'];
const EVERY_PACE: readonly Pace[] = ['slower', 'normal', 'faster'];
/** Every wording that any number of equal phrases up to three can show. */
const EVERY_WORDING = [0, 1, 2, 3, 4, 5];

const WAYS = EVERY_STOPS.flatMap((stops) =>
  EVERY_GUIDANCE.flatMap((guidance) => EVERY_PACE.map((pace) => ({ stops, guidance, pace }))),
);

const leftLeading = (plan: Plan): Plan => ({ ...plan, leadSide: 'left' });

function ofSet(plan: Plan, set: number): Cue[] {
  return cuesOf(plan).filter((cue) => cue.place.set === set);
}

/** The side that works in each rep of a set. */
function sidesOf(plan: Plan, set: number): (string | null)[] {
  const reps = new Map(ofSet(plan, set).map(({ place }) => [place.rep, place.side]));
  reps.delete(null);
  return [...reps.values()];
}

/** The cue with the nth of equal texts. */
function saying(cues: readonly Cue[], text: string, nth = 1): Cue {
  const found = cues.filter((cue) => cue.kind === 'speech' && cue.text === text)[nth - 1];
  if (found === undefined) throw new Error(`"${text}" is not said ${nth} times`);
  return found;
}

const LEFT_THEN_RIGHT = ['left', 'right', 'left', 'right', 'left', 'right', 'left', 'right', 'left', 'right'];
const RIGHT_THEN_LEFT = ['right', 'left', 'right', 'left', 'right', 'left', 'right', 'left', 'right', 'left'];
const TEN_RIGHT = Array<string>(10).fill('right');
const TEN_LEFT = Array<string>(10).fill('left');

describe('the holds within a rep', () => {
  it.each(WAYS)('are forty of exactly two seconds: $stops, $guidance, $pace', (way) => {
    const holds = cuesOf(planOfOne('bridge-abduction-adduction', way)).filter((cue) => cue.kind === 'hold');
    expect(holds).toHaveLength(40);
    expect(new Set(holds.map((cue) => cue.durationMs))).toEqual(new Set([2_000]));
  });

  it('have a breath between one rep and the next at a slower pace, and none at any other', () => {
    const slower = ofSet(planOfOne('bridge-abduction-adduction', { pace: 'slower' }), 0);
    const gaps = slower.filter((cue, at) => slower[at - 1]?.place.rep != null && cue.kind === 'breath');
    expect(gaps.map(({ durationMs, place }) => [durationMs, place.rep])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((rep) => [800, rep]),
    );
    for (const [at, cue] of slower.entries()) {
      if (cue.kind !== 'speech')
        expect([slower[at - 1]?.kind, slower[at + 1]?.kind ?? 'speech']).toEqual(['speech', 'speech']);
    }
    for (const pace of ['normal', 'faster'] as const) {
      const set = ofSet(planOfOne('bridge-abduction-adduction', { pace }), 0);
      expect(set.filter(({ kind, place }) => kind === 'breath' && place.rep !== null)).toEqual([]);
    }
  });

  it('come straight after their words', () => {
    const cues = ofSet(planOfOne('bridge-abduction-adduction'), 0);
    for (const [at, cue] of cues.entries()) {
      if (cue.kind === 'hold') expect(cues[at - 1]).toMatchObject({ kind: 'speech', place: cue.place });
    }
    expect(saidIn(cues).filter((text) => text === 'together.')).toHaveLength(9);
    expect(saidIn(cues).filter((text) => text === 'wide.')).toHaveLength(9);
  });
});

describe('each difficulty', () => {
  const ways = DIFFICULTIES.flatMap((difficulty) => [false, true].map((quiet) => ({ difficulty, quiet })));
  const holdsOf = (id: ExerciseId, difficulty: Difficulty, wishes: Partial<Delivery>, quiet: boolean): number[] =>
    cuesOf({ ...inForm(planOfOne(id, wishes), difficulty), quiet })
      .filter((cue) => cue.kind === 'hold')
      .map((cue) => cue.durationMs);

  it.each(ways)("keeps every hold's seconds: $difficulty, quiet $quiet", ({ difficulty, quiet }) => {
    const knees = { easier: 24, standard: 40, harder: 48 }[difficulty];
    const tops = { easier: 0, standard: 0, harder: 20 }[difficulty];
    for (const way of WAYS) {
      expect(holdsOf('bridge-abduction-adduction', difficulty, way, quiet)).toEqual(Array(knees).fill(2_000));
      expect(holdsOf('donkey-kicks', difficulty, way, quiet)).toEqual(Array(tops).fill(2_000));
    }
  });

  it.each([
    { id: 'bridge-abduction-adduction', difficulty: 'easier', reps: 6 },
    { id: 'bridge-abduction-adduction', difficulty: 'harder', reps: 12 },
    { id: 'bridge-march', difficulty: 'easier', reps: 6 },
    { id: 'bridge-march', difficulty: 'harder', reps: 20 },
    { id: 'donkey-kicks', difficulty: 'easier', reps: 6 },
    { id: 'donkey-kicks', difficulty: 'harder', reps: 10 },
  ] as const)('has its dose: $reps of the $id, $difficulty, in each set', ({ id, difficulty, reps }) => {
    const cues = cuesOf(inForm(planOfOne(id), difficulty));
    for (const set of [0, 1])
      expect(Math.max(...cues.filter((cue) => cue.place.set === set).map(({ place }) => place.rep ?? 0))).toBe(reps);
    expect(saidIn(cues.filter(({ place }) => place.rep === reps - 1))[0]).toBe('last two,');
  });

  it.each([
    { id: 'bridge-march', difficulty: 'easier', told: ['Lift only your heel.', 'Two sets of six, three each foot.'] },
    {
      id: 'bridge-march',
      difficulty: 'harder',
      told: ['More lifts, with your hips just as level.', 'Two sets of twenty, ten each foot.'],
    },
    { id: 'bridge-abduction-adduction', difficulty: 'easier', told: ['Open only a little way.', 'Two sets of six.'] },
    {
      id: 'donkey-kicks',
      difficulty: 'harder',
      told: ['Pause for two seconds at the top.', 'Ten on each leg, right leg first.'],
    },
    {
      id: 'elevated-plank',
      difficulty: 'easier',
      told: [
        'Hands higher today, on the wall or something tall and steady.',
        'Three holds of fifteen seconds, or as long as you can stay engaged.',
      ],
    },
  ] as const)('is told after the form, with its dose: $id, $difficulty', ({ id, difficulty, told }) => {
    for (const guidance of EVERY_GUIDANCE)
      expect(saidIn(cuesOf(inForm(planOfOne(id, { guidance }), difficulty))).slice(3, 5)).toEqual(told);
  });

  it('has its own words for the movement', () => {
    const ofRepOne = (difficulty: Difficulty) =>
      saidIn(ofSet(inForm(planOfOne('bridge-march'), difficulty), 0).filter((cue) => cue.place.rep === 1))[0];
    expect([ofRepOne('easier'), ofRepOne('harder')]).toEqual([
      'Right heel up, breathe out.',
      'Right foot up, breathe out.',
    ]);
  });

  it('may differ from exercise to exercise', () => {
    const plan = planOf([
      { id: 'bridge-march', sets: [1], difficulty: 'easier' },
      { id: 'donkey-kicks', sets: [1] },
    ]);
    const reps = (id: ExerciseId) =>
      Math.max(...cuesOf(plan).map(({ place }) => (place.exercise === id ? (place.rep ?? 0) : 0)));
    expect([reps('bridge-march'), reps('donkey-kicks')]).toEqual([6, 10]);
  });
});

describe('quiet', () => {
  it('is coached in the words of brief guidance, whatever guidance she likes', () => {
    for (const guidance of EVERY_GUIDANCE)
      expect(saidIn(cuesOf({ ...wholePlan({ guidance }), quiet: true }))).toEqual(
        saidIn(cuesOf(wholePlan({ guidance: 'brief' }))),
      );
  });
});

describe('a plank', () => {
  const holdOf = (cues: readonly Cue[], set: number): number => {
    const ofIt = cues.filter((cue) => cue.place.set === set);
    const finish = ofIt.find((cue) => cue.kind === 'speech' && cue.text.startsWith('and relax down.'));
    return (finish?.atMs ?? 0) - endOf(saying(ofIt, 'And hold.'));
  };

  it.each(EVERY_WORDING)('lasts exactly what she wishes, 5 to 60 s, from "hold" to "relax": wording %d', (wording) => {
    for (let seconds = 5; seconds <= 60; seconds += 1) {
      const cues = cuesOf({ ...planOfOne('elevated-plank', { plankHoldMs: seconds * 1_000 }), wording }, work(0, 0));
      expect([0, 1, 2].map((set) => holdOf(cues, set))).toEqual([seconds * 1_000, seconds * 1_000, seconds * 1_000]);
    }
  });

  it.each(WAYS)('lasts fifteen seconds: $stops, $guidance, $pace', (way) => {
    const cues = cuesOf(planOfOne('elevated-plank', way));
    expect([0, 1, 2].map((set) => holdOf(cues, set))).toEqual([15_000, 15_000, 15_000]);
  });

  it('is halfway after 7.5 s and counted down in its last three seconds', () => {
    const cues = ofSet(planOfOne('elevated-plank'), 0);
    const sinceHoldMs = (text: string): number => saying(cues, text).atMs - endOf(saying(cues, 'And hold.'));
    expect(['Halfway.', 'Three.', 'Two.', 'One.'].map(sinceHoldMs)).toEqual([7_500, 12_000, 13_000, 14_000]);
  });

  it('counts as done from its countdown on, and not before', () => {
    const cues = cuesOf(planOfOne('elevated-plank'));
    expect(saying(cues, 'Halfway.').place.resumeAt).toEqual(work(0, 0));
    expect(saying(cues, 'Three.').place.resumeAt).toEqual(work(0, 1));
    expect(saying(cues, 'Three.', 3).place.resumeAt).toBeNull();
  });

  it('is three of them in all', () => {
    expect(saidIn(cuesOf(wholePlan())).filter((text) => text === 'And hold.')).toHaveLength(3);
  });
});

describe('the sides', () => {
  it.each([
    {
      of: 'the march alternate, right foot first',
      id: 'bridge-march',
      left: false,
      sides: [RIGHT_THEN_LEFT, RIGHT_THEN_LEFT],
    },
    {
      of: 'the march alternate, left foot first',
      id: 'bridge-march',
      left: true,
      sides: [LEFT_THEN_RIGHT, LEFT_THEN_RIGHT],
    },
    { of: 'the donkey kick are right, then left', id: 'donkey-kicks', left: false, sides: [TEN_RIGHT, TEN_LEFT] },
    { of: 'the donkey kick are left, then right', id: 'donkey-kicks', left: true, sides: [TEN_LEFT, TEN_RIGHT] },
  ] as const)('of $of', ({ id, left, sides }) => {
    const plan = left ? leftLeading(planOfOne(id)) : planOfOne(id);
    expect([sidesOf(plan, 0), sidesOf(plan, 1)]).toEqual(sides);
  });

  it('of the march are named with each foot', () => {
    expect(saidIn(ofSet(planOfOne('bridge-march'), 0)).filter((text) => /right|left/i.test(text))).toEqual([
      'Right foot up, breathe out.',
      'left, out.',
      'right, out.',
      'left, out.',
      'right, out.',
      'left, out.',
      'right, out.',
      'left, out.',
      'right, out.',
      'left, out.',
    ]);
  });

  it('of the donkey kick are named before she moves', () => {
    expect(saidIn(cuesOf(planOfOne('donkey-kicks'))).filter((text) => /right|left/i.test(text))).toEqual([
      'Ten on each leg, right leg first.',
      'Set one of two, right leg.',
      'Ten seconds to change to your left leg.',
      'Last set, left leg.',
    ]);
  });

  it('of the donkey kick stay with their set when only the second is left', () => {
    const second = planOf([{ id: 'donkey-kicks', sets: [1] }]);
    expect(sidesOf(second, 1)).toEqual(TEN_LEFT);
    expect(saidIn(cuesOf(second)).filter((text) => /right|left/i.test(text))).toEqual(['Last set, left leg.']);
  });

  it.each(['bridge-abduction-adduction', 'elevated-plank'] as const)('are both in the %s', (id) => {
    expect(new Set(cuesOf(planOfOne(id)).map((cue) => cue.place.side))).toEqual(new Set([null]));
  });

  it('are told of a set or of a rep', () => {
    const plan = wholePlan();
    expect(sideOf('bridge-march', plan, 0, null)).toBeNull();
    expect(sideOf('bridge-march', plan, 1, 2)).toBe('left');
    expect(sideOf('donkey-kicks', plan, 1, null)).toBe('left');
    expect(sideOf('elevated-plank', plan, 1, 1)).toBeNull();
  });
});

describe('counting', () => {
  const COUNTED = /^(one|two|three|four|five|six|seven|eight|nine|ten|last two),$/;

  it.each([
    ['bridge-abduction-adduction', 0],
    ['bridge-abduction-adduction', 1],
    ['bridge-march', 0],
    ['bridge-march', 1],
    ['donkey-kicks', 0],
    ['donkey-kicks', 1],
  ] as const)('of the %s, set %d, goes up to ten, with "last two" once before the ninth', (id, set) => {
    expect(saidIn(ofSet(planOfOne(id), set)).filter((text) => COUNTED.test(text))).toEqual([
      'one,',
      'two,',
      'three,',
      'four,',
      'five,',
      'six,',
      'seven,',
      'eight,',
      'last two,',
      'nine,',
      'ten,',
    ]);
  });

  it('comes at the end of its rep', () => {
    const cues = ofSet(planOfOne('bridge-march'), 0);
    expect(
      cues.filter((cue) => cue.place.rep === 9).map((cue) => (cue.kind === 'speech' ? cue.text : cue.kind)),
    ).toEqual(['last two,', 'right, out.', 'breath', 'in.', 'breath', 'nine,']);
  });

  it.each([
    { id: 'bridge-march', sets: ['Set one of two.', 'Last set.'] },
    { id: 'elevated-plank', sets: ['Set one of three.', 'Set two of three.', 'Last set.'] },
  ] as const)('of the sets of the $id ends with the last one, named once', ({ id, sets }) => {
    expect(saidIn(cuesOf(planOfOne(id))).filter((text) => /\bset\b/i.test(text) && !text.includes('ten'))).toEqual(
      sets,
    );
  });

  it.each([
    { sets: [1, 2], said: ['Set two of three.', 'Last set.'] },
    { sets: [1], said: ['Last set.'] },
    { sets: [0], said: ['One set.'] },
    { sets: [0, 1], said: ['Set one of two.', 'Last set.'] },
  ])('of the sets is that of the exercise, up to the last that is planned: $sets', ({ sets, said }) => {
    const texts = saidIn(cuesOf(planOf([{ id: 'elevated-plank', sets }])));
    expect(texts.filter((text) => /\bset\b/i.test(text))).toEqual(said);
  });
});

describe('the set-up', () => {
  it('names the exercise, the position, what moves and how to breathe, and the dose', () => {
    expect(saidIn(cuesOf(planOfOne('donkey-kicks'))).slice(0, 4)).toEqual([
      'This is the donkey kick.',
      'Come onto hands and knees, hands under shoulders, knees under hips, back flat like a tabletop.',
      'Knee bent, press one foot up and back toward the ceiling. Breathe out on the kick, in on the way back. Weight even, hips level, no arch in your low back.',
      'Ten on each leg, right leg first.',
    ]);
  });

  it('is leaner with brief guidance', () => {
    expect(saidIn(cuesOf(planOfOne('donkey-kicks', { guidance: 'brief' }))).slice(0, 4)).toEqual([
      'This is the donkey kick.',
      'On hands and knees, back flat like a tabletop.',
      'Knee bent, foot up and back toward the ceiling, hips level.',
      'Ten on each leg, right leg first.',
    ]);
  });

  it('tells the first exercise, the next ones, and the last', () => {
    const named = saidIn(cuesOf(wholePlan())).filter((text) => /^(First|Next|Last one|This)/.test(text));
    expect(named).toEqual([
      'First, the bridge with knees together and apart.',
      'Next comes the bridge march.',
      'Next comes the donkey kick.',
      'Last one, the elevated plank.',
    ]);
  });

  it.each([
    { purpose: 'routine', begins: 'Next comes the bridge march.' },
    { purpose: 'practice', begins: 'Next comes the bridge march.' },
    { purpose: 'short', begins: 'First, the bridge march.' },
  ] as const)(
    'calls the march first only in a short routine of its own, without the bridge: $purpose',
    ({ purpose, begins }) => {
      const left: Plan = { ...wholePlan(), purpose, exercises: wholePlan().exercises.slice(1) };
      expect(saidIn(cuesOf(left))[0]).toBe(begins);
    },
  );

  it.each([
    { id: 'bridge-abduction-adduction', dose: 'Two sets of ten.', plankHoldMs: 15_000 },
    { id: 'bridge-march', dose: 'Two sets of ten, five each foot.', plankHoldMs: 15_000 },
    {
      id: 'elevated-plank',
      dose: 'Three holds of fifteen seconds, or as long as you can stay engaged.',
      plankHoldMs: 15_000,
    },
    {
      id: 'elevated-plank',
      dose: 'Three holds of forty-five seconds, or as long as you can stay engaged.',
      plankHoldMs: 45_000,
    },
  ] as const)('of the $id gives its dose: $dose', ({ id, dose, plankHoldMs }) => {
    expect(saidIn(cuesOf(planOfOne(id, { plankHoldMs })))[3]).toBe(dose);
  });

  it('gives no dose when only some of the sets are left', () => {
    const cues = cuesOf(planOf([{ id: 'elevated-plank', sets: [1, 2] }]));
    expect(saidIn(cues.filter((cue) => cue.place.part === 'setup'))).toHaveLength(3);
    expect(saidIn(cues)).not.toContain('Three holds of fifteen seconds, or as long as you can stay engaged.');
  });

  it('comes again only where she asks for it: a set can be gone straight to', () => {
    const [first] = cuesOf(wholePlan(), work(1, 1));
    expect(first).toMatchObject({ text: 'Last set.', place: { exercise: 'bridge-march', set: 1 } });
  });
});

describe('the words of a set', () => {
  const ofRepOne = (id: ExerciseId, set: number, guidance: Guidance): string[] =>
    saidIn(ofSet(planOfOne(id, { guidance }), set).filter((cue) => cue.place.rep === 1));

  it.each([
    {
      which: 'full in the first',
      set: 0,
      guidance: 'full',
      words: ['Kick up, breathe out.', 'And back, breathe in.', 'one,'],
    },
    { which: 'lean in the second', set: 1, guidance: 'full', words: ['kick, out.', 'in.', 'one,'] },
    { which: 'lean with brief guidance', set: 0, guidance: 'brief', words: ['kick, out.', 'in.', 'one,'] },
  ] as const)('are $which', ({ set, guidance, words }) =>
    expect(ofRepOne('donkey-kicks', set, guidance)).toEqual(words),
  );

  it('begin with the breath', () => {
    const [, , , ...start] = ofSet(planOfOne('bridge-march'), 0).slice(0, 7);
    expect(start).toMatchObject([
      { text: 'Breathe in.' },
      { kind: 'breath', phase: 'in', durationMs: 1_500 },
      { text: 'Breathe out, belly in, low back flat, squeeze your glutes, and lift your hips.' },
      { kind: 'breath', phase: 'out', durationMs: 1_000 },
    ]);
  });

  it.each([
    { pace: 'slower', breaths: [1_950, 1_300, 1_300, 910] },
    { pace: 'normal', breaths: [1_500, 1_000, 1_000, 700] },
    { pace: 'faster', breaths: [1_200, 800, 800, 560] },
  ] as const)('leave room for breaths by the pace: $pace', ({ pace, breaths }) => {
    const cues = ofSet(planOfOne('bridge-march', { pace }), 0).filter((cue) => cue.kind === 'breath');
    expect(cues.slice(0, 4).map((cue) => cue.durationMs)).toEqual(breaths);
    expect(cues.slice(0, 4)).toMatchObject([{ phase: 'in' }, { phase: 'out' }, { phase: 'out' }, { phase: 'in' }]);
  });

  it('vary from session to session', () => {
    const finishOf = (wording: number) => saidIn(ofSet({ ...planOfOne('bridge-march'), wording }, 1)).at(-1);
    expect([0, 1, 2, 3].map(finishOf)).toEqual([
      'and lower slowly, good control.',
      'and lower down, well marched.',
      'and lower, lovely and level.',
      'and lower slowly, good control.',
    ]);
  });

  it.each(EVERY_STOPS)('vary, the structure never: %s', (stops) => {
    const structureOf = (wording: number) =>
      cuesOf({ ...wholePlan({ stops, plankHoldMs: 60_000 }), wording }).map(({ kind, place }) => ({ kind, place }));
    for (const wording of EVERY_WORDING) expect(structureOf(wording)).toEqual(structureOf(0));
  });
});

describe('the time between sets', () => {
  /** From the end of a text to the start of another, which follows it. */
  const betweenMs = (cues: readonly Cue[], text: string, other: string): number =>
    saying(cues, other).atMs - endOf(saying(cues, text));

  it.each([
    { id: 'bridge-abduction-adduction', told: 'Rest for twenty seconds.', next: 'Last set.', restMs: 20_000 },
    { id: 'bridge-march', told: 'Rest for twenty seconds.', next: 'Last set.', restMs: 20_000 },
    {
      id: 'donkey-kicks',
      told: 'Ten seconds to change to your left leg.',
      next: 'Last set, left leg.',
      restMs: 10_000,
    },
    { id: 'elevated-plank', told: 'Rest for twenty seconds.', next: 'Set two of three.', restMs: 20_000 },
  ] as const)('of the $id is as long as it is told: $told', ({ id, told, next, restMs }) => {
    expect(betweenMs(cuesOf(planOfOne(id), work(0, 0)), told, next)).toBe(restMs);
  });

  it('is her own where a "ready" is waited for', () => {
    const cues = cuesOf(wholePlan({ stops: 'each-set' }));
    expect(cues.filter((cue) => cue.kind === 'rest')).toEqual([]);
  });

  it('has no rest after the last set of an exercise', () => {
    const cues = cuesOf(wholePlan({ stops: 'straight-through' }));
    expect(
      cues.filter((cue) => cue.place.part === 'rest' && cue.kind === 'speech' && /Rest|change/.test(cue.text)),
    ).toHaveLength(5);
  });

  it.each([
    {
      when: 'after "ready"',
      from: work(0, 0),
      stops: 'each-exercise',
      texts: ['Set one of two.', 'Starting in four.'],
      waitMs: 4_000,
    },
    {
      when: 'coming back',
      from: work(0, 1),
      stops: 'each-exercise',
      texts: ['Last set.', 'We begin in four.'],
      waitMs: 4_000,
    },
    {
      when: 'coming back',
      from: work(0, 1),
      stops: 'straight-through',
      texts: ['Last set.', 'We begin in four.'],
      waitMs: 4_000,
    },
    {
      when: 'without any "ready"',
      from: setup(0),
      stops: 'straight-through',
      texts: ['Set one of two.', 'Five seconds to get into place.'],
      waitMs: 5_000,
    },
  ] as const)('leads into work $when, $stops: $waitMs ms', ({ from, stops, texts, waitMs }) => {
    const leadIn = cuesOf(planOfOne('bridge-march', { stops }), from)
      .filter(({ place }) => place.part === 'lead-in')
      .slice(0, 3);
    expect(saidIn(leadIn)).toEqual(texts);
    expect(leadIn[2]).toMatchObject({ kind: 'lead-in', durationMs: waitMs });
  });

  it('has a lead-in before every set that waits for "ready", and none straight after a rest', () => {
    const leadIns = (stops: Stops): number =>
      cuesOf(wholePlan({ stops })).filter((cue) => cue.kind === 'lead-in').length;
    expect({ set: leadIns('each-set'), exercise: leadIns('each-exercise') }).toEqual({ set: 9, exercise: 4 });
  });
});

describe('the place of a cue', () => {
  const cues = cuesOf(wholePlan());
  const BRIDGE = 'bridge-abduction-adduction';

  it.each([
    {
      text: 'First, the bridge with knees together and apart.',
      nth: 1,
      place: [BRIDGE, 'setup', null, null, null, setup(0)],
    },
    { text: 'Set one of two.', nth: 1, place: [BRIDGE, 'lead-in', 0, null, null, work(0, 0)] },
    { text: 'Breathe in.', nth: 1, place: [BRIDGE, 'work', 0, null, null, work(0, 0)] },
    { text: 'four,', nth: 1, place: [BRIDGE, 'work', 0, null, 4, work(0, 0)] },
    { text: 'nine,', nth: 1, place: [BRIDGE, 'work', 0, null, 9, work(0, 0)] },
    { text: 'ten,', nth: 1, place: [BRIDGE, 'work', 0, null, 10, work(0, 1)] },
    { text: 'and lower, nice and steady.', nth: 1, place: [BRIDGE, 'work', 0, null, null, work(0, 1)] },
    { text: 'Rest for twenty seconds.', nth: 1, place: [BRIDGE, 'rest', 0, null, null, work(0, 1)] },
    { text: 'Last set.', nth: 1, place: [BRIDGE, 'lead-in', 1, null, null, work(0, 1)] },
    { text: 'ten,', nth: 2, place: [BRIDGE, 'work', 1, null, 10, setup(1)] },
    { text: 'Next comes the bridge march.', nth: 1, place: ['bridge-march', 'setup', null, null, null, setup(1)] },
    { text: 'left, out.', nth: 1, place: ['bridge-march', 'work', 0, 'left', 2, work(1, 0)] },
    { text: 'last two,', nth: 3, place: ['bridge-march', 'work', 0, 'right', 9, work(1, 0)] },
    {
      text: 'Ten seconds to change to your left leg.',
      nth: 1,
      place: ['donkey-kicks', 'rest', 0, 'right', null, work(2, 1)],
    },
    { text: 'Last set, left leg.', nth: 1, place: ['donkey-kicks', 'lead-in', 1, 'left', null, work(2, 1)] },
    { text: 'And hold.', nth: 2, place: ['elevated-plank', 'work', 1, null, 1, work(3, 1)] },
    { text: 'and relax down. Nice, quiet breathing.', nth: 1, place: ['elevated-plank', 'work', 2, null, null, null] },
  ])('at "$text" ($nth)', ({ text, nth, place: [exercise, part, set, side, rep, resumeAt] }) => {
    expect(saying(cues, text, nth).place).toEqual({ exercise, part, set, side, rep, resumeAt });
  });
});

describe('the way through a plan', () => {
  it.each([
    { from: work(0, 0), to: work(0, 1) },
    { from: setup(0), to: work(0, 1) },
    { from: work(0, 1), to: setup(1) },
    { from: work(3, 1), to: work(3, 2) },
    { from: work(3, 2), to: null },
  ])('goes on after $from', ({ from, to }) => expect(pointAfter(wholePlan(), from)).toEqual(to));

  it('follows the sets that are planned, not those there are', () => {
    const plan = planOf([
      { id: 'donkey-kicks', sets: [1] },
      { id: 'elevated-plank', sets: [0, 2] },
    ]);
    expect([work(0, 0), work(1, 0), work(1, 1)].map((from) => pointAfter(plan, from))).toEqual([
      setup(1),
      work(1, 1),
      null,
    ]);
  });

  it('is compiled no further than it is asked for', () => {
    const stretches = stretchesFrom(wholePlan(), setup(2), english);
    expect(stretches.next().value).toMatchObject({ exercise: 2, next: work(2, 0), stops: true });
    expect(stretches.next().value).toMatchObject({ exercise: 2, next: work(2, 1), stops: false });
  });
});

import '../../support/seed';
import fc from 'fast-check';
import { EXERCISE_IDS, type ExerciseId } from '../../../lambda/core/routine/exercise';
import { EXERCISES } from '../../../lambda/core/routine/exercises';
import { english } from '../../../lambda/core/speech/english';
import type { Line, Standing, Where } from '../../../lambda/core/speech/line';
import { lineText } from '../../../lambda/core/speech/line-text';
import { cuesOf, saidIn, wholePlan } from '../../support/plans';

const standing = (days: number, total: number, doneToday = false): Standing => ({
  days,
  total,
  longest: total,
  doneToday,
});

const STANDINGS = [
  standing(0, 0),
  standing(0, 5),
  standing(1, 1),
  standing(1, 9),
  standing(4, 11, true),
  standing(400, 1_400),
];

const WHERES: readonly Where[] = [
  { exercise: 'bridge-march', set: null, side: null, repsDone: 0 },
  { exercise: 'elevated-plank', set: 1, side: null, repsDone: 0 },
  { exercise: 'donkey-kicks', set: 2, side: 'left', repsDone: 9 },
];

const SOME: readonly (readonly ExerciseId[])[] = [['donkey-kicks'], ['bridge-march', 'elevated-plank'], EXERCISE_IDS];

const told = <K extends Line['kind'], T>(kind: K, field: string, values: readonly T[]): Line[] =>
  values.map((value) => ({ kind, [field]: value }) as unknown as Line);

/** Each kind of line with what can make a difference to its words. A new kind of line does not compile until it stands here. */
const LINES: { readonly [K in Line['kind']]: readonly Line[] } = {
  welcome: [{ kind: 'welcome' }],
  disclaimer: [{ kind: 'disclaimer' }],
  'first-place': [{ kind: 'first-place' }],
  greeting: told('greeting', 'standing', STANDINGS),
  starting: [{ kind: 'starting' }],
  'from-the-top': [{ kind: 'from-the-top' }],
  'you-were-at': told('you-were-at', 'where', WHERES),
  'picking-up': told('picking-up', 'where', WHERES),
  position: told('position', 'exercise', EXERCISE_IDS),
  'done-today': told('done-today', 'standing', STANDINGS),
  paused: [{ kind: 'paused' }],
  'no-rush': [{ kind: 'no-rush' }],
  'set-counted': [{ kind: 'set-counted' }],
  'going-back': [{ kind: 'going-back' }],
  kept: told('kept', 'where', WHERES),
  goodbye: [{ kind: 'goodbye' }],
  finished: told('finished', 'standing', STANDINGS),
  milestone: told('milestone', 'milestone', [
    ...[3, 7, 14, 30, 60, 100].map((total) => ({ kind: 'days-done', total })),
    { kind: 'three-months' },
  ]),
  'finished-without': told('finished-without', 'exercises', SOME),
  'late-day-in': told('late-day-in', 'standing', STANDINGS),
  instructions: told('instructions', 'exercise', EXERCISE_IDS),
  'exercise-list': [{ kind: 'exercise-list' }],
  'whats-left': WHERES.flatMap((where) =>
    [[], ...SOME].flatMap((after) => [1, 10].map((minutes): Line => ({ kind: 'whats-left', where, after, minutes }))),
  ),
  'routine-length': SOME.map((exercises) => ({ kind: 'routine-length', exercises, minutes: 10 })),
  streak: STANDINGS.flatMap((each) =>
    [1, 4].map((left): Line => ({ kind: 'streak', standing: each, exercisesLeft: left })),
  ),
  forgiven: [1, 2, 6, 7, 40].map((daysAgo) => ({ kind: 'forgiven', daysAgo, weekday: daysAgo % 7 })),
  skipped: told('skipped', 'exercise', EXERCISE_IDS),
  'already-done': told('already-done', 'exercise', EXERCISE_IDS),
  'nothing-to-skip': [{ kind: 'nothing-to-skip' }],
  'unknown-exercise': [{ kind: 'unknown-exercise' }],
  'not-caught': [{ kind: 'not-caught' }],
  'help-before': [{ kind: 'help-before' }],
  'help-during': [{ kind: 'help-during' }],
  'not-saved': [{ kind: 'not-saved' }],
  trouble: [{ kind: 'trouble' }],
  'say-im-ready': [{ kind: 'say-im-ready' }],
  'say-ready': [{ kind: 'say-ready' }],
  'say-ready-for-set': [
    { kind: 'say-ready-for-set', set: 2, side: null },
    { kind: 'say-ready-for-set', set: 2, side: 'left' },
  ],
  'say-ready-to-go-on': told('say-ready-to-go-on', 'where', WHERES),
  'say-ready-when-back': [{ kind: 'say-ready-when-back' }],
  'still-here': [{ kind: 'still-here' }],
  'say-done': [{ kind: 'say-done' }],
  'ask-start': [{ kind: 'ask-start' }],
  'ask-go-on': [{ kind: 'ask-go-on' }],
  'ask-again': [{ kind: 'ask-again' }],
  'ask-start-over': [{ kind: 'ask-start-over' }],
  'ask-finished': told('ask-finished', 'exercise', EXERCISE_IDS),
  'ask-which': told('ask-which', 'among', SOME),
  'ask-which-place': told('ask-which-place', 'among', SOME),
  'which-one': [{ kind: 'which-one' }],
};

/** Every wording of a line. */
const wordingsOf = (line: Line): readonly string[] =>
  (english.lines[line.kind] as (line: Line) => readonly string[])(line);

const WORDINGS = Object.entries(LINES).map(([kind, lines]) => ({ kind, texts: lines.flatMap(wordingsOf) }));

const QUESTIONS = [
  'ask-start',
  'ask-go-on',
  'ask-again',
  'ask-start-over',
  'ask-finished',
  'ask-which',
  'ask-which-place',
  'which-one',
];
const INVITATIONS = [
  'say-im-ready',
  'say-ready',
  'say-ready-for-set',
  'say-ready-to-go-on',
  'say-ready-when-back',
  'still-here',
  'say-done',
];

/** Everything that can be said while coaching, apart from the wording of lines. */
const COACHED = [0, 1, 2].flatMap((wording) =>
  (['full', 'brief'] as const).flatMap((guidance) =>
    (['straight-through', 'each-set'] as const).flatMap((stops) =>
      (['left', 'right'] as const).flatMap((leadSide) =>
        saidIn(cuesOf({ ...wholePlan({ guidance, stops, plankHoldMs: 60_000 }), wording, leadSide })),
      ),
    ),
  ),
);

const EVERY_TEXT = [...WORDINGS, { kind: 'the coaching', texts: [...new Set(COACHED)] }];

describe('every wording', () => {
  it.each(EVERY_TEXT)('of $kind says something', ({ texts }) => {
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toMatch(/^[A-Za-z].*[a-z]/);
  });

  it.each(EVERY_TEXT)('of $kind is spelt out: no digits, no markup, nothing left unfilled', ({ texts }) => {
    for (const text of texts) expect(text).not.toMatch(/[\d&<>{}$_]|undefined|null|NaN|\[|\s\s|\s$/);
  });

  it.each(EVERY_TEXT)('of $kind ends with a mark, so that what follows is another phrase', ({ texts }) => {
    for (const text of texts) expect(text).toMatch(/[a-z][.,?]$/);
  });

  it.each(EVERY_TEXT)(
    'of $kind has a capital letter after every full stop, and none of its marks twice',
    ({ texts }) => {
      for (const text of texts) expect(text).not.toMatch(/[.?!] [a-z]|[.,?!:]{2}| [.,?!:]|[.,?!:][A-Za-z]/);
    },
  );

  it.each(WORDINGS)('of $kind begins with a capital letter', ({ texts }) => {
    for (const text of texts) expect(text).toMatch(/^[A-Z]/);
  });

  it.each(EVERY_TEXT)('of $kind promises no cure, lays no guilt and passes no judgement on her body', ({ texts }) => {
    for (const text of texts) expect(text).not.toMatch(FORBIDDEN);
  });

  it.each(EVERY_TEXT)('of $kind avoids what a voice makes alike: abduction, adduction', ({ texts }) => {
    for (const text of texts) expect(text).not.toMatch(/abduct|adduct/i);
  });
});

const FORBIDDEN = new RegExp(
  `\\b(${[
    'cures?|cured|heals?|healed|healing|fix(es|ed)?|treats?|treated|treatment|therapy|guarantees?d?|promises?d?|pain-free|eliminates?',
    'must|should|have to|need to|lazy|fail(s|ed|ure)?|shame|guilty?|bad|wrong|poor|weak|broken|broke|lost|disappoint\\w*|excuses?|finally',
    'diet\\w*|calor\\w*|fat|slim\\w*|skinny|lose weight|body ?weight|weight loss|overweight|belly fat|toned?|bikini|pounds|shape|bounce back',
    'push through|no pain|score|diagnos\\w*|c-section|caesarean|postpartum|weeks',
  ].join('|')})\\b`,
  'i',
);

describe('the forbidden words', () => {
  it.each([
    'This will cure you.',
    'You must go on.',
    'It heals backs.',
    'Lose weight now!',
    "Don't be lazy.",
    'Results guaranteed.',
  ])('would be found: %s', (text) => expect(text).toMatch(FORBIDDEN));

  it.each(['Weight even, hips level.', 'Breathe secure in your form.', 'A treatise on prefixes and mustard.'])(
    'are whole words: %s',
    (text) => expect(text).not.toMatch(FORBIDDEN),
  );
});

describe('what ends a response', () => {
  it('is a question where she is asked', () => {
    for (const { kind, texts } of WORDINGS.filter((each) => QUESTIONS.includes(each.kind)))
      for (const text of texts) expect(`${kind}: ${text}`).toMatch(/\?$/);
  });

  it('is an invitation where she is waited for', () => {
    for (const { kind, texts } of WORDINGS.filter((each) => INVITATIONS.includes(each.kind)))
      for (const text of texts) expect(`${kind}: ${text}`).toMatch(/\bSay (ready|done|I'm ready)\b/);
  });

  it('asks nothing in the middle of a statement', () => {
    for (const { kind, texts } of WORDINGS.filter((each) => !QUESTIONS.includes(each.kind)))
      for (const text of texts) expect(`${kind}: ${text}`).not.toContain('?');
  });
});

describe('the words of an exercise', () => {
  it.each(EXERCISE_IDS)('are all there: %s', (id) => {
    const words = english.exercises[id];
    const texts = [
      words.name,
      words.position.full,
      words.position.lean,
      words.form.full,
      words.form.lean,
      ...words.finish,
      ...Object.values(words.instructions),
    ];
    for (const text of texts) expect(text).toMatch(/[a-z]{3}/);
    expect(Object.keys(words.instructions).sort()).toEqual(['easier', 'harder', 'purpose', 'steps', 'watchFor']);
  });

  it.each([
    { id: 'bridge-abduction-adduction', starts: 2, movements: 2 },
    { id: 'bridge-march', starts: 2, movements: 2 },
    { id: 'donkey-kicks', starts: 2, movements: 2 },
    { id: 'elevated-plank', starts: 1, movements: 0 },
  ] as const)(
    'match the structure: $id has $starts breaths to start and $movements movements',
    ({ id, starts, movements }) => {
      const { start, movements: phrases } = english.exercises[id];
      const { start: breaths, work } = EXERCISES[id];
      expect([breaths.length, start.full.length, start.lean.length]).toEqual([starts, starts, starts]);
      expect([phrases.full.length, phrases.lean.length]).toEqual([movements, movements]);
      expect(work.kind === 'reps' ? work.movements.length : 0).toBe(movements);
    },
  );

  it.each([
    {
      id: 'bridge-abduction-adduction',
      steps: [
        'knees bent',
        'feet flat',
        'breathe out',
        'belly',
        'low back flat',
        'glutes',
        'lift',
        'two seconds',
        'hips drop or tilt',
      ],
    },
    {
      id: 'bridge-march',
      steps: [
        'knees bent',
        'feet flat',
        'breathe out',
        'belly',
        'low back flat',
        'glutes',
        'lift',
        'one foot',
        'ten lifts',
        'hips drop',
      ],
    },
    {
      id: 'donkey-kicks',
      steps: [
        'hands and knees',
        'breathe out',
        'navel to spine',
        'weight even',
        'tabletop',
        'knee bent',
        'ceiling',
        'parallel',
        "don't arch",
      ],
    },
    {
      id: 'elevated-plank',
      steps: [
        'chair',
        'couch',
        'box',
        'wall',
        'legs long',
        'straight line',
        'breathe out',
        'belly to your spine',
        'hold',
        'relax down',
      ],
    },
  ] as const)('tell how to do it, step by step: $id', ({ id, steps }) => {
    const text = lineText({ kind: 'instructions', exercise: id }, english, 0).toLowerCase();
    expect(steps.filter((step) => !text.includes(step))).toEqual([]);
    expect(text).toMatch(/easier: .+harder: /);
  });

  it('have names of their own', () => {
    expect(EXERCISE_IDS.map((id) => english.exercises[id].name)).toEqual([
      'bridge with knees together and apart',
      'bridge march',
      'donkey kick',
      'elevated plank',
    ]);
  });
});

describe('how her days are told', () => {
  const streak = (days: number, total: number, doneToday: boolean, exercisesLeft = 4): string =>
    lineText({ kind: 'streak', standing: standing(days, total, doneToday), exercisesLeft }, english, 0);

  it.each([
    {
      days: 0,
      total: 0,
      done: false,
      left: 4,
      text: "Your first day is still ahead of you. Today isn't in yet: four exercises to go.",
    },
    {
      days: 0,
      total: 5,
      done: false,
      left: 1,
      text: "Five days in all so far. Today isn't in yet: one exercise to go.",
    },
    { days: 1, total: 1, done: true, left: 0, text: 'Day one. Today is in.' },
    { days: 1, total: 9, done: true, left: 0, text: 'Day one of a new run, nine in all. Today is in.' },
    { days: 4, total: 4, done: true, left: 0, text: 'Four days in a row. Today is in.' },
    {
      days: 4,
      total: 11,
      done: false,
      left: 2,
      text: "Four days in a row, eleven in all. Today isn't in yet: two exercises to go.",
    },
  ])('with $days in a row of $total', ({ days, total, done, left, text }) => {
    expect(streak(days, total, done, left)).toBe(text);
  });

  it.each([
    { days: 12, spelt: 'Twelve' },
    { days: 13, spelt: 'Thirteen' },
    { days: 20, spelt: 'Twenty' },
    { days: 21, spelt: 'Twenty-one' },
    { days: 99, spelt: 'Ninety-nine' },
    { days: 100, spelt: 'One hundred' },
    { days: 101, spelt: 'One hundred one' },
    { days: 365, spelt: 'Three hundred sixty-five' },
    { days: 1_000, spelt: 'One thousand' },
    { days: 1_214, spelt: 'One thousand two hundred fourteen' },
  ])('spells $days out', ({ days, spelt }) =>
    expect(streak(days, days, true)).toBe(`${spelt} days in a row. Today is in.`),
  );

  it('never needs a digit, however long she goes on', () => {
    fc.assert(
      fc.property(
        fc.nat(20_000),
        fc.nat(20_000),
        (days, more) => !/\d|undefined| {2}/.test(streak(days, days + more, false)),
      ),
    );
  });

  it.each([
    { daysAgo: 1, weekday: 6, day: 'Yesterday' },
    { daysAgo: 3, weekday: 4, day: 'Thursday' },
    { daysAgo: 7, weekday: 0, day: 'One day along the way' },
  ])('names a forgiven day: $day', ({ daysAgo, weekday, day }) => {
    expect(lineText({ kind: 'forgiven', daysAgo, weekday }, english, 0)).toBe(
      `${day} was a day off, and your days in a row carry on.`,
    );
  });
});

describe('her place is told', () => {
  it.each([
    { where: WHERES[0], text: 'Picking up at the bridge march.' },
    { where: WHERES[1], text: 'Picking up at set one of the elevated plank.' },
    {
      where: WHERES[2],
      text: "Picking up at set two of the donkey kick, left leg, with nine done. We'll take the set from its start.",
    },
  ])('$text', ({ where, text }) => {
    expect(lineText({ kind: 'picking-up', where: where as Where }, english, 0)).toBe(text);
  });

  it.each([
    { after: [], left: "That's the last exercise." },
    { after: ['donkey-kicks'], left: 'After that comes the donkey kick.' },
    { after: ['donkey-kicks', 'elevated-plank'], left: 'After that comes the donkey kick, and the elevated plank.' },
  ] as const)('with what comes after it: $left', ({ after, left }) => {
    const line: Line = { kind: 'whats-left', where: WHERES[0] as Where, after, minutes: 1 };
    expect(lineText(line, english, 0)).toBe(`You're at the bridge march. ${left} About a minute to go.`);
  });
});

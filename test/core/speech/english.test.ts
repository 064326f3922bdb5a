import '../../support/seed';
import fc from 'fast-check';
import { EXERCISE_IDS } from '../../../lambda/core/routine/exercise';
import { english, englishFor } from '../../../lambda/core/speech/english/english';
import type { EnglishRegion } from '../../../lambda/core/speech/english/english-regions';
import type { Line, Standing, Where } from '../../../lambda/core/speech/line';
import { lineText } from '../../../lambda/core/speech/line-text';

const say = (line: Line): string => lineText(line, english, 0);

const standing = (days: number, total: number, doneToday = false): Standing => ({
  days,
  total,
  longest: total,
  doneToday,
});

const WHERES: readonly Where[] = [
  { exercise: 'bridge-march', set: null, side: null, repsDone: 0 },
  { exercise: 'elevated-plank', set: 1, side: null, repsDone: 0 },
  { exercise: 'donkey-kicks', set: 2, side: 'left', repsDone: 9 },
];

describe('the words of an exercise', () => {
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

  it.each([
    {
      begun: true,
      told: 'Nicely done. Today still has room for the donkey kick, any time before three in the morning.',
    },
    { begun: false, told: 'Today still has room for the donkey kick, any time before three in the morning.' },
  ])('praises only what was done, where today is not in: begun $begun', ({ begun, told }) =>
    expect(lineText({ kind: 'finished-without', exercises: ['donkey-kicks'], begun }, english, 0)).toBe(told),
  );
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

describe('a region', () => {
  const REGIONS: readonly EnglishRegion[] = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN'];
  const help = (region: EnglishRegion, advice: 'emergency' | 'crisis' | 'emergency-department' | 'maternity-service') =>
    lineText({ kind: 'get-help', advice }, englishFor(region), 0);

  it.each([
    { region: 'en-US', number: 'nine one one', crisis: 'call or text nine eight eight' },
    { region: 'en-CA', number: 'nine one one', crisis: 'call or text nine eight eight' },
    { region: 'en-GB', number: 'nine nine nine', crisis: 'call Samaritans on one one six, one two three' },
    { region: 'en-AU', number: 'triple zero', crisis: 'call Lifeline on thirteen, eleven, fourteen' },
    { region: 'en-IN', number: 'one one two', crisis: 'call Tele Manas on one four four one six' },
  ] as const)('has numbers of its own: $region, $number', ({ region, number, crisis }) => {
    expect(help(region, 'emergency')).toBe(`Please stop, and call ${number} now.`);
    expect(help(region, 'crisis')).toContain(crisis);
    expect(help(region, 'crisis')).toContain(`call ${number}`);
    expect(help(region, 'crisis')).toMatch(/not alone.*someone you trust/);
  });

  it.each([
    { region: 'en-US', department: 'the emergency room', maternity: 'your doctor or midwife' },
    { region: 'en-CA', department: 'the emergency department', maternity: 'your doctor or midwife' },
    { region: 'en-GB', department: 'A and E', maternity: 'your maternity unit or your G P' },
    { region: 'en-AU', department: 'the emergency department', maternity: 'your maternity unit or your G P' },
    {
      region: 'en-IN',
      department: 'a hospital emergency department',
      maternity: 'your doctor or your maternity hospital',
    },
  ] as const)('sends her where she can go: $region, $department', ({ region, department, maternity }) => {
    expect(help(region, 'emergency-department')).toBe(`Please stop, and go to ${department} today.`);
    expect(help(region, 'maternity-service')).toBe(`Please stop, and call ${maternity} now.`);
  });

  it('never offers to call anybody: a skill cannot', () => {
    for (const region of REGIONS)
      for (const advice of ['emergency', 'crisis'] as const) expect(help(region, advice)).not.toMatch(/\bI('ll| can)/);
  });

  it.each([
    { region: 'en-US', therapist: 'a pelvic floor physical therapist', couch: 'couch', doctor: 'doctor or midwife' },
    { region: 'en-CA', therapist: 'a pelvic health physiotherapist', couch: 'couch', doctor: 'doctor or midwife' },
    { region: 'en-GB', therapist: 'a pelvic health physiotherapist', couch: 'sofa', doctor: 'G P or midwife' },
    { region: 'en-AU', therapist: 'a pelvic health physiotherapist', couch: 'couch', doctor: 'G P or midwife' },
    { region: 'en-IN', therapist: 'a pelvic health physiotherapist', couch: 'sofa', doctor: 'doctor or midwife' },
  ] as const)('has words of its own: $region, $couch, $therapist', ({ region, therapist, couch, doctor }) => {
    const words = englishFor(region);
    const saying = (line: Line) => lineText(line, words, 0);
    expect(saying({ kind: 'milestone', milestone: { kind: 'three-months' } })).toContain(therapist);
    expect(saying({ kind: 'see-a-professional' })).toContain(therapist);
    expect(saying({ kind: 'back-pain', topic: 'professional-help' })).toContain(therapist);
    expect(saying({ kind: 'first-place' })).toContain(` chair or ${couch} nearby`);
    expect(saying({ kind: 'exercise-list' })).toContain(`, ${couch} or wall`);
    expect(words.exercises['elevated-plank'].position.full).toContain(`, ${couch}, box`);
    expect(saying({ kind: 'disclaimer' })).toContain(`your ${doctor} `);
  });
});

describe('washing up', () => {
  it.each([
    { region: 'en-US', dishes: 'doing the dishes' },
    { region: 'en-CA', dishes: 'doing the dishes' },
    { region: 'en-GB', dishes: 'washing up' },
    { region: 'en-AU', dishes: 'washing up' },
    { region: 'en-IN', dishes: 'washing up' },
  ] as const)('is called as it is in $region', ({ region, dishes }) =>
    expect(lineText({ kind: 'back-pain', topic: 'causes' }, englishFor(region), 0)).toContain(
      `baby, ${dishes}, bending`,
    ),
  );
});

describe('what hurts', () => {
  it('has one sentence of what to do, and no word of why', () => {
    for (const advice of ['emergency', 'medical-care', 'maternity-service', 'emergency-department'] as const)
      expect(say({ kind: 'get-help', advice })).toMatch(/^Please stop, [^.]+\.$/);
  });

  it('is answered by stopping, then a choice', () => {
    const exercise = 'donkey-kicks';
    expect(say({ kind: 'stop-exercise' })).toBe('Please stop there, and rest a moment.');
    expect(say({ kind: 'ask-easier-or-skip', exercise })).toBe(
      'Would you like an easier donkey kick, or skip it today?',
    );
    expect(say({ kind: 'ask-skip-or-stop', exercise })).toBe('Shall we skip the donkey kick, or stop for today?');
  });

  it('is asked after in one question', () => {
    expect(say({ kind: 'ask-how-it-feels' })).toBe('Ease off for a moment. Is it sharp or strong, or just tired?');
  });
});

describe('a setting', () => {
  const dose = { reps: 6, leadSide: 'right', holdSeconds: 15 } as const;

  it.each([
    {
      difficulty: 'easier',
      told: "Here's the easier donkey kick. Keep the lift small, and rest on your forearms if that suits your wrists better. Six on each leg, right leg first.",
    },
    { difficulty: 'standard', told: "Here's the usual donkey kick. Six on each leg, right leg first." },
    {
      difficulty: 'harder',
      told: "Here's the harder donkey kick. Pause for two seconds at the top. Six on each leg, right leg first.",
    },
  ] as const)('names form and dose: $difficulty', ({ difficulty, told }) => {
    const line: Line = {
      kind: 'difficulty-changed',
      exercise: 'donkey-kicks',
      difficulty,
      dose: { difficulty, ...dose },
    };
    expect(say(line)).toBe(told);
  });

  it('of minutes names the exercises and how long they take', () => {
    expect(say({ kind: 'short-routine', exercises: ['donkey-kicks', 'elevated-plank'], minutes: 5 })).toBe(
      "Let's take about five minutes: the donkey kick, and the elevated plank.",
    );
  });

  it.each([
    { difficulty: 'easier', told: "We'll do the easier form." },
    { difficulty: 'standard', told: "We'll do the usual form." },
    { difficulty: 'harder', told: "We'll do the harder form." },
  ] as const)('leaves form and dose to a set-up that follows: $difficulty', ({ difficulty, told }) =>
    expect(say({ kind: 'difficulty-changed', exercise: 'bridge-march', difficulty, dose: null })).toBe(told),
  );

  it('leaves the name of an exercise to what introduces it', () => {
    expect(say({ kind: 'short-routine', exercises: [], minutes: 2 })).toBe("Let's take about two minutes.");
    expect(say({ kind: 'practice' })).toBe('Just the one today.');
  });

  it('of a plank tells its range once', () => {
    const told = [say({ kind: 'plank-hold-out-of-range' }), say({ kind: 'ask-plank-seconds' })].join(' ');
    expect(told).toBe('A plank can last from five to sixty seconds. How many seconds would you like?');
  });

  it('of few stops promises no more than can be kept', () => {
    expect(say({ kind: 'stops-changed', stops: 'straight-through' })).toBe(
      "I'll keep going, with as few stops as I can.",
    );
    expect(say({ kind: 'say-ready-for-exercise', exercise: 'donkey-kicks' })).toBe('Say ready for the donkey kick.');
  });
});

describe('a time on the wall', () => {
  it.each([
    { hour: 0, minute: 0, told: 'midnight' },
    { hour: 0, minute: 30, told: 'twelve thirty at night' },
    { hour: 1, minute: 0, told: 'one in the morning' },
    { hour: 7, minute: 5, told: 'seven oh five in the morning' },
    { hour: 7, minute: 30, told: 'seven thirty in the morning' },
    { hour: 11, minute: 59, told: 'eleven fifty-nine in the morning' },
    { hour: 12, minute: 0, told: 'noon' },
    { hour: 12, minute: 15, told: 'twelve fifteen in the afternoon' },
    { hour: 16, minute: 59, told: 'four fifty-nine in the afternoon' },
    { hour: 17, minute: 0, told: 'five in the evening' },
    { hour: 20, minute: 45, told: 'eight forty-five in the evening' },
    { hour: 21, minute: 0, told: 'nine at night' },
    { hour: 23, minute: 10, told: 'eleven ten at night' },
  ])('is told as $told', ({ hour, minute, told }) => {
    expect(say({ kind: 'reminder-set', time: { hour, minute } })).toBe(`Done. Every day at ${told}.`);
  });

  it('is read back with all there is to know, also that it rings at night', () => {
    const time = { hour: 3, minute: 0 };
    expect(say({ kind: 'ask-confirm-reminder', time, inTheNight: true })).toBe(
      'It rings out loud, even at night. Shall I remind you of your ten minutes every day at three in the morning?',
    );
  });
});

describe('days ahead of her and behind her', () => {
  it.each([
    { days: 1, told: 'one day' },
    { days: 6, told: 'six days' },
    { days: 7, told: 'one week' },
    { days: 10, told: 'ten days' },
    { days: 14, told: 'two weeks' },
    { days: 90, told: 'ninety days' },
  ])('are told in whole weeks where they are: $told', ({ days, told }) => {
    expect(say({ kind: 'streak-paused', days })).toBe(
      `Your days in a row are on pause for ${told}. They'll wait for you.`,
    );
  });

  it.each([
    { days: 1, told: 'until the end of today' },
    { days: 2, told: 'for two more days' },
    { days: 7, told: 'for one more week' },
    { days: 14, told: 'for two more weeks' },
    { days: 90, told: 'for ninety more days' },
  ])('are told while they are paused: $told', ({ days, told }) => {
    expect(say({ kind: 'streak-is-paused', days })).toBe(`You're on pause ${told}.`);
  });

  it('leave today out while they are paused, save when it is in', () => {
    const streak = (doneToday: boolean): string =>
      say({ kind: 'streak', standing: standing(4, 11, doneToday), exercisesLeft: null });
    expect(streak(false)).toBe('Four days in a row, eleven in all.');
    expect(streak(true)).toBe('Four days in a row, eleven in all. Today is in.');
  });

  it.each([
    {
      inSevenDays: 4,
      total: 11,
      last: { daysAgo: 0, weekday: 2 },
      told: 'Four of the last seven days, and eleven days in all. Last time was today.',
    },
    {
      inSevenDays: 1,
      total: 1,
      last: { daysAgo: 1, weekday: 2 },
      told: 'One of the last seven days, and one day in all. Last time was yesterday.',
    },
    {
      inSevenDays: 2,
      total: 9,
      last: { daysAgo: 3, weekday: 4 },
      told: 'Two of the last seven days, and nine days in all. Last time was on Thursday.',
    },
    {
      inSevenDays: 0,
      total: 9,
      last: { daysAgo: 21, weekday: 4 },
      told: 'Nine days in all. Last time was three weeks ago.',
    },
    { inSevenDays: 0, total: 0, last: null, told: "Your first day is still ahead of you, whenever you're ready." },
  ])('are told as her progress: $told', ({ inSevenDays, total, last, told }) => {
    expect(say({ kind: 'progress', inSevenDays, total, last })).toBe(told);
  });
});

import type { Stops } from '../../../lambda/core/routine/plan';
import { openSession } from '../../../lambda/core/session/open-session';
import type { SessionState } from '../../../lambda/core/session/state';
import { transition } from '../../../lambda/core/session/transition';
import type { Where } from '../../../lambda/core/speech/line';
import type { Place } from '../../../lambda/core/timeline/cue';
import {
  type Conversation,
  converse,
  doneIn,
  heardIn,
  IDS,
  inTheKicks,
  inTheMarch,
  listener,
  type Said,
} from '../../support/converse';

const HOUR_MS = 3_600_000;

/** Reps or holds of a set, and sets of an exercise, written down a second time. */
const LAST_REP = { knees: 10, march: 10, kicks: 10, plank: 1 } as const;
const LAST_SET = { knees: 2, march: 2, kicks: 2, plank: 3 } as const;

describe('interrupted at any second', () => {
  it.each<{ stops: Stops }>([{ stops: 'each-exercise' }, { stops: 'each-set' }, { stops: 'straight-through' }])(
    'begins the set she was in again, and none that is finished: $stops',
    ({ stops }) => {
      const her = converse({ profile: listener({ stops }) });
      her.says('launch');
      for (let segments = 0; her.today.checkpoint !== null; segments += 1) {
        expect(segments).toBeLessThan(12);
        const speaking = her.state;
        const doneBefore = her.done;
        for (const { place, workLeftMs, atMs } of secondsOf(her)) {
          const [paused, acts] = transition(speaking, { kind: 'pause', atMs });
          const wanted = placeToGoOn(place, workLeftMs);
          if (wanted === null) {
            expect(heardIn(acts)).toBe('finished bye');
            continue;
          }
          const back = backAfter(paused, HOUR_MS);
          expect({ atMs, ...toldOnReturn(back) }).toEqual({ atMs, ...wanted });
          expectDone(paused, doneBefore, place, wanted);
        }
        her.hearsOut().says('ready');
      }
      expect(her.done).toBe('knees 1 2, march 1 2, kicks 1 2, plank 1 2 3');
    },
  );

  it.each([
    { how: 'she says pause', interrupt: (her: Conversation) => her.says('pause') },
    { how: 'the session is cut off', interrupt: (her: Conversation) => her.ends('cut-off') },
    { how: 'the power goes, and she opens the skill again at once', interrupt: (her: Conversation) => her.returns() },
    { how: 'she asks something', interrupt: (her: Conversation) => her.says('streak') },
    { how: 'she is not understood', interrupt: (her: Conversation) => her.says('fallback') },
    { how: 'she says stop', interrupt: (her: Conversation) => her.says('stop') },
  ])('knows where she is when $how', ({ interrupt }) => {
    const her = inTheMarch().hears(100);
    interrupt(her);
    her.returns().says('launch');
    expect(her.lines('you-were-at')[0]?.where).toEqual({ exercise: IDS.march, set: 2, side: null, repsDone: 5 });
    expect(her.done).toBe('knees 1 2, march 1');
    expect(her.says('yes')).toBe('position [march set 2] say-ready?');
  });

  it('tells the reps that were done when she goes on in the same session', () => {
    const her = inTheMarch().hears(100);
    her.says('pause');
    expect(her.says('ready')).toBe('picking-up [march set 2] say-ready?');
    expect(her.lines('picking-up')[0]?.where.repsDone).toBe(5);
    expect(her.today.checkpoint?.repsDone).toBe(0);
  });

  it('counts from the first word, after the lines before it and the time until anything sounds', () => {
    const her = converse({ at: '2026-11-22T12:00:00Z' });
    her.says('launch');
    const greetedAtMs = her.today.checkpoint?.speakingSinceMs ?? 0;
    her.hearsOut().says('ready');
    // 1.5 s until the answer sounds, and nothing is said before the lead-in.
    expect(her.today.checkpoint?.speakingSinceMs).toBe(her.nowMs + 1_500);
    // "Hello again." or "Hello. Good to have you here." takes one to three seconds more.
    expect(greetedAtMs - Date.parse('2026-11-22T12:00:00Z')).toBeGreaterThan(2_400);
    expect(greetedAtMs - Date.parse('2026-11-22T12:00:00Z')).toBeLessThan(4_500);
  });

  it('has what it speaks in the checkpoint while it speaks, and nothing when it does not', () => {
    const her = inTheMarch();
    expect(her.today.checkpoint).toMatchObject({ at: { exercise: 1, set: 0, part: 'work' }, repsDone: 0 });
    expect(her.hears(100).says('pause')).toBe('paused say-ready-when-back?');
    expect(her.today.checkpoint).toMatchObject({ at: { exercise: 1, set: 1, part: 'work' }, speakingSinceMs: null });
  });
});

describe('silence after the last prompt', () => {
  it('means that the segment was heard to its end', () => {
    const her = inTheMarch().hearsOut().waits(20_000).ends('no-answer');
    expect(her.done).toBe('knees 1 2, march 1 2');
    her
      .waits(5 * HOUR_MS)
      .returns()
      .says('launch');
    expect(her.lines('you-were-at')[0]?.where).toMatchObject({ exercise: IDS.kicks });
    expect(her.says('yes')).toBe('[kicks set-up] say-ready?');
  });

  it('means so too when the voice was faster than we think it is', () => {
    expect(inTheMarch().hears(100).ends('no-answer').done).toBe('knees 1 2, march 1 2');
  });

  it('at the very end still counts the day', () => {
    const her = inThePlanks().hearsOut().waits(20_000).ends('no-answer');
    expect(her.today).toMatchObject({ counts: true, checkpoint: null });
    expect(her.waits(HOUR_MS).returns().says('launch')).toBe('done-today ask-again?');
  });

  it('leaves a place that was certain before as it was', () => {
    const her = inTheMarch().hears(100);
    her.says('pause');
    const before = her.today.checkpoint;
    expect(her.waits(16_000).ends('no-answer').today.checkpoint).toEqual(before);
  });
});

describe('an end that nobody knows', () => {
  it('is asked about, and nothing is counted before she answers', () => {
    const her = inTheKicks()
      .hears(20)
      .waits(3 * HOUR_MS)
      .returns();
    expect(her.says('launch')).toBe('ask-finished?');
    expect(her.lines('ask-finished')[0]?.exercise).toBe(IDS.kicks);
    expect(her.done).toBe('knees 1 2, march 1 2');
  });

  it('is asked about when the platform does not know either', () => {
    const her = inTheKicks()
      .hears(20)
      .waits(60_000)
      .ends('unknown')
      .waits(3 * HOUR_MS)
      .returns();
    expect(her.says('start-routine')).toBe('ask-finished?');
  });

  it('with a yes has the exercise done', () => {
    const her = powerCutInTheKicks();
    her.says('launch');
    expect(her.says('yes')).toBe('[plank set-up] say-ready?');
    expect(her.done).toBe('knees 1 2, march 1 2, kicks 1 2');
    expect(her.finishes()).toBe('finished bye');
  });

  it('with a no begins the exercise again', () => {
    const her = powerCutInTheKicks();
    her.says('launch');
    expect(her.says('no')).toBe('[kicks set-up] say-ready?');
    expect(her.done).toBe('knees 1 2, march 1 2');
  });

  it('waits for her answer over questions and a session that closes', () => {
    const her = powerCutInTheKicks();
    her.saysAll('launch', 'streak', 'instructions', 'pause', 'skip', 'previous');
    her.ends('no-answer').waits(HOUR_MS).returns();
    expect(her.says('ready')).toBe('ask-finished?');
    expect(her.says('yes')).toBe('[plank set-up] say-ready?');
  });

  it('is not asked about when only a set-up was at stake', () => {
    const her = converse();
    her.says('launch');
    expect(her.waits(HOUR_MS).returns().says('launch')).toBe('you-were-at ask-go-on?');
  });

  it('among several exercises is found with one more question', () => {
    const her = straightThrough();
    her.says('launch');
    expect(her.says('no')).toBe('ask-which-place?');
    const among = her.lines('ask-which-place')[0]?.among ?? [];
    expect(among.slice(0, 2)).toEqual([IDS.knees, IDS.march]);
    expect(her.says('instructions:march')).toBe('[march set-up] say-ready-for-exercise?');
    expect(her.done).toBe('knees 1 2');
  });

  it('does not take an exercise for done that was not spoken', () => {
    const her = converse({ profile: listener({ stops: 'straight-through' }) });
    her.says('launch');
    const spoken = her.segment.cues.map(({ place }) => place.exercise);
    expect(spoken).not.toContain(IDS.plank);
    her
      .hears(20)
      .waits(3 * HOUR_MS)
      .returns()
      .says('launch');
    her.says('no');
    expect(her.says('instructions:plank')).toBe('ask-which-place?');
    expect(her.lines('ask-which-place')[0]?.among).not.toContain(IDS.plank);
    expect(her.done).toBe('');
  });

  it('that she cannot place begins again where the speaking began', () => {
    const her = straightThrough();
    her.saysAll('launch', 'no');
    expect(her.says('no')).toBe('[knees set-up] say-ready-for-exercise?');
    expect(her.done).toBe('');
  });

  it('does not hold her up when she wants to start over', () => {
    const her = powerCutInTheKicks();
    expect(her.says('start-over')).toBe('from-the-top [knees set-up] say-ready?');
    expect(her.done).toBe('knees 1 2, march 1 2');
  });
});

describe('being ahead of the narration', () => {
  it.each([
    { second: 34, where: 'in set one', done: 'knees 1 2, march 1' },
    { second: 49, where: 'in the last rep of set one', done: 'knees 1 2, march 1' },
    { second: 60, where: 'in the rest', done: 'knees 1 2, march 1' },
    { second: 3, where: 'in the lead-in', done: 'knees 1 2' },
    { second: 100, where: 'in set two', done: 'knees 1 2, march 1 2' },
    { second: 115, where: 'in the last rep of set two', done: 'knees 1 2, march 1 2' },
  ])('"done" counts the set she is in, and only that one: $where', ({ second, done }) => {
    const her = inTheMarch().hears(second);
    her.says('ready');
    expect(her.done).toBe(done);
  });

  it.each([
    { second: 34, where: 'in set one', done: 'knees 1 2' },
    { second: 49, where: 'in the last rep of set one', done: 'knees 1 2, march 1' },
    { second: 100, where: 'in set two', done: 'knees 1 2, march 1' },
  ])('"next" goes on without counting: $where', ({ second, done }) => {
    const her = inTheMarch().hears(second);
    her.says('next');
    expect(her.done).toBe(done);
  });

  it('counts a plank that she ended early', () => {
    const her = inThePlanks().hears(15);
    expect(her.says('ready')).toBe('set-counted say-ready-for-set?');
    expect(her.done).toContain('plank 1');
  });

  it('closes when the last set is over before the voice is', () => {
    const her = inThePlanks().hears(100);
    expect(her.says('ready')).toBe('finished bye');
    expect(her.today.counts).toBe(true);
  });

  it('names what she left out when she went past it', () => {
    const her = inThePlanks().hears(100);
    expect(her.says('next')).toBe('finished-without bye');
    expect(her.lines('finished-without')[0]?.exercises).toEqual([IDS.plank]);
    expect(her.returns().says('launch')).toBe('greeting [plank set-up] say-ready?');
    expect(her.today.checkpoint?.plan.exercises).toEqual([{ id: IDS.plank, sets: [2], difficulty: 'standard' }]);
  });
});

describe('going back', () => {
  it('walks from set to set, to the set-up and to the exercise before', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('previous')).toBe('going-back [march set 1] say-ready?');
    expect(her.says('previous')).toBe('going-back [march set-up] say-ready?');
    expect(her.says('previous')).toBe('going-back [knees set-up] say-ready?');
    expect(her.says('previous')).toBe('going-back [knees set-up] say-ready?');
    expect(her.done).toBe('knees 1 2, march 1');
  });

  it('leads through everything again, and forgets nothing that was done', () => {
    const her = inThePlanks().hears(60);
    her.says('previous');
    expect(her.finishes()).toBe('finished bye');
    expect(her.done).toBe('knees 1 2, march 1 2, kicks 1 2, plank 1 2 3');
  });
});

describe('leaving an exercise out', () => {
  it('keeps the sets of it that were done', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('skip')).toBe('skipped [kicks set-up] say-ready?');
    expect(her.done).toBe('knees 1 2, march 1');
    expect(her.today.skipped).toEqual([IDS.march]);
    expect(her.finishes()).toBe('finished-without bye');
    expect(her.lines('finished-without')[0]?.exercises).toEqual([IDS.march]);
    expect(her.today.counts).toBe(false);
  });

  it('leaves her where she is when it is another one', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('skip:kicks')).toBe('skipped say-ready-to-go-on?');
    expect(her.says('ready')).toBe('picking-up [march set 2] say-ready?');
    expect(her.hearsOut().says('ready')).toBe('[plank set 1] say-done?');
  });

  it('ends the routine when it was the last one', () => {
    const her = inThePlanks().hears(60);
    expect(her.says('skip')).toBe('skipped finished-without bye');
    expect(her.lines('finished-without')[0]?.begun).toBe(true);
  });

  it('offers it again only when nothing else is left', () => {
    const her = converse();
    her.saysAll('launch', 'skip', 'skip', 'skip');
    expect(her.says('skip')).toBe('skipped finished-without bye');
    expect(her.lines('finished-without')[0]?.begun).toBe(false);
    expect(her.done).toBe('');
    expect(her.returns().says('launch')).toBe('greeting [knees set-up] say-ready?');
  });

  it('brings back what was left out, and then the day counts', () => {
    const her = inTheMarch().hears(100);
    her.says('skip');
    her.finishes();
    expect(her.returns().says('launch')).toBe('greeting [march set-up] say-ready?');
    expect(her.today.checkpoint?.plan.exercises).toEqual([{ id: IDS.march, sets: [1], difficulty: 'standard' }]);
    expect(her.finishes()).toBe('finished bye');
    expect(her.today.counts).toBe(true);
  });

  it('works in a second routine of the day, without taking anything back', () => {
    const her = inThePlanks();
    her.finishes();
    her.returns().saysAll('launch', 'yes');
    expect(her.says('skip')).toBe('skipped [march set-up] say-ready?');
    expect(her.today.skipped).toEqual([]);
    expect(her.today.counts).toBe(true);
  });
});

describe('saying it again', () => {
  it('says a question again with all that led to it', () => {
    const her = converse({ profile: null });
    her.says('launch');
    expect(her.says('repeat')).toBe('welcome disclaimer first-place say-im-ready?');
    expect(her.saysAll('streak', 'repeat')).toBe('streak say-im-ready?');
  });

  it('says a set-up again that was the last thing heard', () => {
    expect(inTheMarch().hearsOut().says('repeat')).toBe('[kicks set-up] say-ready?');
  });

  it('does not begin the next set unasked', () => {
    const her = converse({ profile: listener({ stops: 'each-set' }) });
    her.saysAll('launch', 'ready');
    expect(her.hearsOut().says('repeat')).toBe('say-ready-to-go-on?');
  });
});

describe('not being understood', () => {
  it('brings help the second time in a row', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('fallback')).toBe('not-caught say-ready-to-go-on?');
    expect(her.says('fallback')).toBe('help-during ask-go-on?');
    expect(her.says('yes')).toBe('picking-up [march set 2] say-ready?');
  });

  it('starts counting anew once she was understood', () => {
    const her = inTheMarch().hears(100);
    her.saysAll('fallback', 'streak');
    expect(her.says('fallback')).toBe('not-caught say-ready-to-go-on?');
  });
});

describe('the leg that leads in the kicks', () => {
  it('is the other one the next time', () => {
    const her = inThePlanks();
    expect(her.today.checkpoint?.plan.leadSide).toBe('right');
    her.finishes();
    her.isNow('2026-11-23T07:30-05:00').returns().says('launch');
    expect(her.today.checkpoint?.plan.leadSide).toBe('left');
    her.finishes();
    her.isNow('2026-11-24T07:30-05:00').returns().says('launch');
    expect(her.today.checkpoint?.plan.leadSide).toBe('right');
  });

  it('leaves the other leg for what is still to do of them today', () => {
    const her = inTheKicks().hears(100);
    her.says('next');
    expect(her.finishes()).toBe('finished-without bye');
    expect(her.returns().says('launch')).toBe('greeting [kicks set-up] say-ready?');
    her.hearsOut().says('ready');
    expect(new Set(her.segment.cues.map(({ place }) => place.side))).toEqual(new Set(['left']));
  });

  it('stays with the plan while she comes and goes', () => {
    const her = inTheKicks().hears(100).ends('cut-off').waits(HOUR_MS).returns();
    her.saysAll('launch', 'yes');
    expect(her.segment.cues.find(({ place }) => place.part === 'work')?.place.side).toBe('left');
  });
});

/** Every second of the segment being spoken: what sounds then, and how long the reps or the hold of its set still go on. */
function secondsOf(her: Conversation): readonly { atMs: number; workLeftMs: number; place: Place }[] {
  const sinceMs = her.today.checkpoint?.speakingSinceMs ?? 0;
  const { cues, durationMs } = her.segment;
  return Array.from({ length: Math.ceil(durationMs / 1_000) }, (_, second) => second * 1_000).map((ms) => {
    const cue = cues.find((each) => each.atMs <= ms && ms < each.atMs + each.durationMs);
    if (cue === undefined) throw new Error(`Nothing sounds at ${ms} ms`);
    const { exercise, set } = cue.place;
    const reps = cues.filter(({ place }) => place.exercise === exercise && place.set === set && place.rep !== null);
    const endMs = Math.max(...reps.map((each) => each.atMs + each.durationMs));
    return { atMs: sinceMs + ms, workLeftMs: endMs - ms, place: cue.place };
  });
}

type Told = Pick<Where, 'exercise' | 'set' | 'repsDone'>;

/** Where she goes on by the design's rule, in words of its own: the set restarts; one in its last rep, or a plank in its last three seconds, is done. */
function placeToGoOn(place: Place, workLeftMs: number): Told | null {
  const { exercise } = place;
  if (place.set === null) return { exercise, set: null, repsDone: 0 };
  const short = shortOf(place);
  const set = place.set + 1;
  const isLastRep = place.rep === LAST_REP[short] && (short !== 'plank' || workLeftMs <= 3_000);
  const isOver = workLeftMs <= 0 || isLastRep;
  if (!isOver) return { exercise, set, repsDone: short === 'plank' ? 0 : (place.rep ?? 1) - 1 };
  if (set < LAST_SET[short]) return { exercise, set: set + 1, repsDone: 0 };
  const after = { knees: IDS.march, march: IDS.kicks, kicks: IDS.plank, plank: null }[short];
  return after === null ? null : { exercise: after, set: null, repsDone: 0 };
}

function shortOf({ exercise }: Place): keyof typeof LAST_REP {
  const found = Object.entries(IDS).find(([, id]) => id === exercise);
  return found?.[0] as keyof typeof LAST_REP;
}

/** A new session on what was stored. */
function backAfter({ day, profile, zone, locale }: SessionState, ms: number): readonly [SessionState, number] {
  const atMs = day.changedAtMs + ms;
  const stored = JSON.parse(JSON.stringify(day)) as SessionState['day'];
  return [openSession(profile, [stored], { atMs, locale, deviceZone: zone }), atMs];
}

function toldOnReturn([state, atMs]: readonly [SessionState, number]): Told {
  const [, acts] = transition(state, { kind: 'launch', atMs });
  const [first] = acts;
  if (first?.kind !== 'say' || first.line.kind !== 'you-were-at') throw new Error(`Not told: ${heardIn(acts)}`);
  const { exercise, set, repsDone } = first.line.where;
  return { exercise, set, repsDone };
}

/** What was done before stays done; of the exercise that was being spoken, the sets before the one she goes on with. */
function expectDone({ day }: SessionState, before: string, place: Place, wanted: Told): void {
  expect(doneIn(day)).toContain(before.split(', ')[0]);
  const done = day.setsDone[place.exercise];
  if (wanted.exercise === place.exercise && wanted.set !== null) expect(done.length).toBe(wanted.set - 1);
  if (wanted.exercise !== place.exercise) expect(done.length).toBe(LAST_SET[shortOf(place)]);
}

function inThePlanks(): Conversation {
  const her = inTheKicks();
  her.hearsOut().says('ready');
  return her;
}

function powerCutInTheKicks(): Conversation {
  return inTheKicks()
    .hears(20)
    .waits(3 * HOUR_MS)
    .returns();
}

function straightThrough(): Conversation {
  const her = converse({ profile: listener({ stops: 'straight-through' }) });
  her.says('launch');
  return her
    .hears(20)
    .waits(3 * HOUR_MS)
    .returns();
}

describe('a place that she kept, in a session of another hour', () => {
  const asked = (...said: readonly Said[]): string => {
    const her = inTheMarch().hears(100);
    her.says('stop');
    return her
      .waits(HOUR_MS)
      .returns()
      .saysAll(...said);
  };

  it.each(['streak', 'whats-left', 'instructions:march', 'topic:causes'] as const)(
    'is gone on with from its position after "%s"',
    (said) => {
      expect(asked(said)).toMatch(/ say-ready-to-go-on\?$/);
      expect(asked(said, 'ready')).toBe('position [march set 2] say-ready?');
      expect(asked(said, 'yes')).toBe('position [march set 2] say-ready?');
    },
  );

  it('is gone on with from its position after a question that took one more', () => {
    expect(asked('ask-back-pain', 'topic:relief')).toBe('back-pain say-ready-to-go-on?');
    expect(asked('ask-back-pain', 'topic:relief', 'ready')).toBe('position [march set 2] say-ready?');
  });
});

describe('not understood again and again', () => {
  it('is helped the second time and every fifth time after it, and otherwise only asked the same', () => {
    const her = inTheMarch().hears(100);
    const heard = Array.from({ length: 8 }, () => her.says('fallback').split(' ')[0]);
    const missed = 'not-caught';
    expect(heard).toEqual([missed, 'help-during', missed, missed, missed, missed, 'help-during', missed]);
  });
});

describe('a question that she does not answer', () => {
  it.each(['ask-back-pain', 'set-plank-hold', 'pause-streak', 'set-reminder'] as const)(
    'is asked again when she says yes or ready to it, or wants time: "%s"',
    (said) => {
      const her = inTheMarch().hears(100);
      const question = her.says(said);
      expect(her.says('yes')).toBe(question);
      expect(her.says('ready')).toBe(question);
      expect(her.says('pause')).toBe(`no-rush ${question}`);
    },
  );
});
